import { ExpressionError } from './errors.ts';
import type { Position } from './errors.ts';
import type { Value } from './value.ts';

/**
 * Goes wrong within an operation that doesn't know where it stands; the evaluator adds the place.
 * A `TYPE` failure is one of the expression, which its own `catch` can take; a `NOT_MODELLED` one never is.
 */
export class Failure extends Error {
  readonly kind: 'TYPE' | 'NOT_MODELLED';

  constructor(kind: 'TYPE' | 'NOT_MODELLED', message: string) {
    super(message);
    this.name = 'Failure';
    this.kind = kind;
  }
}

/** What `throw` in an expression threw, on its way to a `catch`. */
export class ThrownError extends ExpressionError {
  readonly thrown: Value;

  constructor(thrown: Value, message: string, at: Position) {
    super('TYPE', message, at);
    this.thrown = thrown;
  }
}

export function typeFailure(message: string): Failure {
  return new Failure('TYPE', message);
}

export function notModelled(what: string): Failure {
  return new Failure('NOT_MODELLED', `${what} is not modelled.`);
}

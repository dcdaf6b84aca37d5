/** Why an expression gave no value: not grammar, wrong at run time, or beyond what the sandbox models. */
export type ExpressionErrorKind = 'SYNTAX' | 'TYPE' | 'NOT_MODELLED';

/** A place in an expression's source; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** The one error that parsing and evaluating throw. */
export class ExpressionError extends Error {
  readonly kind: ExpressionErrorKind;
  readonly line: number;
  readonly column: number;

  constructor(kind: ExpressionErrorKind, message: string, at: Position) {
    super(message);
    this.name = 'ExpressionError';
    this.kind = kind;
    this.line = at.line;
    this.column = at.column;
  }
}

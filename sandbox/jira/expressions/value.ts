import { ExpressionDate } from './expression-date.ts';
import { ExpressionObject } from './expression-object.ts';

/** A lambda, a method of a value, or a function such as `Number`. */
export class ExpressionFunction {
  /** How many arguments it takes: at least, at most. */
  readonly arity: readonly [number, number];
  readonly call: (values: readonly Value[]) => Value;

  constructor(arity: readonly [number, number], call: (values: readonly Value[]) => Value) {
    this.arity = arity;
    this.call = call;
  }
}

export type ExpressionMap = { readonly [key: string]: Value };

/** Everything an expression can hold; a list is an array, a Map a plain object. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ExpressionMap
  | ExpressionObject
  | ExpressionDate
  | ExpressionFunction;

export function isMap(value: Value): value is ExpressionMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && plain(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function plain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A type's name as Jira writes it in `typeof` and in messages. */
export function typeName(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'Number';
  if (typeof value === 'string') return 'String';
  if (value instanceof ExpressionFunction) return 'Function';
  if (value instanceof ExpressionObject || value instanceof ExpressionDate) return value.type;
  return isList(value) ? 'List' : 'Map';
}

/** JavaScript's truthiness, which `!`, `&&`, `||`, `?:`, `if` and the predicates of lists share. */
export function isTruthy(value: Value): boolean {
  return Boolean(value);
}

/** Takes a value from outside: undefined is null. @throws TypeError for what no expression can hold */
export function toValue(given: unknown): Value {
  if (given === undefined || given === null) return null;
  if (typeof given === 'boolean' || typeof given === 'number' || typeof given === 'string') return given;
  if (given instanceof ExpressionObject || given instanceof ExpressionDate) return given;
  if (given instanceof ExpressionFunction) return given;
  if (Array.isArray(given)) return given.map(toValue);
  if (typeof given === 'object' && plain(given)) {
    return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, toValue(value)]));
  }
  throw new TypeError(`A ${typeof given} can't be a value of a Jira expression.`);
}

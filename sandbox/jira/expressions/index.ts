/**
 * Jira expressions: what is modelled is listed in docs/expressions.md, anything else is refused by name.
 * Variables are null, booleans, numbers, strings, arrays, plain objects (Map), `ExpressionObject`s and `ExpressionDate`s.
 */
export { ExpressionError } from './errors.ts';
export type { ExpressionErrorKind, Position } from './errors.ts';
export { ExpressionObject } from './expression-object.ts';
export type { LazyProperties } from './expression-object.ts';

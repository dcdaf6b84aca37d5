import { notModelled, typeFailure } from './failure.ts';
import { ExpressionDate } from './expression-date.ts';
import { ExpressionObject } from './expression-object.ts';
import type { BinaryOperator, UnaryOperator } from './syntax-tree.ts';
import { isTruthy, typeName } from './value.ts';
import type { Value } from './value.ts';

/** @throws Failure when the operator doesn't take values of these types */
export function applyBinary(operator: BinaryOperator, left: Value, right: Value): Value {
  switch (operator) {
    case '==':
      return areEqual(left, right);
    case '!=':
      return !areEqual(left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return inOrder(operator, left, right);
    case '+':
      return typeof left === 'string' || typeof right === 'string'
        ? asText(left) + asText(right)
        : calculate(operator, left, right);
    default:
      return calculate(operator, left, right);
  }
}

/** @throws Failure when the operator doesn't take a value of this type */
export function applyUnary(operator: Exclude<UnaryOperator, 'typeof'>, operand: Value): Value {
  if (operator === '!') return !isTruthy(operand);
  if (typeof operand !== 'number') throw typeFailure(`Operator - doesn't apply to ${typeName(operand)}.`);
  return -operand;
}

/** What `typeof` shows. */
export function nameOfType(value: Value): string {
  const name = typeName(value);
  if (name === 'null' || name === 'Function') throw notModelled(`typeof of a value of type ${name}`);
  return name;
}

function calculate(operator: '+' | '-' | '*' | '/' | '%', left: Value, right: Value): number {
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw typeFailure(`Operator ${operator} doesn't apply to ${typeName(left)} and ${typeName(right)}.`);
  }
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

/** Strictly typed: null equals only null and differs from all else, other types must be the same. */
export function areEqual(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  const type = typeName(left);
  if (type !== typeName(right)) throw incomparable(left, right);
  if (left instanceof ExpressionDate && right instanceof ExpressionDate) return left.time === right.time;
  if (left instanceof ExpressionObject && right instanceof ExpressionObject) {
    return left === right || (left.identity !== undefined && left.identity === right.identity);
  }
  if (typeof left === 'object') throw notModelled(`Comparing two values of type ${type} with ==`);
  return left === right;
}

function inOrder(operator: '<' | '>' | '<=' | '>=', left: Value, right: Value): boolean {
  const [first, second] = [orderKey(left), orderKey(right)];
  if (typeName(left) !== typeName(right) || first === undefined || second === undefined) {
    throw incomparable(left, right);
  }
  switch (operator) {
    case '<':
      return first < second;
    case '>':
      return first > second;
    case '<=':
      return first <= second;
    case '>=':
      return first >= second;
  }
}

function orderKey(value: Value): number | string | undefined {
  if (value instanceof ExpressionDate) return value.time;
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}

function incomparable(left: Value, right: Value) {
  return typeFailure(`Can't compare ${typeName(left)} to ${typeName(right)}.`);
}

/** How a value reads within a text. Only texts, numbers and Booleans read the same for every user. */
export function asText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value) && /^-?\d+(\.\d+)?$/.test(String(value))) {
    return String(value);
  }
  throw notModelled(`Writing a ${typeName(value)} into a text`);
}

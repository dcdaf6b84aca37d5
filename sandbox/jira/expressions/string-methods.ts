import { notModelled, typeFailure } from './failure.ts';
import { integer, optionalInteger } from './list-methods.ts';
import { ExpressionFunction, typeName } from './value.ts';
import type { Value } from './value.ts';

type StringMethod = {
  arity: readonly [number, number];
  call: (text: string, values: readonly Value[]) => Value;
};

/** Source: Jira expressions type reference, String. */
const methods: Readonly<Record<string, StringMethod>> = {
  trim: { arity: [0, 0], call: text => text.trim() },
  toLowerCase: { arity: [0, 0], call: text => text.toLowerCase() },
  toUpperCase: { arity: [0, 0], call: text => text.toUpperCase() },
  includes: { arity: [1, 1], call: (text, [part]) => text.includes(string(part)) },
  indexOf: { arity: [1, 1], call: (text, [part]) => text.indexOf(string(part)) },
  slice: { arity: [1, 2], call: (text, [start, end]) => text.slice(integer(start), optionalInteger(end)) },
  split: { arity: [1, 1], call: (text, [separator]) => text.split(nonEmpty(separator)) },
};

/** What Jira's strings have too; patterns and padding are of no use here. */
const unmodelled: ReadonlySet<string> = new Set([
  ...['match', 'matchAll', 'replace', 'padStart', 'padEnd', 'repeat'],
]);

/** The method of a text; undefined when Jira's strings have none of that name (`startsWith` for one). */
export function stringMethod(text: string, name: string): ExpressionFunction | undefined {
  if (unmodelled.has(name)) throw notModelled(`String.${name}`);
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return method && new ExpressionFunction(method.arity, values => method.call(text, values));
}

export const stringProperties: readonly string[] = ['length', ...Object.keys(methods), ...unmodelled].sort();

function string(value: Value | undefined): string {
  if (typeof value !== 'string') throw typeFailure(`String expected, got ${typeName(value ?? null)}.`);
  return value;
}

function nonEmpty(value: Value | undefined): string {
  const text = string(value);
  if (text === '') throw notModelled('Splitting by an empty text');
  return text;
}

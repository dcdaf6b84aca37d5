import { notModelled, typeFailure } from './failure.ts';
import { areEqual, asText } from './operators.ts';
import { ExpressionFunction, isList, isTruthy, typeName } from './value.ts';
import type { Value } from './value.ts';

type List = readonly Value[];
type ListMethod = { arity: readonly [number, number]; call: (list: List, values: List) => Value };

/** Source: Jira expressions type reference, List: these and no others. */
const methods: Readonly<Record<string, ListMethod>> = {
  map: overItems((list, lambda) => list.map(lambda)),
  filter: overItems((list, lambda) => list.filter(item => isTruthy(lambda(item)))),
  some: overItems((list, lambda) => list.some(item => isTruthy(lambda(item)))),
  every: overItems((list, lambda) => list.every(item => isTruthy(lambda(item)))),
  flatMap: overItems((list, lambda) => flattened(list.map(lambda))),
  flatten: { arity: [0, 0], call: list => flattened(list) },
  includes: { arity: [1, 1], call: (list, [item = null]) => list.some(each => sameItem(each, item)) },
  indexOf: { arity: [1, 1], call: (list, [item = null]) => list.findIndex(each => sameItem(each, item)) },
  concat: { arity: [1, 1], call: (list, [other = null]) => [...list, ...(isList(other) ? other : [other])] },
  join: { arity: [0, 1], call: (list, [separator = ',']) => joined(list, separator) },
  slice: { arity: [1, 2], call: (list, [start, end]) => list.slice(integer(start), optionalInteger(end)) },
  reduce: { arity: [1, 2], call: (list, values) => reduced(list, values) },
  sort: { arity: [1, 1], call: (list, [order = null]) => sorted(list, order) },
};

/** The method of a list; undefined when lists have none of that name. */
export function listMethod(list: List, name: string): ExpressionFunction | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return method && new ExpressionFunction(method.arity, values => method.call(list, values));
}

export const listProperties: readonly string[] = ['length', ...Object.keys(methods)].sort();

function overItems(run: (list: List, lambda: (item: Value) => Value) => Value): ListMethod {
  return {
    arity: [1, 1],
    call: (list, [lambda = null]) => run(list, item => functionOf(lambda, 1).call([item])),
  };
}

/** An argument that must be a lambda of `count` parameters. */
function functionOf(value: Value, count: number): ExpressionFunction {
  if (!(value instanceof ExpressionFunction)) throw typeFailure(`Function expected, got ${typeName(value)}.`);
  if (count < value.arity[0] || count > value.arity[1]) {
    throw notModelled(`A lambda with another number of parameters than ${String(count)} in this place`);
  }
  return value;
}

/** Items of other types are other items: a list may mix them. */
function sameItem(one: Value, other: Value): boolean {
  return typeName(one) === typeName(other) && areEqual(one, other);
}

function flattened(list: List): Value {
  return list.flatMap((item): Value[] => (isList(item) ? [...item] : [item]));
}

/** Longer results are cut at 10,000 characters in Jira. */
function joined(list: List, separator: Value): string {
  if (typeof separator !== 'string') throw typeFailure(`String expected, got ${typeName(separator)}.`);
  const text = list.map(asText).join(separator);
  if (text.length > 10_000) throw notModelled('Joining to more than 10000 characters');
  return text;
}

function reduced(list: List, [lambda = null, initial]: List): Value {
  const step = functionOf(lambda, 2);
  const [first, ...rest] = list;
  if (initial !== undefined) return list.reduce((sum, item) => step.call([sum, item]), initial);
  if (first === undefined) throw typeFailure("An empty list can't be reduced without an initial value.");
  return rest.reduce((sum, item) => step.call([sum, item]), first);
}

function sorted(list: List, order: Value): Value {
  const compare = functionOf(order, 2);
  return list.toSorted((one, other) => {
    const result = compare.call([one, other]);
    if (typeof result !== 'number') throw typeFailure(`Number expected, got ${typeName(result)}.`);
    return result;
  });
}

/** An argument that counts. */
export function integer(value: Value | undefined): number {
  if (typeof value !== 'number') throw typeFailure(`Number expected, got ${typeName(value ?? null)}.`);
  if (!Number.isInteger(value)) throw notModelled('A fraction in this place');
  return value;
}

export function optionalInteger(value: Value | undefined): number | undefined {
  return value === undefined ? undefined : integer(value);
}

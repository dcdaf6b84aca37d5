import { ExpressionObject } from './expression-object.ts';
import type { LazyProperties } from './expression-object.ts';
import { notModelled } from './failure.ts';

/** An object with a numeric id that tells it from others of its type. */
export function recordObject(type: string, id: string, properties: LazyProperties): ExpressionObject {
  const number = Number(id);
  if (!/^\d+$/.test(id)) throw new TypeError(`The id of a ${type} is a number, not ${JSON.stringify(id)}.`);
  return new ExpressionObject(type, { id: () => number, ...properties }, number);
}

/** Properties whose values are known. */
export function readable(values: Readonly<Record<string, unknown>>): LazyProperties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
}

/** Properties that Jira has and the sandbox doesn't: refused when they are read. */
export function absent(type: string, names: readonly string[]): LazyProperties {
  const refuse = (name: string) => () => {
    throw notModelled(`${type}.${name}`);
  };
  return Object.fromEntries(names.map(name => [name, refuse(name)]));
}

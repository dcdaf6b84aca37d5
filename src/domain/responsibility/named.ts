import { comparable, comparableId } from '../shared/text';

/** A role or a service: people refer to it by its name or its key. */
export interface Named {
  key: string;
  name: string;
}

/** What people may have meant by a reference, by name and by key, as these are compared. */
interface Index<T> {
  names: ReadonlyMap<string, T>;
  keys: ReadonlyMap<string, T>;
}

/** Of registers that have been asked before: a matrix of many rows asks many times. */
const indexes = new WeakMap<readonly Named[], Index<Named>>();

/**
 * The role or service that a reference means, by name or key. A name goes before a key, and of several the first; a
 * register has none that could be meant by the same words.
 * Source: the public contract, "Import files"; domain rules, "Text that people type".
 */
export function findNamed<T extends Named>(register: readonly T[], written: string): T | undefined {
  const known = indexes.get(register) as Index<T> | undefined;
  const { names, keys } = known ?? index(register);
  return names.get(comparable(written)) ?? keys.get(comparableId(written));
}

function index<T extends Named>(register: readonly T[]): Index<T> {
  const latestFirst = register.toReversed();
  const made = {
    names: new Map(latestFirst.map(one => [comparable(one.name), one] as const)),
    keys: new Map(latestFirst.map(one => [comparableId(one.key), one] as const)),
  };
  indexes.set(register, made);
  return made;
}

/** Two of a register that the same words mean: `one` can’t be told from `other`. */
export interface Namesakes<T> {
  one: T;
  other: T;
}

/**
 * Those of a register that could be taken for another of it, because a name or key of the one is a name or key of the
 * other. Source: domain rules, "Matrix version", "Text that people type".
 */
export function namesakes<T extends Named>(register: readonly T[]): Namesakes<T>[] {
  const first = new Map<string, T>();
  return register.flatMap(one => {
    const spellings = [...new Set([comparableId(one.name), comparableId(one.key)])];
    const others = spellings.map(spelling => first.get(spelling)).filter(other => other !== undefined);
    for (const spelling of spellings) if (!first.has(spelling)) first.set(spelling, one);
    return [...new Set(others)].map(other => ({ one, other }));
  });
}

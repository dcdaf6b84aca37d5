import { comparableId } from '../shared/text';

/** A role or a service: people refer to it by its name or its key. */
export interface Named {
  key: string;
  name: string;
}

/** Of registers that have been asked before, what they are called: a matrix of many rows asks many times. */
const indexes = new WeakMap<readonly Named[], ReadonlyMap<string, Named | null>>();

/**
 * The role or service that a reference means, by name or key; undefined where several are called so: the order of a
 * register decides nothing.
 * Source: the public contract, "Import files"; domain rules, "Text that people type".
 */
export function findNamed<T extends Named>(register: readonly T[], written: string): T | undefined {
  const known = indexes.get(register) as ReadonlyMap<string, T | null> | undefined;
  return (known ?? index(register)).get(comparableId(written)) ?? undefined;
}

/** What an entry is called, as it is compared. */
export function callsOf({ key, name }: Named): Set<string> {
  return new Set([comparableId(key), comparableId(name)]);
}

/** Null where several are called so. */
function index<T extends Named>(register: readonly T[]): ReadonlyMap<string, T | null> {
  const made = new Map<string, T | null>();
  for (const one of register)
    for (const called of callsOf(one)) made.set(called, made.has(called) ? null : one);
  indexes.set(register, made);
  return made;
}

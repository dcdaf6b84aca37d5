/** What a call that was made to fail throws: the world broke, and the code under test is not to know how. */
export class InjectedFault extends Error {}

/** `before`: the call fails and nothing happened. `after`: it happened, and the answer was lost. */
export type When = 'before' | 'after';

export interface Faults {
  /** Every write that was asked for since the last `forget`, by name, in order. */
  readonly writes: readonly string[];
  forget(): void;
  /** The `number`th write from now on fails; the first is 1. */
  failWrite(number: number, when: When): void;
  /** The next call of that name fails, whether it reads or writes. */
  failNext(name: string, when?: When): void;
  write<T>(name: string, effect: () => T): Promise<T>;
  read<T>(name: string, answer: () => T): Promise<T>;
}

/** Calls that fail on demand, so that every place where the world can break is a place where a test can break it. */
export function noFaults(): Faults {
  let writes: string[] = [];
  let cut: { at: number; when: When } | undefined;
  const next = new Map<string, When>();
  const run = <T>(name: string, when: When | undefined, effect: () => T): T => {
    if (when === 'before') throw new InjectedFault(`${name} failed`);
    const result = effect();
    if (when === 'after') throw new InjectedFault(`the answer of ${name} was lost`);
    return result;
  };
  const takeNext = (name: string) => {
    const when = next.get(name);
    next.delete(name);
    return when;
  };
  return {
    get writes() {
      return writes;
    },
    forget: () => {
      writes = [];
      cut = undefined;
    },
    failWrite: (number, when) => {
      cut = { at: writes.length + number, when };
    },
    failNext: (name, when = 'before') => {
      next.set(name, when);
    },
    write: async (name, effect) => {
      await Promise.resolve();
      writes.push(name);
      const isCut = cut?.at === writes.length ? cut.when : undefined;
      return run(name, isCut ?? takeNext(name), effect);
    },
    read: async (name, answer) => {
      await Promise.resolve();
      return run(name, takeNext(name), answer);
    },
  };
}

import { kindsFor, sortOf, type Call, type FaultKind } from './fault-kinds.ts';

/** One fault at one call of one step of a flow; `step` from 0, `call` from 1. */
export interface Case {
  flow: string;
  step: number;
  call: number;
  kind: FaultKind;
}

/** Every fault of every call; what is tried once per kind of call, at the first of its kind in the flow. */
export function casesOf(flow: string, calls: readonly (readonly Call[])[]): Case[] {
  const sorts = new Set<string>();
  return calls.flatMap((ofStep, step) =>
    ofStep.flatMap((call, at) => {
      const sort = sortOf(call);
      const isFirst = !sorts.has(sort);
      sorts.add(sort);
      return kindsFor(call, isFirst).map(kind => ({ flow, step, call: at + 1, kind }));
    }),
  );
}

/** Some of the cases, spread over flows and kinds of fault: one of each in turn, in an order that the seed decides. */
export function sampleOf(cases: readonly Case[], size: number, seed: number): Case[] {
  const random = randomFrom(seed);
  const groups = new Map<string, { order: number; one: Case }[]>();
  for (const one of cases) {
    const name = `${one.flow} ${one.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), { order: random(), one }]);
  }
  const turns = [...groups.values()].map(group =>
    group.sort((a, b) => a.order - b.order).map(({ one }) => one),
  );
  const sample: Case[] = [];
  for (let turn = 0; sample.length < Math.min(size, cases.length); turn += 1) {
    for (const group of turns) {
      const next = group[turn];
      if (next && sample.length < size) sample.push(next);
    }
  }
  return sample;
}

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

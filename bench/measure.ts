import { performance } from 'node:perf_hooks';

/** Samples of one measure. */
export interface Spread {
  n: number;
  min: number;
  median: number;
  max: number;
}

/** One line of output: what was measured, what it is held against, and what it should be. */
export interface Line extends Spread {
  name: string;
  unit: string;
  /** Measured in the same run, turn by turn with the subject; null where a count or a limit is all there is. */
  baseline: (Spread & { name: string }) | null;
  /** Of the medians, the way round that the goal has it; null without a baseline. */
  ratio: number | null;
  goal: string;
  /** Counts and conditions that belong to the measure. */
  with?: Record<string, unknown>;
}

/** @param names - of its lines, known beforehand so that one can be asked for */
export interface Benchmark {
  names: readonly string[];
  run(): Promise<Line[]>;
}

/** @param samples - at least one */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (place: number) => rounded(sorted[place] ?? Number.NaN);
  return {
    n: sorted.length,
    min: at(0),
    median: at(Math.floor((sorted.length - 1) / 2)),
    max: at(sorted.length - 1),
  };
}

/** To three decimals. */
export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** How often the first is the second, by their medians. */
export function ratioOf(one: Spread, other: Spread): number {
  return rounded(one.median / other.median);
}

/** Milliseconds that something takes. */
export async function millisecondsOf(act: () => unknown): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Takes turns, so that what slows the machine slows both; who begins changes from turn to turn. */
export async function takingTurns(
  turns: number,
  subject: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ subject: Spread; baseline: Spread }> {
  const samples = { subject: [] as number[], baseline: [] as number[] };
  for (let turn = 0; turn < turns; turn += 1) {
    const order = turn % 2 === 0 ? (['subject', 'baseline'] as const) : (['baseline', 'subject'] as const);
    for (const who of order) samples[who].push(await { subject, baseline }[who]());
  }
  return { subject: spreadOf(samples.subject), baseline: spreadOf(samples.baseline) };
}

import type { Case } from './cases.ts';
import { sortOf, type Call } from './fault-kinds.ts';
import { FLOWS } from './flows.ts';
import type { Replayed } from './replay.ts';

interface Counts {
  calls: number;
  injected: number;
  converged: number;
  failed: number;
}

/** Lines of a difference that are printed; the command repeats a case for anyone who wants more. */
const LINES = 6;

/** Counts what was found, and prints what someone has to look into. */
export class Report {
  private readonly counts = new Map<string, Counts>();
  private readonly began = Date.now();

  surveyed(flow: string, calls: readonly (readonly Call[])[]): void {
    this.counts.set(flow, { calls: calls.flat().length, injected: 0, converged: 0, failed: 0 });
  }

  replayed(one: Case, { met, difference, failure }: Replayed): void {
    const counts = this.counts.get(one.flow);
    if (!counts) throw new RangeError(`The flow ${one.flow} was not surveyed.`);
    const step = FLOWS.find(({ name }) => name === one.flow)?.steps[one.step]?.does ?? '';
    const named = `${one.flow}, ${step}, call ${String(one.call)} ${one.kind}`;
    const isGood = !difference && failure === undefined;
    if (!met && isGood) {
      say(`? ${named}: never made, so that nothing was proved`);
      return;
    }
    counts.injected += 1;
    if (isGood) {
      counts.converged += 1;
      return;
    }
    counts.failed += 1;
    const again = `--flow '${one.flow}' --step ${String(one.step + 1)} --call ${String(one.call)} --kind ${one.kind}`;
    say(`✗ ${named}: ${met ? sortOf(met) : 'never made'}`);
    say(`  again: npm run faults -- ${again}`);
    if (failure !== undefined) say(`  could not be done: ${failure}`);
    print('missing', difference?.missing ?? []);
    print('unexpected', difference?.unexpected ?? []);
  }

  /** Prints the table and, as its last line, the total. @returns the exit code */
  close(): number {
    const total = { calls: 0, injected: 0, converged: 0, failed: 0 };
    for (const [flow, counts] of this.counts) {
      say(`${flow.padEnd(14)} ${told(counts)}`);
      for (const key of ['calls', 'injected', 'converged', 'failed'] as const) total[key] += counts[key];
    }
    const seconds = Math.round((Date.now() - this.began) / 1000);
    say(`total          ${told(total)} in ${String(seconds)} s`);
    return total.failed > 0 ? 1 : 0;
  }
}

function told({ calls, injected, converged, failed }: Counts): string {
  return `calls ${String(calls)}, faults injected ${String(injected)}, converged ${String(converged)}, failed ${String(failed)}`;
}

function print(what: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, LINES)) say(`  ${what}: ${line.slice(0, 600)}`);
  if (lines.length > LINES) say(`  and ${String(lines.length - LINES)} more ${what}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Makes every call that the app makes in every flow fail in every way, lets people, retries and the sweep do their part,
 * and compares what there is with what there is without a fault.
 * `node main.ts [--flow NAME] [--step N] [--call N] [--kind KIND] [--sample N --seed N] [--jobs N]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casesOf, sampleOf, type Case } from './cases.ts';
import { FLOWS } from './flows.ts';
import { Report } from './report.ts';
import { Workers, type Task } from './workers.ts';
import { bundledProcess } from '../support/sandbox/bundled-process.ts';

const { values: asked } = parseArgs({
  options: {
    flow: { type: 'string' },
    step: { type: 'string' },
    call: { type: 'string' },
    kind: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});

process.exitCode = await sweep();

async function sweep(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-kept-'));
  const script = await bundledProcess(join(import.meta.dirname, 'worker-process.ts'), [
    'test/**/*.ts',
    'src/**/*.ts',
  ]);
  const workers = new Workers(script, folder, Number(asked.jobs));
  try {
    const report = new Report();
    const cases: Case[] = [];
    const flows = FLOWS.filter(({ name }) => asked.flow === undefined || asked.flow === name);
    if (flows.length === 0) throw new RangeError(`There is no flow ${asked.flow ?? ''}.`);
    const surveys = flows.map(({ name }): Extract<Task, { what: 'survey' }> => ({
      what: 'survey',
      flow: name,
    }));
    await workers.run(surveys, ({ flow }, calls) => {
      report.surveyed(flow, calls);
      cases.push(...casesOf(flow, calls).filter(isAskedFor));
    });
    const chosen =
      asked.sample === undefined ? cases : sampleOf(inOrder(cases), Number(asked.sample), Number(asked.seed));
    await workers.run(
      chosen.map(one => ({ what: 'replay' as const, ...one })),
      (one, replayed) => {
        report.replayed(one, replayed);
      },
    );
    return report.close();
  } finally {
    workers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAskedFor({ step, call, kind }: Case): boolean {
  return (
    (asked.step === undefined || Number(asked.step) === step + 1) &&
    (asked.call === undefined || Number(asked.call) === call) &&
    (asked.kind === undefined || asked.kind === kind)
  );
}

/** Surveys end in any order; a sample of a seed is always the same. */
function inOrder(cases: readonly Case[]): Case[] {
  return FLOWS.flatMap(({ name }) => cases.filter(({ flow }) => flow === name));
}

import { coldStart } from './cold-start/cold-start.ts';
import { gateDecision } from './gate/gate-decision.ts';
import { matrixImport } from './matrix-import.ts';
import type { Benchmark } from './measure.ts';
import { monthlyCost } from './cost/monthly-cost.ts';
import { pages } from './pages/pages.ts';
import { resolution } from './resolution.ts';
import { sweep } from './sweep/sweep.ts';

/**
 * `npm run bench` measures everything, `npm run bench -- NAME` what begins with that name. Prints a JSON line for each
 * measure. Nothing here fails for being slow: the goals are read beside the figures, in docs/performance.md.
 */

const BENCHMARKS: readonly Benchmark[] = [
  gateDecision,
  resolution,
  matrixImport,
  sweep,
  coldStart,
  pages,
  monthlyCost,
];

const [asked = ''] = process.argv.slice(2);
const wanted = (name: string) => name.startsWith(asked);
const chosen = BENCHMARKS.filter(({ names }) => names.some(wanted));
if (chosen.length === 0) {
  console.error(
    `There is no benchmark ${asked}. There are: ${BENCHMARKS.flatMap(({ names }) => names).join(', ')}`,
  );
  process.exitCode = 1;
}
for (const { run } of chosen) {
  for (const line of (await run()).filter(({ name }) => wanted(name))) console.log(JSON.stringify(line));
}

/**
 * `npm run fuzz -- [--runs 10000] [--seed N]`: asks everything that takes input for what it must never get, and says how
 * often. Ends with `N cases held, N failed`; a failure shows the smallest input that brings it about.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { corpusTarget } from './corpus.ts';
import { REQUEST_OF, SLOW } from './requests.ts';
import { FuzzedSite } from './site.ts';
import {
  eventTarget,
  fileTarget,
  gateTarget,
  jobTarget,
  resolverTarget,
  sweepTarget,
  type Target,
} from './targets.ts';

const SEED = 27_017;
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(SEED) },
    only: { type: 'string', default: '' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];

/** The share of all runs that a target gets, against the others. */
interface Weighed {
  target: Target;
  weight: number;
}

const started = Date.now();
const site = await FuzzedSite.open();
const targets = weighed(site).filter(({ target }) => target.name.includes(values.only));
const whole = targets.reduce((sum, { weight }) => sum + weight, 0);
const counts = { held: 0, failed: 0 };
for (const { target, weight } of targets) await fuzz(target, Math.max(1, Math.ceil((runs * weight) / whole)));
await site.stop();
console.log(
  `${counts.held} cases held, ${counts.failed} failed (seed ${seed}, ${((Date.now() - started) / 1000).toFixed(0)} s)`,
);
process.exitCode = counts.failed > 0 ? 1 : 0;

function weighed(of: FuzzedSite): Weighed[] {
  const functions = REQUEST_OF.map(([functionKey, request]) => ({
    target: resolverTarget(of, functionKey, request),
    weight: SLOW.has(functionKey) ? 5 : 30,
  }));
  return [
    { target: corpusTarget(of), weight: 0 },
    ...functions,
    { target: fileTarget(of), weight: 150 },
    { target: gateTarget(of), weight: 150 },
    { target: eventTarget(of, 'avi:jira:created:issue'), weight: 30 },
    { target: eventTarget(of, 'avi:jira:updated:issue'), weight: 30 },
    { target: jobTarget(of), weight: 60 },
    { target: sweepTarget(of), weight: 0.3 },
  ];
}

async function fuzz({ name, cases, examples, run }: Target, share: number): Promise<void> {
  const begun = Date.now();
  const property = fc.asyncProperty(cases, run);
  const written = examples && { examples: examples.map((example): [unknown] => [example]) };
  const result = await fc.check(property, { seed, numRuns: examples?.length ?? share, ...written });
  const took = `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  counts.held += result.failed ? result.numRuns - 1 : result.numRuns;
  if (!result.failed) {
    console.log(`✓ ${name}: ${result.numRuns} cases (${took})`);
    return;
  }
  counts.failed += 1;
  console.log(`✗ ${name}: after ${result.numRuns} cases and ${result.numShrinks} shrinks (${took})`);
  console.log(`  ${JSON.stringify(result.counterexample, shortened).slice(0, 3_000)}`);
  console.log(
    `  ${result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance)}`,
  );
}

/** Texts as they are, but for what is only long. */
function shortened(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > 1_000
    ? `${value.slice(0, 100)}… (${value.length} characters)`
    : value;
}

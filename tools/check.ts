import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { processorSeconds } from './processor-time.ts';
import { startSecondDatabase } from './second-database.ts';

/**
 * Everything that has to hold before a change is good: formatting, lint, types, structure, unused code, then the tests.
 * With `--quick` only the tests that need neither a sandbox, a browser nor a second database; further words go to Jest.
 */

const ROOT = resolve(import.meta.dirname, '..');

/** What was found formatted, by its content. */
const FORMATTED = '.build/formatted';

const CHECKS: readonly (readonly [what: string, command: string])[] = [
  ['lint and types', 'oxlint'],
  [
    'formatting',
    `prettier --check --log-level warn --cache --cache-strategy content --cache-location ${FORMATTED} .`,
  ],
  ['unused code', 'knip'],
  ['dependency rules', 'depcruise --config .dependency-cruiser.cjs src static/src sandbox test/support'],
  ['licences of what ships', 'node tools/licences.ts --check'],
];

/** The checks of types take most of their time to collect garbage, and need little memory as it is. */
const ENVIRONMENT = { ...process.env, GOGC: '400' };

const QUICK = ['test/domain', 'test/application', 'test/content', 'test/static/(api|pages|panels)/'];

const reportOfJest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const failed = await checksThatFail();
console.log(`Processor time of the checks: ${spentSoFar()}`);
if (failed.length > 0) {
  console.log(`Failed before the tests: ${failed.join(', ')}`);
  finish({ passed: CHECKS.length - failed.length, failed: failed.length, skipped: 0 });
} else {
  const tests = values.quick
    ? await runTests({}, [...QUICK, ...positionals])
    : await testsOnBothDatabases(positionals);
  finish({ ...tests, passed: tests.passed + CHECKS.length });
}

/** Runs them side by side, as many at once as there are processors. */
async function checksThatFail(): Promise<string[]> {
  const waiting = [...CHECKS];
  const failures: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [what, command] = next;
      if (!(await passes(what, command))) failures.push(what);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return failures;
}

/** What it prints comes together, whatever runs beside it. */
async function passes(what: string, command: string): Promise<boolean> {
  const started = Date.now();
  const child = spawn(`${command} 2>&1`, {
    cwd: ROOT,
    shell: true,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>(done => child.once('close', done));
  const output = await text(child.stdout);
  const passed = (await ended) === 0;
  if (!passed) console.log(output);
  console.log(`${passed ? '✓' : '✗'} ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

async function testsOnBothDatabases(words: readonly string[]): Promise<Counts> {
  const database = await startSecondDatabase();
  if ('REMIT_NO_MARIADB' in database.environment)
    console.log(`- no second database: ${database.environment.REMIT_NO_MARIADB}`);
  const tests = await runTests(database.environment, words);
  await database.stop();
  return tests;
}

async function runTests(environment: Record<string, string>, words: readonly string[]): Promise<Counts> {
  const report = join(ROOT, '.build', 'test-report.json');
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const jest = `node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --silent --json --outputFile=${report}`;
  const child = spawn(`${jest} ${words.map(word => `'${word}'`).join(' ')}`, {
    cwd: ROOT,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    // What Node compiled of a file serves every process and thread of the tests.
    env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, '.build', 'compiled'), ...environment },
  });
  const status = await new Promise<number | null>(done => child.once('close', done));
  const counts = reportOfJest.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failures = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  return {
    passed: counts.numPassedTests,
    failed: failures === 0 && status !== 0 ? 1 : failures,
    skipped: counts.numPendingTests,
  };
}

/** The last line is read by others: nothing comes after it. */
function finish({ passed, failed, skipped }: Counts): void {
  console.log(`Processor time in all: ${spentSoFar()}`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** In words, since the process that `REMIT_RUN_OF` names began, or since this one did. */
function spentSoFar(): string {
  const seconds = processorSeconds(Number(process.env['REMIT_RUN_OF'] ?? process.pid));
  if (seconds === undefined) return 'not told by this system';
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

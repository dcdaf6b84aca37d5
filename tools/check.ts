import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startSecondDatabase } from './second-database.ts';

/** Everything that has to hold before a change is good: formatting, lint, types, structure, unused code, then the tests. */

const ROOT = resolve(import.meta.dirname, '..');

const CHECKS: readonly (readonly [what: string, command: string])[] = [
  ['formatting', 'prettier --check --log-level warn .'],
  ['lint', 'eslint --cache --cache-location .build/eslint/ .'],
  ['types of the app', 'tsc --noEmit -p tsconfig.json'],
  ['types of the pages', 'tsc -p static/tsconfig.json'],
  ['types of the sandbox', 'tsc -p sandbox/tsconfig.json'],
  ['types of the web shell', 'tsc -p sandbox/web/shell/tsconfig.json'],
  ['types of the tests', 'tsc -p test/tsconfig.json'],
  ['types of the tools', 'tsc -p tools/tsconfig.json'],
  ['types of the benchmarks', 'tsc -p bench/tsconfig.json'],
  ['dependency rules', 'depcruise --config .dependency-cruiser.cjs src static/src sandbox test/support'],
  ['unused code', 'knip'],
  ['licences of what ships', 'node tools/licences.ts --check'],
];

const failed = CHECKS.filter(([what, command]) => !passes(what, command));
if (failed.length > 0) {
  console.log(`Failed before the tests: ${failed.map(([what]) => what).join(', ')}`);
  finish({ passed: CHECKS.length - failed.length, failed: failed.length, skipped: 0 });
} else {
  const database = await startSecondDatabase();
  if ('REMIT_NO_MARIADB' in database.environment)
    console.log(`- no second database: ${database.environment.REMIT_NO_MARIADB}`);
  const tests = runTests(database.environment);
  await database.stop();
  finish({ ...tests, passed: tests.passed + CHECKS.length });
}

function passes(what: string, command: string): boolean {
  const started = Date.now();
  const { status } = spawnSync(command, { cwd: ROOT, shell: true, stdio: 'inherit' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${what} (${seconds} s)`);
  return status === 0;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function runTests(environment: Record<string, string>): Counts {
  const report = join(ROOT, '.build', 'test-report.json');
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const jest = `node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --silent --maxWorkers=2 --json --outputFile=${report}`;
  const { status } = spawnSync(`${jest} ${process.argv.slice(2).join(' ')}`, {
    cwd: ROOT,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numRuntimeErrorTestSuites', number>;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return {
    passed: numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: numPendingTests,
  };
}

function finish({ passed, failed, skipped }: Counts): void {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

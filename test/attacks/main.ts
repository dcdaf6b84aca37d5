/**
 * `npm run attacks -- [--runs 2000] [--seed N] [--jobs N] [--path PATH] [--only sequences|list]`: plays every attack of
 * these files and says in a line what came of each; then plays random sequences of what editors, deciders,
 * administrators, other apps and the clock can do, and holds what comes of them against the promise.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { playSequences } from './sequences/play-sequences.ts';
import type { Seen } from './outcome.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const { values: asked } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '27017' },
    jobs: { type: 'string' },
    path: { type: 'string' },
    only: { type: 'string' },
  },
});

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const held = asked.only === 'sequences' || (await playList());
const kept = asked.only === 'list' || (await playSequences(asked));
process.exitCode = held && kept ? 0 : 1;

/** @returns whether every attack was refused, found, held, or without effect, as its test has it */
async function playList(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'attacks-'));
  const [seen, results] = [join(folder, 'seen'), join(folder, 'results.json')];
  try {
    const child = spawn(
      process.execPath,
      [
        ...JEST,
        'test/attacks/[^/]+$',
        '--silent',
        '--json',
        `--outputFile=${results}`,
        `--setupFilesAfterEnv=${join(import.meta.dirname, 'watched.ts')}`,
      ],
      { cwd: ROOT, stdio: 'ignore', env: { ...process.env, REMIT_ATTACKS_SEEN: seen } },
    );
    await once(child, 'exit');
    return tell(report.parse(JSON.parse(readFileSync(results, 'utf8'))), outcomesIn(seen));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcomesIn(file: string): Map<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map(line => {
      const { file: of, test, outcome } = JSON.parse(line) as Seen;
      return [`${of} ${test}`, outcome];
    }),
  );
}

/** One line for each attack, and one with the total. */
function tell({ testResults }: z.infer<typeof report>, outcomes: ReadonlyMap<string, string>): boolean {
  const counts = { held: 0, failed: 0 };
  for (const { name, message, assertionResults } of testResults) {
    for (const { fullName, status } of assertionResults) {
      const isHeld = status === 'passed';
      counts[isHeld ? 'held' : 'failed'] += 1;
      const outcome = outcomes.get(`${name} ${fullName}`) ?? 'not played';
      process.stdout.write(isHeld ? `✓ ${fullName}: ${outcome}\n` : `✗ ${fullName}\n${message}\n`);
    }
    if (assertionResults.length === 0) {
      counts.failed += 1;
      process.stdout.write(`✗ ${name}\n${message}\n`);
    }
  }
  process.stdout.write(`attacks held ${String(counts.held)}, failed ${String(counts.failed)}\n`);
  return counts.failed === 0;
}

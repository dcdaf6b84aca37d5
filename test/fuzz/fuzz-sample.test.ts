import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';

/** A part of `npm run fuzz`: the corpus, and a few cases of everything that takes input. */
const RUNS = '700';

describe('input of every kind', () => {
  it(
    'is answered, or refused by name: no crash, no fault of ours, nothing from within, and nothing written',
    () => {
      const main = join(import.meta.dirname, 'main.ts');
      const { stdout, status } = spawnSync(process.execPath, ['--no-warnings', main, '--runs', RUNS], {
        encoding: 'utf8',
      });
      expect(stdout.split('\n').filter(line => line.startsWith('✗') || line.startsWith('  '))).toEqual([]);
      expect(stdout).toMatch(/^\d{3,4} cases held, 0 failed/m);
      expect(status).toBe(0);
    },
    2 * STARTS_WITHIN_MS,
  );
});

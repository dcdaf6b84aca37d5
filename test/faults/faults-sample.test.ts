import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, describe, it } from '@jest/globals';

const COMMAND = join(import.meta.dirname, 'main.ts');
const SAMPLE = ['--sample', '200', '--seed', '27017'];

describe('the faults of a sample, spread over all flows and kinds', () => {
  it('are all made good: nothing is lost, and nothing is there twice', async () => {
    const child = spawn(process.execPath, ['--no-warnings', COMMAND, ...SAMPLE], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const [said, [code]] = await Promise.all([text(child.stdout), ended]);
    const total = said.trim().split('\n').at(-1);
    // What was not made good is in the text, with the command that repeats it.
    expect({ said, code }).toEqual({ said, code: 0 });
    expect(total).toMatch(/^total +calls \d+, faults injected 200, converged 200, failed 0 in \d+ s$/);
  }, 600_000);
});

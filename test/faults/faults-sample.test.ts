import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, describe, it } from '@jest/globals';

const COMMAND = join(import.meta.dirname, 'main.ts');
/** Some more than are asked for: a call that the app made when it was watched it may not need when it is done again. */
const SAMPLE = ['--sample', '206', '--seed', '27017'];
const AT_LEAST = 200;

describe('the faults of a sample, spread over all flows and kinds', () => {
  it('are all made good: nothing is lost, and nothing is there twice', async () => {
    const child = spawn(process.execPath, ['--no-warnings', COMMAND, ...SAMPLE], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const [said, [code]] = await Promise.all([text(child.stdout), ended]);
    const [, injected = 0, converged] =
      /^total +calls \d+, faults injected (\d+), converged (\d+), failed 0 in/m.exec(said) ?? [];
    // What was not made good is in the text, with the command that repeats it.
    expect({ said, code }).toEqual({ said, code: 0 });
    expect(converged).toBe(injected);
    expect(Number(injected)).toBeGreaterThanOrEqual(AT_LEAST);
  }, 600_000);
});

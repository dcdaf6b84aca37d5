import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';

const COMMAND = join(import.meta.dirname, '..', 'main.ts');
const RUNS = '16';

it('random sequences of what people, administrators, apps and the clock can do break no promise', async () => {
  const words = ['--only', 'sequences', '--runs', RUNS, '--seed', '27017'];
  const child = spawn(process.execPath, ['--no-warnings', COMMAND, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [said, [code]] = await Promise.all([text(child.stdout), ended]);
  // What was not kept is in the text, with the command that repeats it.
  expect({ said, code }).toEqual({ said, code: 0 });
  expect(said).toMatch(new RegExp(`^sequences ${RUNS}, broken promises 0 in`, 'm'));
}, 600_000);

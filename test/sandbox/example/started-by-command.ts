import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../sandbox/main.ts', import.meta.url));

export interface Started {
  /** What it printed until it was ready, that line included. */
  lines: string[];
  url: string;
  stop(): Promise<void>;
}

/** Starts the sandbox by its command, on a free port. Rejects with what it printed when it ends before it is ready. */
export async function startByCommand(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, ['--no-warnings', MAIN, ...args], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', line => errors.push(line));
  const url = await new Promise<string | undefined>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line => {
      lines.push(line);
      const [, address] = / ready on (http:\S+)$/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    exited.then(() => {
      resolve(undefined);
    }, reject);
  });
  if (url === undefined) throw new Error([...lines, ...errors].join('\n'));
  return {
    lines,
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

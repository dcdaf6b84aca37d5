import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { bundledProcess, compiledOnce } from './bundled-process.ts';
import type { SandboxProcessOptions } from './open-sandbox.ts';

const PROCESS = join(import.meta.dirname, 'sandbox-process.ts');

/** A sandbox that is up, wherever it runs. */
export interface Running {
  url: string;
  /** Switches an account off or on. */
  setActive(accountId: string, active: boolean): Promise<void>;
  /** Ends it in good order: what is pending stays for the next start. */
  end(): Promise<void>;
}

/** A sandbox in a process of its own, which obeys commands. */
export interface RunningProcess extends Running {
  /** Gives the process a command, a line of JSON, and resolves to its answer. */
  tell(command: unknown): Promise<unknown>;
}

/** Starts a sandbox in a process of its own; it ends with this one at the latest. @param script - runs in the process */
export async function run(options: SandboxProcessOptions, script = PROCESS): Promise<RunningProcess> {
  const bundle = await bundledProcess(script);
  const child = spawn(process.execPath, ['--no-warnings', bundle, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: compiledOnce(bundle),
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The sandbox ended with code ${String(code)} before it was ready.`);
  });
  ended.catch(() => undefined);
  const lines = createInterface({ input: child.stdout });
  const ready = once(lines, 'line');
  const [line] = z.tuple([z.string()]).parse(await Promise.race([ready, ended]));
  const tell = async (command: unknown): Promise<unknown> => {
    const done = once(lines, 'line');
    child.stdin.write(`${JSON.stringify(command)}\n`);
    const [answer] = z.tuple([z.string()]).parse(await Promise.race([done, ended]));
    return JSON.parse(answer);
  };
  return {
    url: z.object({ url: z.string() }).parse(JSON.parse(line)).url,
    tell,
    setActive: async (accountId, active) => {
      await tell({ accountId, active });
    },
    end: async () => {
      const exited = once(child, 'exit');
      child.stdin.end();
      await exited;
    },
  };
}

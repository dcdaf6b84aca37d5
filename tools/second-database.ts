import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(import.meta.dirname, '..');

export interface SecondDatabase {
  /** For the tests: the server's address, or why there is none. */
  environment: { REMIT_TEST_MARIADB: string } | { REMIT_NO_MARIADB: string };
  stop(): Promise<void>;
}

/** Starts a MariaDB of our own for one run of the tests, where one is installed. It ends with this process at the latest. */
export async function startSecondDatabase(): Promise<SecondDatabase> {
  const server = join(ROOT, 'test', 'support', 'mariadb-server.ts');
  const child = spawn(process.execPath, ['--no-warnings', server], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    exited.then(([code]) => [JSON.stringify({ missing: `its process ended with code ${String(code)}` })]),
  ])) as [string];
  const outcome = JSON.parse(line) as { address: string } | { missing: string };
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await exited;
  };
  const environment =
    'address' in outcome ? { REMIT_TEST_MARIADB: outcome.address } : { REMIT_NO_MARIADB: outcome.missing };
  return { environment, stop };
}

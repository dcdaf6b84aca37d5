/**
 * A MariaDB for tests: its data in a folder of its own, reached over a Unix socket only, and gone afterwards.
 * `node test/support/mariadb-server.ts` prints `{"address": "mysql://…"}` or `{"missing": "why there is none"}`, and
 * ends when its input does.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { accessSync, closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where Debian, Red Hat and others keep servers, which are seldom on a person's path. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/libexec', '/usr/local/sbin', '/usr/local/bin'];
const STARTS_WITHIN_MS = 60_000;
/** Forge's. Source: Forge, "Forge SQL: TiDB"; the collation and the time zone are its defaults there. */
const AS_FORGE = [
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_bin',
  '--default-time-zone=+00:00',
  '--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
];
/** What it holds is thrown away: nothing has to survive a failure of the machine. */
const FAST = [
  '--innodb-log-file-size=8M',
  '--innodb-buffer-pool-size=64M',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--debug-no-sync',
  '--performance-schema=off',
];

export interface MariaDb {
  /** `mysql://root@localhost/?socketPath=…`: the server, without a database in it. */
  address: string;
  stop(): Promise<void>;
}

/** Starts one. @throws an Error that says what is missing or what went wrong, in words for anyone who runs the tests */
export async function startMariaDb(): Promise<MariaDb> {
  const server = programme('mariadbd');
  const installer = programme('mariadb-install-db');
  const folder = mkdtempSync(join(tmpdir(), 'remit-mariadb-'));
  const [data, socket, log] = [join(folder, 'data'), join(folder, 's.sock'), join(folder, 'log')];
  const common = ['--no-defaults', `--user=${userInfo().username}`, `--datadir=${data}`];
  try {
    install(installer, [...common, '--auth-root-authentication-method=normal', '--skip-test-db']);
    const output = openSync(log, 'a');
    const privately = [`--socket=${socket}`, `--pid-file=${join(folder, 'pid')}`, '--skip-networking'];
    const child = spawn(server, [...common, ...privately, ...AS_FORGE, ...FAST], {
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    await accepting(child, log);
    const stop = async (): Promise<void> => {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    };
    return { address: `mysql://root@localhost/?socketPath=${encodeURIComponent(socket)}`, stop };
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  }
}

function programme(name: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SERVER_FOLDERS];
  const found = folders.map(folder => join(folder, name)).find(isExecutable);
  if (found === undefined) throw new Error(`${name} is not on this machine (Debian: mariadb-server)`);
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(installer: string, options: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(installer, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${installer} failed: ${lastLine(stderr || stdout)}`);
}

/** Resolves when the server says that it takes connections. */
async function accepting(child: ChildProcess, log: string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  let failure: Error | undefined;
  child.once('error', error => {
    failure = error;
  });
  while (!readFileSync(log, 'utf8').includes('ready for connections')) {
    const hasEnded = failure !== undefined || child.exitCode !== null || child.signalCode !== null;
    if (hasEnded || Date.now() > until) {
      await ended(child);
      throw new Error(`mariadbd does not start: ${failure?.message ?? lastLine(readFileSync(log, 'utf8'))}`);
    }
    await pause(50);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise(resolve => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

async function serveUntilInputEnds(): Promise<void> {
  try {
    const { address, stop } = await startMariaDb();
    const end = (): void => {
      void stop().then(() => process.exit(0));
    };
    process.stdin.resume().once('end', end);
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    tell({ address });
  } catch (fault) {
    tell({ missing: fault instanceof Error ? fault.message : String(fault) });
  }
}

function tell(outcome: { address: string } | { missing: string }): void {
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}

if (import.meta.main) await serveUntilInputEnds();

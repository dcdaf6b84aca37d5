/**
 * The real @forge/sql on a real database behind the sandbox's guard: the embedded one, or one of its own on the
 * MySQL-compatible server that `REMIT_TEST_STORAGE=mysql://…` names.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { SandboxClock } from '../../../sandbox/clock.ts';
import { SqlProxy } from '../../../sandbox/forge/proxy/sql.ts';
import { MysqlStorage } from '../../../sandbox/forge/sql/mysql-storage.ts';
import { SqliteStorage } from '../../../sandbox/forge/sql/sqlite-storage.ts';
import type { SqlStorage } from '../../../sandbox/forge/sql/sql-storage.ts';
import { StatementRate } from '../../../sandbox/forge/sql/statement-rate.ts';
import { openTestStorage, type TestStorage } from '../../support/test-storage.ts';

/** A way for the next statement that contains the text to fail: refused, or done with its answer lost. */
interface Failure {
  containing: string;
  how: 'refused' | 'answer lost';
}

const request = z.object({ query: z.string() });
const rowsIn = z.object({ rows: z.array(z.unknown()) });

/** An installation's database, empty, as the app's code in this test reaches it. */
export class ForgeSql {
  /** Every statement since the start or the last `forget`, in order. */
  statements: string[] = [];
  /** The rows that these answered with, and the most bytes that one of them did. */
  rowsRead = 0;
  longestAnswer = 0;
  private readonly storage: SqlStorage;
  private readonly folder: string;
  private readonly server: TestStorage | undefined;
  private readonly failures: Failure[] = [];

  private constructor(storage: SqlStorage, folder: string, server: TestStorage | undefined) {
    this.storage = storage;
    this.folder = folder;
    this.server = server;
  }

  static async open(): Promise<ForgeSql> {
    const folder = mkdtempSync(join(tmpdir(), 'forge-sql-'));
    const server = await openTestStorage();
    const storage = server ? await MysqlStorage.connect(server.address) : new SqliteStorage(folder);
    const opened = new ForgeSql(storage, folder, server);
    // The two rates are Forge's; what is tested here is not how fast a test runs.
    const rate = new StatementRate(new SandboxClock(), 1_000_000, 1_000_000);
    const proxy = new SqlProxy(storage, rate, undefined);
    Object.defineProperty(globalThis, '__forge_fetch__', {
      configurable: true,
      value: (_: unknown, path: string, init: { body: string }) => opened.answer(proxy, path, init.body),
    });
    return opened;
  }

  /** Makes the next statement that contains the text fail. */
  fail(failure: Failure): void {
    this.failures.push(failure);
  }

  forget(): void {
    this.statements = [];
    this.rowsRead = 0;
    this.longestAnswer = 0;
  }

  async close(): Promise<void> {
    await this.storage.close();
    await this.server?.discard();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answer(proxy: SqlProxy, path: string, body: string): Promise<Response> {
    const { query } = request.parse(JSON.parse(body));
    this.statements.push(query);
    const failing = this.failures.findIndex(({ containing }) => query.includes(containing));
    const [failure] = failing === -1 ? [] : this.failures.splice(failing, 1);
    if (failure?.how === 'refused')
      return Response.json({ code: 'UNKNOWN_ERROR', message: 'down' }, { status: 500 });
    const { status, body: answer } = await proxy.answer(path, JSON.parse(body));
    this.rowsRead += rowsIn.safeParse(answer).data?.rows.length ?? 0;
    this.longestAnswer = Math.max(this.longestAnswer, Buffer.byteLength(JSON.stringify(answer)));
    if (failure) throw new TypeError('fetch failed');
    return Response.json(answer, { status });
  }
}

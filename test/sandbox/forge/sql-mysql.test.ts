import { createServer as portFinder, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import mysql from 'mysql2';
import { MysqlStorage } from '../../../sandbox/forge/sql/mysql-storage.ts';

/** Long passwords, found rows, long flags, a database to connect with, transactions and secure connections. */
const PROTOCOL_41 = 1 + 2 + 4 + 8 + 512 + 8192 + 32_768;
/** Types of the protocol. */
const { LONG, LONGLONG, NEWDECIMAL, DATETIME, JSON: JSON_TYPE, VAR_STRING } = mysql.Types;
interface Answer {
  columns?: { name: string; columnType: number }[];
  row?: Record<string, string>;
  error?: { code: number; message: string };
}

/** A server that speaks MySQL's protocol (mysql2's own) and answers what the test tells it. */
class TalkingServer {
  readonly queries: string[] = [];
  answer: (query: string) => Answer = () => ({});
  collation = 'utf8mb4_bin';
  private readonly server = mysql.createServer(connection => {
    // mysql2's server counts packets on over the end of a command.
    const nextCommand = (): void => {
      Object.assign(connection, { sequenceId: 0 });
    };
    connection.serverHandshake({
      protocolVersion: 10,
      serverVersion: '8.0.11-TiDB',
      connectionId: 1,
      statusFlags: 2,
      characterSet: 46,
      capabilityFlags: PROTOCOL_41,
      authCallback: (_: unknown, accept: (refusal: null) => void) => {
        accept(null);
        nextCommand();
      },
    });
    const answer = (query: string): void => {
      this.queries.push(query);
      const { columns, row, error } = this.reply(query);
      if (error) connection.writeError(error);
      else if (columns) connection.writeTextResult([row ?? {}], columns.map(column));
      else connection.writeOk({ affectedRows: 1, insertId: 0 });
      nextCommand();
    };
    connection.on('query', answer);
    // What mysql2's server takes for a prepared statement: also SET.
    connection.on('stmt_prepare', answer);
    connection.on('error', () => undefined);
  });

  /** Resolves to the address of the database. */
  async listen(): Promise<string> {
    const port = await freePort();
    this.server.listen(port);
    return `mysql://remit:secret@127.0.0.1:${String(port)}/remit`;
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private reply(query: string): Answer {
    if (!query.includes('@@collation_database'))
      return query.startsWith('SET SESSION') ? {} : this.answer(query);
    return { columns: [{ name: 'collation', columnType: VAR_STRING }], row: { collation: this.collation } };
  }
}

function column(definition: { name: string; columnType: number }): object {
  const { name } = definition;
  const rest = {
    catalog: 'def',
    schema: 'remit',
    table: 't',
    orgTable: 't',
    orgName: name,
    characterSet: 46,
  };
  return { ...definition, ...rest, columnLength: 255, flags: 0, decimals: 0 };
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = portFinder().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

describe('a MySQL-compatible server in place of the embedded database', () => {
  let server: TalkingServer;
  let address: string;
  let storage: MysqlStorage | undefined;
  beforeEach(async () => {
    server = new TalkingServer();
    address = await server.listen();
    storage = undefined;
  });
  afterEach(async () => {
    await storage?.close();
    await server.close();
  });

  it('is spoken to in UTC and strict mode', async () => {
    storage = await MysqlStorage.connect(address);
    await storage.execute('SELECT 1 AS one', [], 'dml');
    expect(server.queries[0]).toMatch(
      /^SET SESSION sql_mode = '.*STRICT_TRANS_TABLES.*', time_zone = '\+00:00'$/,
    );
  });

  it('answers with the types that Forge answers with', async () => {
    storage = await MysqlStorage.connect(address);
    const columns = [
      { name: 'n', columnType: LONG },
      { name: 'big', columnType: LONGLONG },
      { name: 'sum', columnType: NEWDECIMAL },
      { name: 'at', columnType: DATETIME },
      { name: 'data', columnType: JSON_TYPE },
      { name: 'name', columnType: VAR_STRING },
    ];
    const row = {
      n: '7',
      big: '9007199254740993',
      sum: '12',
      at: '2026-11-20 10:00:00.000',
      data: '{"a": 1}',
      name: 'x',
    };
    server.answer = () => ({ columns, row });
    const { rows, metadata } = await storage.execute('SELECT * FROM t', [], 'dml');
    expect(rows).toEqual([{ ...row, n: 7 }]);
    expect(metadata).toEqual({ fields: ['n', 'big', 'sum', 'at', 'data', 'name'] });
  });

  it('is given parameters escaped, and answers a write with the rows it touched', async () => {
    storage = await MysqlStorage.connect(address);
    const { rows } = await storage.execute('UPDATE t SET a = ? WHERE b = ?', ["it's", 3], 'dml');
    expect(server.queries.at(-1)).toBe("UPDATE t SET a = 'it\\'s' WHERE b = 3");
    expect(rows).toMatchObject({ affectedRows: 1, insertId: 0 });
  });

  it("passes the database's own errors on", async () => {
    storage = await MysqlStorage.connect(address);
    server.answer = () => ({ error: { code: 1062, message: "Duplicate entry 'a' for key 't.PRIMARY'" } });
    await expect(storage.execute('INSERT INTO t (a) VALUES (?)', ['a'], 'dml')).rejects.toMatchObject({
      code: 'SQL_EXECUTION_ERROR',
      debug: { code: 'ER_DUP_ENTRY', errno: 1062, sqlMessage: "Duplicate entry 'a' for key 't.PRIMARY'" },
    });
  });

  it('is never asked what the guard refuses', async () => {
    storage = await MysqlStorage.connect(address);
    const before = server.queries.length;
    const query = 'INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = 2';
    await expect(storage.execute(query, [], 'dml')).rejects.toMatchObject({ code: 'INVALID_SQL_QUERY' });
    expect(server.queries).toHaveLength(before);
  });

  it('is refused when it does not compare text bytewise', async () => {
    server.collation = 'utf8mb4_general_ci';
    await expect(MysqlStorage.connect(address)).rejects.toThrow('must be utf8mb4_bin');
  });
});

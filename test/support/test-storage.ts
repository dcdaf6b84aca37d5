/**
 * The database that a test runs on: the embedded one, or one of its own on the MySQL-compatible server that
 * `REMIT_TEST_STORAGE=mysql://…` names.
 */
import { randomBytes } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import { z } from 'zod';

/** What a database holds: its tables as they are created, and their rows. */
export type DatabaseCopy = { create: string; table: string; columns: string[]; rows: unknown[][] }[];

export interface TestStorage {
  /** `mysql://…/database?…` */
  address: string;
  /** Drops it. */
  discard(): Promise<void>;
}

/** Rows of one INSERT; well within what a server takes at once. */
const ROWS_AT_ONCE = 500;
const names = z.array(z.record(z.string(), z.string()));
const rowsOf = z.array(z.record(z.string(), z.unknown()));

/** Whether tests run on a server rather than on the embedded database. */
export function isOnServer(): boolean {
  return process.env['REMIT_TEST_STORAGE'] !== undefined;
}

/** Makes an empty database, or undefined where the embedded one is meant. */
export async function openTestStorage(): Promise<TestStorage | undefined> {
  const server = process.env['REMIT_TEST_STORAGE'];
  if (server === undefined) return undefined;
  const name = `remit_${randomBytes(6).toString('hex')}`;
  await onServer(server, async connection => {
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  });
  const address = new URL(server);
  address.pathname = name;
  const discard = () =>
    onServer(server, async connection => {
      await connection.query(`DROP DATABASE ${name}`);
    });
  return { address: address.href, discard };
}

/** Everything that a database holds. */
export function copyOf({ address }: TestStorage): Promise<DatabaseCopy> {
  return onServer(address, async connection => {
    const [tables] = await connection.query('SHOW TABLES');
    const copy: DatabaseCopy = [];
    for (const table of names.parse(tables).flatMap(row => Object.values(row))) {
      const [[definition]] = z
        .tuple([names, z.unknown()])
        .parse(await connection.query(`SHOW CREATE TABLE \`${table}\``));
      const [found] = await connection.query(`SELECT * FROM \`${table}\``);
      const rows = rowsOf.parse(found);
      copy.push({
        create: z.string().parse(definition?.['Create Table']),
        table,
        columns: Object.keys(rows[0] ?? {}),
        rows: rows.map(row => Object.values(row)),
      });
    }
    return copy;
  });
}

/** Fills an empty database. */
export function fill({ address }: TestStorage, copy: DatabaseCopy): Promise<void> {
  return onServer(address, async connection => {
    for (const { create, table, columns, rows } of copy) {
      await connection.query(create);
      for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
        const some = rows.slice(first, first + ROWS_AT_ONCE);
        await connection.query('INSERT INTO ?? (??) VALUES ?', [table, columns, some]);
      }
    }
  });
}

async function onServer<T>(address: string, act: (connection: Connection) => Promise<T>): Promise<T> {
  // Loaded where it is needed: most tests run on the embedded database.
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({
    uri: address,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    jsonStrings: true,
  });
  try {
    await connection.query("SET SESSION time_zone = '+00:00'");
    return await act(connection);
  } finally {
    await connection.end();
  }
}

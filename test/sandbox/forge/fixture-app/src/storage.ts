import { kvs, WhereConditions } from '@forge/kvs';
import { migrationRunner, sql } from '@forge/sql';
import { and, asc, eq } from 'drizzle-orm';
import { bigint, datetime, int, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { drizzle } from 'drizzle-orm/mysql-proxy';

const notes = mysqlTable('notes', {
  id: varchar('id', { length: 8 }).primaryKey(),
  rank: int('rank').notNull(),
  total: bigint('total', { mode: 'number' }).notNull(),
  at: datetime('at', { fsp: 3, mode: 'string' }).notNull(),
});

const database = drizzle(async (query, params) => {
  const { rows } = await sql
    .prepare<Record<string, unknown>>(query)
    .bindParams(...(params as unknown[]))
    .execute();
  return { rows: Array.isArray(rows) ? rows.map(row => Object.values(row)) : [rows] };
});

const CREATE_NOTES = `CREATE TABLE IF NOT EXISTS notes (
  id varchar(8) NOT NULL, \`rank\` int NOT NULL, total bigint NOT NULL, at datetime(3) NOT NULL, PRIMARY KEY (id))`;

export async function migrate(): Promise<string[]> {
  return migrationRunner.enqueue('v001_notes', CREATE_NOTES).run();
}

export async function listMigrations(): Promise<string[]> {
  return (await migrationRunner.list()).map(
    ({ name, migratedAt }) => `${name} ${String(!Number.isNaN(migratedAt.getTime()))}`,
  );
}

export async function addNote(note: { id: string; rank: number; total: number; at: string }): Promise<void> {
  await database.insert(notes).values(note);
}

export async function notesRanked(rank: number): Promise<unknown[]> {
  return database
    .select()
    .from(notes)
    .where(and(eq(notes.rank, rank)))
    .orderBy(asc(notes.id));
}

/** Whatever the test asks, errors included. */
export async function rawSql({ query, params }: { query: string; params: unknown[] }): Promise<unknown> {
  try {
    return await sql
      .prepare(query)
      .bindParams(...params)
      .execute();
  } catch (error) {
    const { code, message, context } = error as { code: string; message: string; context: unknown };
    return { code, message, context };
  }
}

export async function kvsPages(prefix: string, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
    const { results, nextCursor } = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    pages.push(results.map(result => result.key));
    cursor = nextCursor;
  } while (cursor !== undefined);
  return pages;
}

/** The code of the error that `work` ends in. */
export async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

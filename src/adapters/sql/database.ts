import { ForgeSQLAPIError, sql as forgeSql } from '@forge/sql';
import { fillPlaceholders, type SQL } from 'drizzle-orm';
import { MySqlDialect } from 'drizzle-orm/mysql-core';
import { drizzle, type MySqlRemoteDatabase } from 'drizzle-orm/mysql-proxy';
import { z } from 'zod';
import { waitIfTimeAllows } from '../patience';

export type Database = MySqlRemoteDatabase;

/** What the columns hold is parsed by anyone who asked for them. */
const selected = z.array(z.looseObject({}));
const changed = z.object({ affectedRows: z.coerce.number() });

/** Drizzle over Forge SQL. One statement per call; there are no transactions. */
export function openDatabase(): Database {
  return drizzle(async (query, params, method) => {
    const { rows } = await executePatiently(query, params);
    if (method === 'execute') return { rows: [changed.parse(rows)] };
    // Drizzle reads columns by position; the platform names them, in the order of the statement.
    return { rows: selected.parse(rows).map(row => Object.values(row)) };
  });
}

/** The limit counts the statements of a second. Source: Forge, "Forge SQL: per-install limits". */
const WAIT_MS = 1_000;

/** A statement too many for its second is refused and has done nothing: it is sent again, as long as there is time. */
async function executePatiently(query: string, params: unknown[]): Promise<{ rows: unknown }> {
  for (;;) {
    try {
      return await forgeSql
        .prepare<unknown>(query)
        .bindParams(...(params as never[]))
        .execute();
    } catch (fault) {
      const isTooMany = fault instanceof ForgeSQLAPIError && fault.responseDetails.status === 429;
      if (!isTooMany || !(await waitIfTimeAllows(WAIT_MS))) throw fault;
    }
  }
}

/**
 * Reads by a statement that is written once, and its rows by the names of their columns: Drizzle goes through them cell
 * by cell, which takes a gate longer than to decide.
 * @param row - what a row has to be
 * @returns reads with these values in the statement's places
 */
export function readingBy<Row>(
  statement: SQL,
  row: z.ZodType<Row>,
): (values: Record<string, string>) => Promise<Row[]> {
  const { sql: query, params } = new MySqlDialect().sqlToQuery(statement);
  const found = z.array(row);
  return async values => found.parse((await executePatiently(query, fillPlaceholders(params, values))).rows);
}

/** How many rows a statement changed, as Drizzle hands on what the callback above answered. */
export function affectedRows(outcome: unknown): number {
  return z.tuple([changed]).rest(z.unknown()).parse(outcome)[0].affectedRows;
}

/**
 * Inserts a row unless one with its key is there. Two writers of one key never both insert: the loser's statement
 * fails on the key, and then the row is there.
 */
export async function insertOnce(
  insert: () => PromiseLike<unknown>,
  exists: () => Promise<boolean>,
): Promise<'inserted' | 'there already'> {
  try {
    await insert();
    return 'inserted';
  } catch (fault) {
    if (await exists()) return 'there already';
    throw fault;
  }
}

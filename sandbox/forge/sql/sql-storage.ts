import type { SqlEndpoint, SqlParameter } from './guard.ts';

/** What a statement without rows answers. Source: @forge/sql, UpdateQueryResponse (mysql2's ResultSetHeader). */
export interface UpdateResult {
  affectedRows: number;
  fieldCount: number;
  info: string;
  insertId: number;
  serverStatus: number;
  warningStatus: number;
}

export interface SqlResult {
  rows: Record<string, unknown>[] | UpdateResult;
  metadata?: { fields: string[] };
}

/** An installation's database. */
export interface SqlStorage {
  /**
   * @param parameters - one for each `?`
   * @throws SqlRefused (or rejects with it) for whatever the guard or the database refuses
   */
  execute(query: string, parameters: readonly SqlParameter[], endpoint: SqlEndpoint): Promise<SqlResult>;
  close(): Promise<void>;
}

export function updated(affectedRows: number, insertId = 0): UpdateResult {
  return { affectedRows, fieldCount: 0, info: '', insertId, serverStatus: 2, warningStatus: 0 };
}

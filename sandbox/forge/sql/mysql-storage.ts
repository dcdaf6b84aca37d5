import { createPool, type FieldPacket, type Pool, type QueryResult } from 'mysql2/promise';
import { z } from 'zod';
import { guard, type GuardedStatement, type SqlEndpoint, type SqlParameter } from './guard.ts';
import { executionError, refuseAnotherTable, SqlRefused } from './refusal.ts';
import { updated, type SqlResult, type SqlStorage } from './sql-storage.ts';

/** Source: Forge, "Forge SQL: query limits". */
const TIMEOUT_MS = { read: 5_000, write: 10_000, definition: 20_000 };
const SQL_MODE =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

const mysqlError = z.object({
  code: z.string(),
  errno: z.number().optional(),
  sqlState: z.string().optional(),
  message: z.string(),
});
const header = z.object({ affectedRows: z.number(), insertId: z.number() });
const tables = z.array(z.object({ tables: z.coerce.number() })).length(1);
const collation = z.array(z.object({ collation: z.string() })).length(1);

/** A MySQL-compatible server (TiDB, MariaDB, MySQL) in place of the embedded database, behind the same guard. */
export class MysqlStorage implements SqlStorage {
  private readonly pool: Pool;

  private constructor(pool: Pool) {
    this.pool = pool;
  }

  /**
   * Connects to `mysql://user:password@host:port/database`.
   * Rejects when the database doesn't compare text as Forge's does: its collation must be utf8mb4_bin.
   */
  static async connect(uri: string): Promise<MysqlStorage> {
    const pool = createPool({
      uri,
      connectionLimit: 8,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      // Everything travels as JSON: dates and big integers as text. Source: Forge, "Forge SQL data types".
      dateStrings: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
      jsonStrings: true,
      multipleStatements: false,
    });
    pool.pool.on('connection', connection => {
      connection.query(`SET SESSION sql_mode = '${SQL_MODE}', time_zone = '+00:00'`);
    });
    try {
      const [rows] = await pool.query('SELECT @@collation_database AS collation');
      const found = collation.parse(rows)[0]?.collation;
      if (found !== 'utf8mb4_bin')
        throw new Error(`The database's collation is ${String(found)}; it must be utf8mb4_bin.`);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new MysqlStorage(pool);
  }

  async execute(
    query: string,
    parameters: readonly SqlParameter[],
    endpoint: SqlEndpoint,
  ): Promise<SqlResult> {
    const statement = guard(query, parameters, endpoint);
    if (statement.kind === 'create table') refuseAnotherTable(await this.tables());
    try {
      const [rows, fields] = await this.pool.query({ sql: query, timeout: timeoutOf(statement, endpoint) }, [
        ...parameters,
      ]);
      return resultOf(rows, fields);
    } catch (error) {
      throw forgeErrorOf(error);
    }
  }

  /** Without the one that @forge/sql keeps for itself. */
  private async tables(): Promise<number> {
    const [rows] = await this.pool.query(
      "SELECT COUNT(*) AS tables FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> '__migrations'",
    );
    return tables.parse(rows)[0]?.tables ?? 0;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function timeoutOf({ reads }: GuardedStatement, endpoint: SqlEndpoint): number {
  if (endpoint === 'ddl') return TIMEOUT_MS.definition;
  return reads ? TIMEOUT_MS.read : TIMEOUT_MS.write;
}

function resultOf(rows: QueryResult, fields: FieldPacket[]): SqlResult {
  if (Array.isArray(rows)) {
    return {
      rows: z.array(z.record(z.string(), z.unknown())).parse(rows),
      metadata: { fields: fields.map(field => field.name) },
    };
  }
  const { affectedRows, insertId } = header.parse(rows);
  return { rows: updated(affectedRows, insertId) };
}

function forgeErrorOf(error: unknown): Error {
  const parsed = mysqlError.safeParse(error);
  if (!parsed.success) return error instanceof Error ? error : new Error(String(error));
  const { code, errno, sqlState, message } = parsed.data;
  if (code === 'PROTOCOL_SEQUENCE_TIMEOUT')
    return new SqlRefused('QUERY_TIMED_OUT', 'The query took too long');
  // Without a number of its own it isn't the database's answer but the connection's failure.
  if (errno === undefined || sqlState === undefined)
    return error instanceof Error ? error : new Error(message);
  return executionError(code, errno, sqlState, message);
}

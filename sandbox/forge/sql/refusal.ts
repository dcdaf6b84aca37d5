/** A statement that is refused or failed, in the terms of Forge's answer. Source: Forge, "Error handling for Forge SQL". */
export class SqlRefused extends Error {
  readonly code: SqlRefusalCode;
  readonly suggestion: string | undefined;
  readonly debug: SqlDebug | undefined;

  constructor(code: SqlRefusalCode, message: string, more: { suggestion?: string; debug?: SqlDebug } = {}) {
    super(message);
    this.name = 'SqlRefused';
    this.code = code;
    this.suggestion = more.suggestion;
    this.debug = more.debug;
  }
}

/**
 * SQL_POLICY_VIOLATION: Forge refuses it. INVALID_SQL_QUERY: outside the portable subset (SQLite, MariaDB and TiDB would
 * not agree). SQL_EXECUTION_ERROR: the database refuses it, `debug` says why.
 */
export type SqlRefusalCode =
  | 'SQL_POLICY_VIOLATION'
  | 'INVALID_SQL_QUERY'
  | 'SQL_EXECUTION_ERROR'
  | 'QUERY_TIMED_OUT'
  | 'RATE_LIMIT_EXCEEDED'
  | 'REQUEST_TOO_LARGE'
  | 'RESPONSE_TOO_LARGE';

/** The database's own error, e.g. `ER_DUP_ENTRY`, 1062, `23000`. */
export interface SqlDebug {
  code: string;
  errno: number;
  sqlState: string;
  sqlMessage: string;
}

export function notPortable(what: string, suggestion?: string): SqlRefused {
  return new SqlRefused(
    'INVALID_SQL_QUERY',
    `NOT_PORTABLE: ${what}`,
    suggestion === undefined ? {} : { suggestion },
  );
}

export function policyViolation(what: string, suggestion = 'Rewrite the statement without it.'): SqlRefused {
  return new SqlRefused('SQL_POLICY_VIOLATION', what, { suggestion });
}

export function executionError(
  code: string,
  errno: number,
  sqlState: string,
  sqlMessage: string,
): SqlRefused {
  return new SqlRefused('SQL_EXECUTION_ERROR', 'Unknown SQL execution error', {
    debug: { code, errno, sqlState, sqlMessage },
  });
}

export function parseError(sqlMessage: string): SqlRefused {
  return executionError('ER_PARSE_ERROR', 1064, '42000', sqlMessage);
}

/** Source: Forge, "Forge SQL: limitations". */
const TABLES = 200;

/** @param tables - how many there are. @throws SqlRefused when there may not be one more */
export function refuseAnotherTable(tables: number): void {
  if (tables >= TABLES)
    throw executionError('ER_UNKNOWN_ERROR', 1105, 'HY000', `Forge SQL allows ${String(TABLES)} tables`);
}

import { parseAddColumn, parseCreateTable } from './create-table.ts';
import { refuseUngrouped } from './grouping.ts';
import { refuseNotPortable } from './portable-subset.ts';
import { notPortable, parseError, policyViolation, SqlRefused } from './refusal.ts';
import { tokenize, type Token } from './tokens.ts';

/** `/execute` and `/execute/ddl`. */
export type SqlEndpoint = 'dml' | 'ddl';
export type SqlParameter = string | number | null;

/** What a statement does; `migrations` is one of @forge/sql's own about its table `__migrations`. */
export type StatementKind =
  | 'select'
  | 'insert'
  | 'replace'
  | 'update'
  | 'delete'
  | 'create table'
  | 'create index'
  | 'drop table'
  | 'add column'
  | 'migrations';

export interface GuardedStatement {
  kind: StatementKind;
  /** Without the closing semicolon. */
  tokens: readonly Token[];
  /** True when it answers with rows. */
  reads: boolean;
}

const REQUEST_BYTES = 1024 * 1024;
const DML: Readonly<Record<string, StatementKind>> = {
  SELECT: 'select',
  WITH: 'select',
  INSERT: 'insert',
  REPLACE: 'replace',
  UPDATE: 'update',
  DELETE: 'delete',
};
const TRANSACTIONS = new Set([
  'BEGIN',
  'START',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT',
  'RELEASE',
  'LOCK',
  'UNLOCK',
  'END',
]);
const POLICY = new Set([
  'SET',
  'USE',
  'PREPARE',
  'EXECUTE',
  'DEALLOCATE',
  'SHOW',
  'GRANT',
  'CALL',
  'KILL',
  'FLUSH',
]);

/**
 * Lets through what Forge SQL accepts and SQLite, MariaDB and TiDB understand alike.
 * @throws SqlRefused naming what is refused
 */
export function guard(
  query: string,
  parameters: readonly SqlParameter[],
  endpoint: SqlEndpoint,
): GuardedStatement {
  refuseLarge(query, parameters);
  const tokens = withoutSemicolon(tokenize(query));
  if (tokens.length === 0) throw parseError('Query was empty');
  if (tokens.some(token => token.key === ';'))
    throw policyViolation('Only one statement per request is allowed');
  const marks = tokens.filter(token => token.kind === 'param').length;
  if (marks !== parameters.length) {
    throw parseError(`${String(marks)} parameters are marked and ${String(parameters.length)} bound`);
  }
  const reads = ['SELECT', 'WITH'].includes(tokens[0]?.key ?? '');
  if (isMigrationTable(tokens)) return { kind: 'migrations', tokens, reads };
  const kind = endpoint === 'ddl' ? ddlKind(tokens) : dmlKind(tokens);
  refuseNotPortable(tokens, endpoint === 'dml');
  refuseShape(kind, tokens, parameters);
  return { kind, tokens, reads };
}

function refuseLarge(query: string, parameters: readonly SqlParameter[]): void {
  const bytes = Buffer.byteLength(query) + Buffer.byteLength(JSON.stringify(parameters));
  if (bytes > REQUEST_BYTES)
    throw new SqlRefused('REQUEST_TOO_LARGE', `The request has ${String(bytes)} bytes; Forge allows 1 MiB`);
}

function withoutSemicolon(tokens: Token[]): Token[] {
  return tokens.at(-1)?.key === ';' ? tokens.slice(0, -1) : tokens;
}

function dmlKind(tokens: readonly Token[]): StatementKind {
  const [first] = tokens;
  const word = first?.key ?? '';
  if (TRANSACTIONS.has(word))
    throw policyViolation(`${word}: Forge SQL has no transactions over several statements`);
  if (POLICY.has(word)) throw policyViolation(`${word} statements are restricted by the query policy`);
  if (['CREATE', 'ALTER', 'DROP', 'TRUNCATE', 'RENAME'].includes(word))
    throw policyViolation(`${word} must go through executeDDL`);
  const kind = DML[word];
  if (kind === undefined) throw notPortable(`${first?.text ?? ''} statements`);
  return kind;
}

function ddlKind(tokens: readonly Token[]): StatementKind {
  const words = tokens.slice(0, 3).map(token => token.key);
  const start = words.join(' ');
  if (start.startsWith('CREATE TABLE')) return 'create table';
  if (start.startsWith('CREATE INDEX') || start.startsWith('CREATE UNIQUE INDEX')) return 'create index';
  if (start.startsWith('DROP TABLE')) return 'drop table';
  if (start.startsWith('ALTER TABLE')) {
    if (
      tokens[3]?.key === 'ADD' &&
      !['INDEX', 'KEY', 'UNIQUE', 'PRIMARY', 'CONSTRAINT'].includes(tokens[4]?.key ?? '')
    )
      return 'add column';
    throw notPortable('ALTER TABLE other than ADD COLUMN');
  }
  if (DML[words[0] ?? ''] !== undefined)
    throw policyViolation(`${words[0] ?? ''} must not go through executeDDL`);
  throw notPortable(`the statement ${start}`);
}

/** What is legal by its words and still means different things. */
function refuseShape(
  kind: StatementKind,
  tokens: readonly Token[],
  parameters: readonly SqlParameter[],
): void {
  const keys = tokens.map(token => token.key);
  if (
    kind === 'select' &&
    outer(tokens).some(key => ['INSERT', 'UPDATE', 'DELETE', 'REPLACE'].includes(key))
  ) {
    throw notPortable('WITH before INSERT, UPDATE or DELETE');
  }
  if (kind === 'select') refuseUngrouped(tokens);
  if (kind === 'create table') parseCreateTable(tokens);
  if (kind === 'add column') parseAddColumn(tokens);
  if (
    (kind === 'update' || kind === 'delete') &&
    outer(tokens).some(key => key === 'LIMIT' || key === 'ORDER')
  ) {
    throw notPortable(`LIMIT or ORDER BY in ${kind.toUpperCase()}`);
  }
  if (kind === 'update' && outer(tokens).some(key => key === 'FROM' || key === 'JOIN'))
    throw notPortable('UPDATE of several tables');
  if (kind === 'delete' && outer(tokens).some(key => key === 'USING' || key === 'JOIN'))
    throw notPortable('DELETE from several tables');
  if (kind === 'insert' && outer(tokens).includes('SET')) throw notPortable('INSERT … SET');
  if (kind === 'insert' && keys.includes('DEFAULT'))
    throw notPortable('DEFAULT as a value', 'Give every column its value.');
  if (keys.includes('LIKE') && parameters.some(value => typeof value === 'string' && value.includes('\\'))) {
    throw notPortable('a backslash in a LIKE pattern, which MySQL takes for an escape');
  }
  const system = tokens.find(
    token =>
      /^(sqlite_|pragma_|information_schema$|mysql$|__migrations$)/i.test(token.text) &&
      token.kind !== 'string',
  );
  if (system) throw notPortable(`the system table ${system.text}`);
}

/** The keys outside of any parenthesis. */
function outer(tokens: readonly Token[]): string[] {
  let depth = 0;
  return tokens.flatMap(token => {
    if (token.key === '(') depth += 1;
    if (token.key === ')') depth -= 1;
    return depth === 0 ? [token.key] : [];
  });
}

/** @forge/sql's migrationRunner keeps its own table, AUTO_INCREMENT and all. Source: @forge/sql, migration.js. */
const MIGRATIONS = [
  'CREATE TABLE IF NOT EXISTS __migrations ( id BIGINT PRIMARY KEY AUTO_INCREMENT , name VARCHAR ( 255 ) NOT NULL , migratedAt TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP )',
  'INSERT INTO __migrations ( name ) VALUES ( ? )',
  'SELECT id , name , migratedAt FROM __migrations',
];

function isMigrationTable(tokens: readonly Token[]): boolean {
  return MIGRATIONS.includes(tokens.map(token => token.text).join(' '));
}

import { columnType, type ColumnType } from './column-types.ts';
import { executionError, notPortable } from './refusal.ts';
import { TokenCursor } from './token-cursor.ts';
import type { Token } from './tokens.ts';

export interface Column {
  name: string;
  type: ColumnType;
  notNull: boolean;
  /** As written. */
  defaultValue?: string;
  primaryKey: boolean;
  unique: boolean;
}

export interface TableDefinition {
  name: string;
  ifNotExists: boolean;
  columns: Column[];
  /** Columns of the primary key and of each unique constraint that stands on its own. */
  primaryKey: string[];
  uniques: string[][];
}

const INDEX_BYTES = 3072;

/** Reads our CREATE TABLE. @throws SqlRefused for anything but columns, PRIMARY KEY and UNIQUE */
export function parseCreateTable(tokens: readonly Token[]): TableDefinition {
  const cursor = new TokenCursor(tokens);
  cursor.expect('CREATE', 'TABLE');
  const ifNotExists = cursor.skip('IF', 'NOT', 'EXISTS');
  const table: TableDefinition = {
    name: cursor.name(),
    ifNotExists,
    columns: [],
    primaryKey: [],
    uniques: [],
  };
  cursor.expect('(');
  do readMember(cursor, table);
  while (cursor.skip(','));
  cursor.expect(')');
  if (!cursor.done()) throw notPortable(`${cursor.text()} after the columns of ${table.name}`);
  const inline = table.columns.filter(column => column.primaryKey).map(column => column.name);
  table.primaryKey = [...inline, ...table.primaryKey];
  refuseIndex(table.columns, table.primaryKey);
  for (const unique of [
    ...table.uniques,
    ...table.columns.filter(column => column.unique).map(column => [column.name]),
  ]) {
    refuseIndex(table.columns, unique);
  }
  return table;
}

/** Reads `ALTER TABLE t ADD [COLUMN] …`. */
export function parseAddColumn(tokens: readonly Token[]): { table: string; column: Column } {
  const cursor = new TokenCursor(tokens);
  cursor.expect('ALTER', 'TABLE');
  const table = cursor.name();
  cursor.expect('ADD');
  cursor.skip('COLUMN');
  const column = readColumn(cursor);
  if (!cursor.done()) throw notPortable(`${cursor.text()} after the column ${column.name}`);
  if (column.primaryKey || column.unique) throw notPortable('adding a column with a key');
  if (column.notNull && column.defaultValue === undefined)
    throw notPortable('adding a NOT NULL column without a default');
  return { table, column };
}

/** MySQL can't index long texts and JSON, nor more than 3,072 bytes. @throws SqlRefused */
export function refuseIndex(columns: readonly Column[], indexed: readonly string[]): void {
  let bytes = 0;
  for (const name of indexed) {
    const column = columns.find(candidate => candidate.name.toLowerCase() === name.toLowerCase());
    if (!column)
      throw executionError(
        'ER_KEY_COLUMN_DOES_NOT_EXITS',
        1072,
        '42000',
        `Key column '${name}' doesn't exist in table`,
      );
    if (column.type.indexBytes === undefined) {
      const text = `BLOB/TEXT column '${name}' used in key specification without a key length`;
      throw executionError('ER_BLOB_KEY_WITHOUT_LENGTH', 1170, '42000', text);
    }
    bytes += column.type.indexBytes;
  }
  if (bytes > INDEX_BYTES) {
    throw executionError(
      'ER_TOO_LONG_KEY',
      1071,
      '42000',
      'Specified key was too long; max key length is 3072 bytes',
    );
  }
}

function readMember(cursor: TokenCursor, table: TableDefinition): void {
  const named = cursor.skip('CONSTRAINT');
  if (named) cursor.name();
  if (cursor.skip('PRIMARY', 'KEY')) table.primaryKey.push(...cursor.names());
  else if (cursor.skip('UNIQUE')) {
    if (cursor.peek() !== '(')
      throw notPortable('inline KEY (a named or UNIQUE KEY within CREATE TABLE)', 'Use CREATE UNIQUE INDEX.');
    table.uniques.push(cursor.names());
  } else if (['KEY', 'INDEX', 'FULLTEXT', 'SPATIAL', 'CHECK'].includes(cursor.peek())) {
    throw notPortable(`inline ${cursor.peek()}`, 'Use CREATE INDEX.');
  } else if (named) throw notPortable(`CONSTRAINT … ${cursor.text()}`);
  else table.columns.push(readColumn(cursor));
}

function readColumn(cursor: TokenCursor): Column {
  const name = cursor.name();
  const typeName = cursor.word().toLowerCase();
  const size = cursor.size();
  const column: Column = {
    name,
    type: columnType(typeName, size),
    notNull: false,
    primaryKey: false,
    unique: false,
  };
  while (!cursor.done() && cursor.peek() !== ',' && cursor.peek() !== ')') readOption(cursor, column);
  if (column.primaryKey) column.notNull = true;
  return column;
}

function readOption(cursor: TokenCursor, column: Column): void {
  if (cursor.skip('NOT', 'NULL')) column.notNull = true;
  else if (cursor.skip('PRIMARY', 'KEY')) column.primaryKey = true;
  else if (cursor.skip('UNIQUE')) column.unique = true;
  else if (cursor.skip('DEFAULT')) column.defaultValue = defaultOf(cursor, column);
  else if (!cursor.skip('NULL')) throw notPortable(`${cursor.text()} on the column ${column.name}`);
}

function defaultOf(cursor: TokenCursor, column: Column): string {
  if (/^(text|mediumtext|longtext|json)$/.test(column.type.declared)) {
    throw executionError(
      'ER_BLOB_CANT_HAVE_DEFAULT',
      1101,
      '42000',
      `column '${column.name}' can't have a default value`,
    );
  }
  const negative = cursor.skip('-') ? '-' : '';
  const value = cursor.next();
  const literal =
    value.kind === 'string' || value.kind === 'number' || ['NULL', 'TRUE', 'FALSE'].includes(value.key);
  if (!literal) throw notPortable(`the default ${value.text}`);
  return negative + value.text;
}

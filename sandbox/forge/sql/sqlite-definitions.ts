import type { Column, TableDefinition } from './create-table.ts';

const MIGRATED_AT = "strftime('%Y-%m-%d %H:%M:%S', 'now')";

/** The one table with AUTO_INCREMENT: @forge/sql's own, as SQLite has it. */
export const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS __migrations (id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) <= 255), migratedAt TEXT NOT NULL DEFAULT (${MIGRATED_AT}))`;

/**
 * The CREATE TABLE that SQLite runs. Each column carries CHECK constraints that refuse what MySQL's strict mode refuses;
 * a constraint's name says what was wrong with which column, see sqlite-errors.ts.
 */
export function createTable(table: TableDefinition): string {
  const members = [
    ...table.columns.map(columnDefinition),
    ...(table.primaryKey.length > 0 ? [`PRIMARY KEY (${names(table.primaryKey)})`] : []),
    ...[...table.uniques, ...table.columns.filter(column => column.unique).map(column => [column.name])].map(
      unique => `UNIQUE (${names(unique)})`,
    ),
  ];
  return `CREATE TABLE ${table.ifNotExists ? 'IF NOT EXISTS ' : ''}${quote(table.name)} (${members.join(', ')})`;
}

export function addColumn(table: string, column: Column): string {
  return `ALTER TABLE ${quote(table)} ADD COLUMN ${columnDefinition(column)}`;
}

/** In MySQL every column of a primary key is NOT NULL; in SQLite it has to be said. */
export function withKeyNotNull(table: TableDefinition): TableDefinition {
  const inKey = new Set(table.primaryKey.map(name => name.toLowerCase()));
  const columns = table.columns.map(column =>
    inKey.has(column.name.toLowerCase()) ? { ...column, notNull: true } : column,
  );
  return { ...table, columns };
}

function columnDefinition(column: Column): string {
  const { name, type, notNull, defaultValue } = column;
  const checks = type.checks.map(check => {
    const condition = check.condition.replaceAll('?', quote(name));
    return ` CONSTRAINT ${quote(`${check.name}: ${name}`)} CHECK (${quote(name)} IS NULL OR (${condition}) IS TRUE)`;
  });
  const rest = `${notNull ? ' NOT NULL' : ''}${defaultValue === undefined ? '' : ` DEFAULT ${defaultValue}`}`;
  return `${quote(name)} ${type.sqlite}${rest}${checks.join('')}`;
}

function names(columns: readonly string[]): string {
  return columns.map(quote).join(', ');
}

function quote(name: string): string {
  return `\`${name}\``;
}

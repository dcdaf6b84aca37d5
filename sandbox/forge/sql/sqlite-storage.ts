import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { columnType } from './column-types.ts';
import { parseAddColumn, parseCreateTable, refuseIndex, type Column } from './create-table.ts';
import { refuseDateForms } from './datetime-comparison.ts';
import { guard, type GuardedStatement, type SqlEndpoint, type SqlParameter } from './guard.ts';
import { refuseAnotherTable, SqlRefused } from './refusal.ts';
import { addColumn, createTable, MIGRATIONS_TABLE, withKeyNotNull } from './sqlite-definitions.ts';
import { mysqlErrorOf } from './sqlite-errors.ts';
import { forgeRow } from './sqlite-rows.ts';
import { updated, type SqlResult, type SqlStorage } from './sql-storage.ts';

const tableInfo = z.array(z.object({ name: z.string(), type: z.string(), notnull: z.number() }));
const nameRow = z.array(z.object({ name: z.string() }));

/** Statements that are kept prepared. */
const PREPARED = 200;

/** The embedded database of the sandbox: `app.db`, which says yes to no statement that Forge SQL would refuse. */
export class SqliteStorage implements SqlStorage {
  private readonly database: DatabaseSync;
  /** Lower-case names of the columns that hold dates, over all tables. */
  private dates: ReadonlySet<string>;
  /** By their text, the latest last. */
  private readonly prepared = new Map<string, StatementSync>();

  constructor(dataFolder: string) {
    mkdirSync(dataFolder, { recursive: true });
    this.database = new DatabaseSync(join(dataFolder, 'app.db'));
    this.database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA case_sensitive_like = ON;',
    );
    this.dates = this.dateColumns();
  }

  execute(query: string, parameters: readonly SqlParameter[], endpoint: SqlEndpoint): Promise<SqlResult> {
    return new Promise(resolve => {
      const statement = guard(query, parameters, endpoint);
      refuseDateForms(statement.tokens, parameters, name => this.dates.has(name));
      resolve(this.run(query, parameters, statement));
    });
  }

  close(): Promise<void> {
    this.database.close();
    return Promise.resolve();
  }

  private run(query: string, parameters: readonly SqlParameter[], statement: GuardedStatement): SqlResult {
    try {
      if (statement.reads) return this.read(query, parameters);
      const definition = this.definition(query, statement);
      if (definition === undefined) return this.write(query, parameters, statement);
      this.database.exec(definition);
      this.dates = this.dateColumns();
      return { rows: updated(0) };
    } catch (error) {
      // Ours are already in MySQL's terms.
      throw error instanceof SqlRefused ? error : mysqlErrorOf(error);
    }
  }

  private read(query: string, parameters: readonly SqlParameter[]): SqlResult {
    const prepared = this.prepare(query);
    prepared.setReadBigInts(true);
    const columns = prepared.columns();
    const rows = prepared.all(...parameters.map(bound)).map(row => forgeRow(row, columns));
    return { rows, metadata: { fields: columns.map(column => column.name) } };
  }

  /** Prepares a statement, or finds it prepared: an app says the same few over and over. */
  private prepare(query: string): StatementSync {
    const statement = this.prepared.get(query) ?? this.database.prepare(query);
    this.prepared.delete(query);
    this.prepared.set(query, statement);
    for (const oldest of this.prepared.keys()) {
      if (this.prepared.size <= PREPARED) break;
      this.prepared.delete(oldest);
    }
    return statement;
  }

  private write(query: string, parameters: readonly SqlParameter[], { kind }: GuardedStatement): SqlResult {
    const { changes, lastInsertRowid } = this.prepare(query).run(...parameters.map(bound));
    return { rows: updated(Number(changes), kind === 'migrations' ? Number(lastInsertRowid) : 0) };
  }

  /** What SQLite is told in place of a definition, or undefined when the statement is none. */
  private definition(query: string, { kind, tokens }: GuardedStatement): string | undefined {
    if (kind === 'migrations' && tokens[0]?.key === 'CREATE') return MIGRATIONS_TABLE;
    if (kind === 'create table') {
      refuseAnotherTable(this.tables().length);
      return createTable(withKeyNotNull(parseCreateTable(tokens)));
    }
    if (kind === 'add column') {
      const { table, column } = parseAddColumn(tokens);
      return addColumn(table, column);
    }
    if (kind === 'create index') refuseIndex(...this.indexed(tokens.map(token => token.text)));
    return kind === 'create index' || kind === 'drop table' ? query : undefined;
  }

  /** The columns of the table that `… ON t (a, b)` indexes, and the names of those indexed. */
  private indexed(words: readonly string[]): [Column[], string[]] {
    const on = words.findIndex(word => word.toUpperCase() === 'ON');
    const indexed = words.slice(on + 3, -1).filter(word => word !== ',' && !/^(asc|desc)$/i.test(word));
    return [this.columns(words[on + 1] ?? ''), indexed];
  }

  private columns(table: string): Column[] {
    const found = tableInfo.parse(this.database.prepare('SELECT * FROM pragma_table_info(?)').all(table));
    return found.map(({ name, type, notnull }) => {
      const [, typeName = '', size] = /^(\w+)(?: text)?(?:\((\d+)\))?/.exec(type.toLowerCase()) ?? [];
      const read = columnType(typeName, size === undefined ? undefined : Number(size));
      return { name, type: read, notNull: notnull === 1, primaryKey: false, unique: false };
    });
  }

  private tables(): string[] {
    const query =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '__migrations'";
    return nameRow.parse(this.database.prepare(query).all()).map(({ name }) => name);
  }

  private dateColumns(): ReadonlySet<string> {
    const dates = this.tables().flatMap(table =>
      this.columns(table).filter(column => column.type.declared.startsWith('date')),
    );
    return new Set(dates.map(column => column.name.toLowerCase()));
  }
}

/** node:sqlite binds every number as a REAL, which would be kept as `12.0` in a text column. */
function bound(parameter: SqlParameter): SQLInputValue {
  return typeof parameter === 'number' && Number.isSafeInteger(parameter) ? BigInt(parameter) : parameter;
}

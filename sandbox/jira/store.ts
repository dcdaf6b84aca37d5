import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A record kept by the local Jira; its id is unique within its collection. */
export interface Stored {
  id: string;
}

/**
 * The state of the local Jira: collections held in memory, each change written through to SQLite,
 * so that a restart finds everything as it was.
 */
export class JiraStore {
  private readonly database: DatabaseSync;
  private readonly writes: { put: StatementSync; remove: StatementSync; counter: StatementSync };
  private readonly collections = new Map<string, Collection<Stored>>();
  private readonly counters = new Map<string, number>();

  /** @param path - a file, or ':memory:' */
  constructor(path: string) {
    this.database = new DatabaseSync(path);
    this.database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS record (collection TEXT, id TEXT, body TEXT, PRIMARY KEY (collection, id)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;
    `);
    this.writes = {
      put: this.database.prepare('REPLACE INTO record (collection, id, body) VALUES (?, ?, ?)'),
      remove: this.database.prepare('DELETE FROM record WHERE collection = ? AND id = ?'),
      counter: this.database.prepare('REPLACE INTO counter (name, value) VALUES (?, ?)'),
    };
    for (const row of this.database.prepare('SELECT name, value FROM counter').all()) {
      this.counters.set(String(row['name']), Number(row['value']));
    }
  }

  /** The collection of that name, loaded on first use. */
  collection<T extends Stored>(name: string): Collection<T> {
    const known = this.collections.get(name);
    if (known) return known as unknown as Collection<T>;
    const rows = this.database.prepare('SELECT body FROM record WHERE collection = ?').all(name);
    const records = rows.map(row => JSON.parse(String(row['body'])) as T);
    const collection = new Collection<T>(records, {
      put: record => this.writes.put.run(name, record.id, JSON.stringify(record)),
      remove: id => this.writes.remove.run(name, id),
    });
    this.collections.set(name, collection);
    return collection;
  }

  /** The next number of a sequence, as text: never given twice, also across restarts. */
  nextId(sequence: string, first = 10_000): string {
    const next = (this.counters.get(sequence) ?? first - 1) + 1;
    this.counters.set(sequence, next);
    this.writes.counter.run(sequence, next);
    return String(next);
  }

  close(): void {
    this.database.close();
  }
}

/** One kind of record. What `get` and `all` return is the record itself: change it only through `put`. */
export class Collection<T extends Stored> {
  private readonly records: Map<string, T>;
  private readonly disk: { put(record: T): void; remove(id: string): void };

  constructor(records: readonly T[], disk: { put(record: T): void; remove(id: string): void }) {
    this.records = new Map(records.map(record => [record.id, record]));
    this.disk = disk;
  }

  get(id: string): T | undefined {
    return this.records.get(id);
  }

  all(): T[] {
    return [...this.records.values()];
  }

  find(test: (record: T) => boolean): T | undefined {
    for (const record of this.records.values()) if (test(record)) return record;
    return undefined;
  }

  filter(test: (record: T) => boolean): T[] {
    return this.all().filter(test);
  }

  put(record: T): T {
    this.records.set(record.id, record);
    this.disk.put(record);
    return record;
  }

  remove(id: string): void {
    this.records.delete(id);
    this.disk.remove(id);
  }
}

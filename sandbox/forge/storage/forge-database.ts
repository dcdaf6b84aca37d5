import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS kvs (
    space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER,
    PRIMARY KEY (space, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, module_key TEXT NOT NULL, payload TEXT NOT NULL,
    due_at INTEGER NOT NULL, enqueued_at INTEGER NOT NULL, retry_count INTEGER NOT NULL, attempts INTEGER NOT NULL,
    retry_context TEXT, job_id TEXT, concurrency_key TEXT, concurrency_limit INTEGER);
  CREATE INDEX IF NOT EXISTS delivery_due ON delivery (due_at, id);
  CREATE TABLE IF NOT EXISTS job (
    id TEXT PRIMARY KEY, queue TEXT NOT NULL, success INTEGER NOT NULL, failed INTEGER NOT NULL, total INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS schedule (key TEXT PRIMARY KEY, interval TEXT NOT NULL, next_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS installed (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

/** Opens `forge.db`: what Forge itself keeps of an installation (values, undelivered events, schedules). */
export function openForgeDatabase(dataFolder: string): DatabaseSync {
  mkdirSync(dataFolder, { recursive: true });
  const database = new DatabaseSync(join(dataFolder, 'forge.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(SCHEMA);
  return database;
}

/** Does all of `work` or none of it. */
export function together(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

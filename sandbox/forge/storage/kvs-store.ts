import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { SandboxClock } from '../../clock.ts';
import { together } from './forge-database.ts';

export interface StoredValue {
  key: string;
  value: unknown;
  /** Milliseconds since the epoch. */
  createdAt: number;
  updatedAt: number;
  /** ISO 8601. */
  expireTime?: string;
}

const SECONDS = { SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 } as const;
export interface TimeToLive {
  value: number;
  unit: keyof typeof SECONDS;
}

const row = z.object({
  key: z.string(),
  value: z.string(),
  created_at: z.number(),
  updated_at: z.number(),
  expires_at: z.number().nullable(),
});

/** Which keys a query is after; `BETWEEN` has two values, every other one. */
export interface KeyCondition {
  condition: 'BEGINS_WITH' | 'BETWEEN' | keyof typeof OPERATORS;
  values: string[];
}

/**
 * Values by space and key. Keys sort bytewise. An expired value is gone at once, which Forge only promises within 48 hours.
 */
export class KvsStore {
  private readonly database: DatabaseSync;
  private readonly clock: SandboxClock;

  constructor(database: DatabaseSync, clock: SandboxClock) {
    this.database = database;
    this.clock = clock;
  }

  get(space: string, key: string): StoredValue | undefined {
    const found = this.database
      .prepare('SELECT * FROM kvs WHERE space = ? AND key = ? AND (expires_at IS NULL OR expires_at > ?)')
      .get(space, key, this.clock.now());
    return found === undefined ? undefined : stored(found);
  }

  set(space: string, key: string, value: unknown, ttl?: TimeToLive): void {
    const now = this.clock.now();
    const expires = ttl === undefined ? null : now + ttl.value * SECONDS[ttl.unit] * 1000;
    this.database
      .prepare(
        `INSERT INTO kvs (space, key, value, created_at, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (space, key) DO UPDATE
         SET value = excluded.value, updated_at = excluded.updated_at, expires_at = excluded.expires_at`,
      )
      .run(space, key, JSON.stringify(value), now, now, expires);
  }

  delete(space: string, key: string): void {
    this.database.prepare('DELETE FROM kvs WHERE space = ? AND key = ?').run(space, key);
  }

  /** Plain values in the order of their keys. @param cursor - from an earlier page of the same query */
  page(
    condition: KeyCondition | undefined,
    cursor: string | undefined,
    limit: number,
  ): { results: StoredValue[]; cursor?: string } {
    const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString();
    const { sql, values } = condition ? filter(condition) : { sql: '1 = 1', values: [] };
    const found = this.database
      .prepare(
        `SELECT * FROM kvs WHERE space = 'plain' AND key > ? AND (expires_at IS NULL OR expires_at > ?) AND ${sql}
         ORDER BY key LIMIT ?`,
      )
      .all(after, this.clock.now(), ...values, limit + 1)
      .map(stored);
    const results = found.slice(0, limit);
    const last = results.at(-1);
    return found.length > limit && last
      ? { results, cursor: Buffer.from(last.key).toString('base64url') }
      : { results };
  }

  together(work: () => void): void {
    together(this.database, work);
  }
}

const OPERATORS = {
  EQUAL_TO: '=',
  GREATER_THAN: '>',
  GREATER_THAN_EQUAL_TO: '>=',
  LESS_THAN: '<',
  LESS_THAN_EQUAL_TO: '<=',
} as const;

function filter({ condition, values }: KeyCondition): { sql: string; values: SQLInputValue[] } {
  const [first = '', second = ''] = values;
  if (condition === 'BEGINS_WITH') return { sql: 'substr(key, 1, length(?)) = ?', values: [first, first] };
  if (condition === 'BETWEEN') return { sql: 'key BETWEEN ? AND ?', values: [first, second] };
  return { sql: `key ${OPERATORS[condition]} ?`, values: [first] };
}

function stored(found: unknown): StoredValue {
  const { key, value, created_at, updated_at, expires_at } = row.parse(found);
  const entry = { key, value: JSON.parse(value) as unknown, createdAt: created_at, updatedAt: updated_at };
  return expires_at === null ? entry : { ...entry, expireTime: new Date(expires_at).toISOString() };
}

/** Everything that a sandbox keeps, as lines that are equal when nothing differs that someone could see. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** What two states have not in common. */
export interface Difference {
  missing: string[];
  unexpected: string[];
}

/** One line per record of the local Jira, of the app's tables and of its key-value store, and per undelivered event. */
export function stateOf(dataFolder: string): string[] {
  const app = join(dataFolder, 'app.db');
  const lines = [...jiraState(dataFolder), ...tables(app), ...forgeState(dataFolder)];
  return withoutPseudonyms(lines, app).sort();
}

const known = z.array(z.object({ account_id: z.string(), pseudonym: z.string() }));

/** Pseudonyms are random: two runs are compared by whom they stand for. */
function withoutPseudonyms(lines: readonly string[], file: string): string[] {
  const accounts = new Map(
    known.parse(rowsOf(file, 'person')).map(({ account_id, pseudonym }) => [pseudonym, account_id]),
  );
  return lines.map(text => text.replace(/\bp-[a-z2-7]{26}\b/g, name => accounts.get(name) ?? name));
}

export function differenceOf(expected: readonly string[], actual: readonly string[]): Difference {
  return { missing: without(expected, actual), unexpected: without(actual, expected) };
}

/** As many of each line as there are more of. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter(line => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

const stored = z.object({ collection: z.string(), id: z.string(), body: z.string() });
const item = z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });
const history = z.object({ issueId: z.string(), author: z.string(), items: z.array(item) });
const comment = z.object({
  issueId: z.string(),
  author: z.string(),
  body: z.unknown(),
  properties: z.array(z.unknown()),
});

function jiraState(dataFolder: string): string[] {
  const rows = z.array(stored).parse(rowsOf(join(dataFolder, 'jira.db'), 'record'));
  return rows.flatMap(({ collection, body }) => {
    const record: unknown = JSON.parse(body);
    if (collection === 'comment') return line('comment', comment.parse(record));
    if (collection !== 'history') return line(collection, record);
    const { issueId, author, items } = history.parse(record);
    return items.map(({ field, from, to }) => line('change', { issueId, author, field, from, to }));
  });
}

function forgeState(dataFolder: string): string[] {
  const file = join(dataFolder, 'forge.db');
  const waiting = z
    .array(z.object({ module_key: z.string(), payload: z.string() }))
    .parse(rowsOf(file, 'delivery'));
  const values = z.array(z.object({ key: z.string(), value: z.string() })).parse(rowsOf(file, 'kvs'));
  return [
    ...waiting.map(({ module_key, payload }) =>
      line('undelivered', { module_key, payload: opened(payload) }),
    ),
    ...values
      .filter(({ key }) => !LOCK.test(key) && key !== LAST_SWEEP)
      .map(({ key, value }) => line('kvs', { key, value: opened(value) })),
  ];
}

/** The locks of set-up end by themselves. */
const LOCK = /^set-up-lock-/;

/** What the last sweep left for the next: one that still made something good looks at everything once more. */
const LAST_SWEEP = 'last-sweep';

/** Parts of an upload are forgotten after a day, no matter who left them. */
const PASSING = new Set(['upload_chunk']);

const setUpStep = z.object({ kind: z.literal('configuration-applied'), facts: z.string() });
const setUpFacts = z.object({ step: z.string(), changes: z.array(z.string()) });

function tables(file: string): string[] {
  const names = z
    .array(z.object({ name: z.string() }))
    .parse(rowsOf(file, 'sqlite_master', "WHERE type = 'table'"));
  const lines = names
    .filter(({ name }) => !PASSING.has(name))
    .flatMap(({ name }) =>
      rowsOf(file, name).flatMap(row => {
        const step = setUpStep.safeParse(row).data;
        if (!step)
          return line(
            name,
            Object.fromEntries(Object.entries(row).map(([key, value]) => [key, opened(value)])),
          );
        // Which changes one entry tells of depends on where a run was cut; that each is told of does not.
        const { step: key, changes } = setUpFacts.parse(JSON.parse(step.facts));
        return changes.map(change => line('set-up', { key, change }));
      }),
    );
  return [
    ...lines.filter(one => !one.startsWith('set-up')),
    ...new Set(lines.filter(one => one.startsWith('set-up'))),
  ];
}

function rowsOf(file: string, table: string, where = ''): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare(`SELECT * FROM "${table}" ${where}`)
      .all()
      .map(row => ({ ...row }));
  } finally {
    database.close();
  }
}

/** JSON in a text is compared as JSON. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return opened(JSON.parse(value));
  } catch {
    return value;
  }
}

/** What counts runs, and not what they did. */
const COUNTERS = new Set([
  'revision',
  'versionNumber',
  'change',
  'attempts',
  // Instants in milliseconds: when a panel was pinned, and the task that did it.
  'pinnedAt',
  'submitted',
  'finished',
  // Whether anyone waited for that task.
  'isLookedAt',
]);

function line(what: string, record: unknown): string {
  return `${what} ${blanked(JSON.stringify(ordered(record)))}`;
}

function ordered(value: unknown, key = ''): unknown {
  if (COUNTERS.has(key)) return '…';
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    const inner = opened(value);
    return typeof inner === 'string' ? inner : ordered(inner, key);
  }
  if (Array.isArray(value)) return value.map(each => ordered(each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, ordered(each, name)]));
}

/** Instants differ between two runs, and with them every hash and random id; the beginnings of days do not. */
function blanked(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\d[T ](?!00:00:00)\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d{4})?/g, '<instant>')
    .replace(/\d{1,2} [A-Z][a-z]{2,3} \d{4}, \d\d:\d\d UTC/g, '<instant>')
    .replace(/\b1\d{12}\b/g, '<instant>')
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/(?<!712020:)\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uuid>');
}

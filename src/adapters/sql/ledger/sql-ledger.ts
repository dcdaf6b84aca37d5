import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { EvidenceEntry } from '../../../domain/evidence/evidence-entry';
import type { Ledger } from '../../../ports/ledger';
import { inBatches, insertAbsent } from '../batches';
import { insertOnce, type Database } from '../database';
import { anyRecord, instant } from '../stored-json';
import { readingApprovalsAmong } from './approvals-among';
import { aspectOf, evidenceEntries } from './ledger-table';

/** The evidence ledger in Forge SQL. */
export function sqlLedger(database: Database): Ledger {
  let insert: ReturnType<typeof insertIn> | undefined;
  let approvalsAmong: ReturnType<typeof readingApprovalsAmong> | undefined;
  return {
    approvalsAmong: since => (approvalsAmong ??= readingApprovalsAmong())(since),
    append: entry => append(database, (insert ??= insertIn(database)), entry),
    appendAll: entries =>
      inBatches(entries, batch =>
        insertAbsent(
          batch,
          some =>
            database
              .insert(evidenceEntries)
              .values(some.map(entry => ({ ...entry, aspect: aspectOf(entry) }))),
          async some => {
            const ids = some.map(({ id }) => id);
            const there = await database
              .select({ id: evidenceEntries.id })
              .from(evidenceEntries)
              .where(inArray(evidenceEntries.id, ids));
            return some.filter(({ id }) => !there.some(entry => entry.id === id));
          },
        ),
      ),
    recorded: async ids => {
      const there: string[] = [];
      await inBatches(ids, async batch => {
        const rows = await database
          .select({ id: evidenceEntries.id })
          .from(evidenceEntries)
          .where(inArray(evidenceEntries.id, [...batch]));
        there.push(...rows.map(({ id }) => id));
      });
      return new Set(there);
    },
    list: async ({ subject, kinds, cursor, limit }) => {
      const rows = await database
        .select()
        .from(evidenceEntries)
        .where(
          and(
            subject === undefined ? undefined : eq(evidenceEntries.subject, subject),
            kinds === undefined ? undefined : inArray(evidenceEntries.kind, [...kinds]),
            cursor === undefined ? undefined : olderThan(cursor),
          ),
        )
        .orderBy(desc(evidenceEntries.at), desc(evidenceEntries.id))
        .limit(limit + 1);
      const entries = rows.slice(0, limit).map(entryOf);
      const last = entries.at(-1);
      return rows.length > limit && last ? { entries, cursor: `${last.at} ${last.id}` } : { entries };
    },
  };
}

/** The statement is written once: a gate does little else that takes time. */
function insertIn(database: Database) {
  const place = sql.placeholder;
  return database
    .insert(evidenceEntries)
    .values({
      id: place('id'),
      at: place('at'),
      kind: place('kind'),
      version: place('version'),
      actor: place('actor'),
      subject: place('subject'),
      facts: place('facts'),
      aspect: place('aspect'),
    })
    .prepare();
}

async function append(
  database: Database,
  insert: ReturnType<typeof insertIn>,
  entry: EvidenceEntry,
): Promise<'appended' | 'repeated'> {
  const outcome = await insertOnce(
    () => insert.execute({ ...entry, aspect: aspectOf(entry) }),
    async () =>
      (
        await database
          .select({ id: evidenceEntries.id })
          .from(evidenceEntries)
          .where(eq(evidenceEntries.id, entry.id))
      ).length > 0,
  );
  return outcome === 'inserted' ? 'appended' : 'repeated';
}

/** A cursor is the instant and the id of the last entry shown. */
const position = z
  .string()
  .regex(/^\S+ \S+$/)
  .transform(text => text.split(' ') as [string, string]);

function olderThan(cursor: string) {
  const [at, id] = position.parse(cursor);
  return or(lt(evidenceEntries.at, at), and(eq(evidenceEntries.at, at), lt(evidenceEntries.id, id)));
}

function entryOf(row: typeof evidenceEntries.$inferSelect): EvidenceEntry {
  const { aspect: _aspect, ...entry } = row;
  return {
    ...entry,
    at: instant.parse(row.at),
    facts: anyRecord.parse(row.facts),
  };
}

import { z } from 'zod';
import { index, int, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { gateDecided } from '../../../domain/decision/decision-evidence';
import type { EvidenceEntry } from '../../../domain/evidence/evidence-entry';
import { transitionKey } from '../../../domain/ticket/observed-transition';
import type { Migrations } from '../migration';
import { jsonText } from '../stored-json';

export const evidenceEntries = mysqlTable(
  'evidence_entry',
  {
    id: varchar('id', { length: 64 }).primaryKey(),
    at: varchar('at', { length: 24 }).notNull(),
    kind: varchar('kind', { length: 32 }).notNull(),
    version: int('version').notNull(),
    actor: varchar('actor', { length: 128 }),
    subject: varchar('subject', { length: 160 }).notNull(),
    facts: jsonText('facts').notNull(),
    /** What of its kind it is, where a reader asks for the newest of each: see `aspectOf`. */
    aspect: varchar('aspect', { length: 160 }),
  },
  table => [
    index('evidence_by_subject').on(table.subject, table.at),
    index('evidence_by_kind').on(table.kind, table.at),
    index('evidence_by_time').on(table.at),
  ],
);

export const LEDGER_MIGRATIONS: Migrations = [
  [
    'v001_evidence_entry',
    'CREATE TABLE IF NOT EXISTS `evidence_entry` (`id` varchar(64) NOT NULL, `at` varchar(24) NOT NULL, `kind` varchar(32) NOT NULL, `version` int NOT NULL, `actor` varchar(128), `subject` varchar(160) NOT NULL, `facts` mediumtext NOT NULL, `aspect` varchar(160), PRIMARY KEY (`id`))',
  ],
  [
    'v001_evidence_by_subject',
    'CREATE INDEX IF NOT EXISTS `evidence_by_subject` ON `evidence_entry` (`subject`, `at`)',
  ],
  [
    'v001_evidence_by_kind',
    'CREATE INDEX IF NOT EXISTS `evidence_by_kind` ON `evidence_entry` (`kind`, `at`)',
  ],
  ['v001_evidence_by_time', 'CREATE INDEX IF NOT EXISTS `evidence_by_time` ON `evidence_entry` (`at`)'],
];

/** The verdict of a gate, and the transition that it permitted: of each the newest are read. */
export function aspectOf({ kind, facts }: Pick<EvidenceEntry, 'kind' | 'facts'>): string | null {
  if (kind !== gateDecided.kind) return null;
  const parsed = decided.safeParse(facts);
  if (!parsed.success) return null;
  const { verdict, ...transition } = parsed.data;
  return verdict === 'refuse' ? verdict : `${verdict} ${transitionKey(transition)}`.slice(0, 160);
}

const decided = z.object({ verdict: z.string(), from: z.string(), to: z.string() });

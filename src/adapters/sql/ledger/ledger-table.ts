import { index, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import type { Migrations } from '../migration';
import { jsonText } from '../stored-json';

export const evidenceEntries = mysqlTable(
  'evidence_entry',
  {
    id: varchar('id', { length: 64 }).primaryKey(),
    at: varchar('at', { length: 24 }).notNull(),
    kind: varchar('kind', { length: 32 }).notNull(),
    actor: varchar('actor', { length: 128 }),
    subject: varchar('subject', { length: 160 }).notNull(),
    facts: jsonText('facts').notNull(),
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
    'CREATE TABLE IF NOT EXISTS `evidence_entry` (`id` varchar(64) NOT NULL, `at` varchar(24) NOT NULL, `kind` varchar(32) NOT NULL, `actor` varchar(128), `subject` varchar(160) NOT NULL, `facts` mediumtext NOT NULL, PRIMARY KEY (`id`))',
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

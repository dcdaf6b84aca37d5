import { mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import { TROUBLES, type Obligation } from '../../../domain/obligation/obligation';
import type { Migrations } from '../migration';
import { instant, jsonText, stored } from '../stored-json';

/** Few enough to go through: Forge lets a minute define no more than 25 tables and indexes, all of a set-up together. */
export const obligations = mysqlTable('obligation', {
  ticket: varchar('ticket', { length: 32 }).primaryKey(),
  checkedAt: varchar('checked_at', { length: 24 }).notNull(),
  /** What kind of trouble there is; empty when there is none. */
  trouble: varchar('trouble', { length: 16 }).notNull(),
  record: jsonText('record').notNull(),
});

export const OBLIGATION_MIGRATIONS: Migrations = [
  [
    'v002_obligation',
    'CREATE TABLE IF NOT EXISTS `obligation` (`ticket` varchar(32) NOT NULL, `checked_at` varchar(24) NOT NULL, `trouble` varchar(16) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`ticket`))',
  ],
];

export const obligationRecord: z.ZodType<Obligation> = stored(
  z.object({
    ticket: z.string(),
    ticketKey: z.string(),
    workType: z.string(),
    status: z.string(),
    lastDay: z.string().nullable(),
    trouble: z
      .object({ id: z.string(), what: z.enum(TROUBLES), since: instant, where: z.string().nullable() })
      .nullable(),
    previous: z.string().nullable(),
  }),
);

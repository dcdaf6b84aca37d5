import { int, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import type { RefusalCount } from '../../../domain/decision/refusal-count';
import type { Migrations } from '../migration';

/** Only those of the last hours, and so without an index. */
export const refusalCounts = mysqlTable('refusal_count', {
  refusal: varchar('refusal', { length: 64 }).primaryKey(),
  ticket: varchar('ticket', { length: 32 }).notNull(),
  ticketKey: varchar('ticket_key', { length: 255 }).notNull(),
  hour: varchar('hour', { length: 13 }).notNull(),
  times: int('times').notNull(),
});

export const REFUSAL_MIGRATIONS: Migrations = [
  [
    'v002_refusal_count',
    'CREATE TABLE IF NOT EXISTS `refusal_count` (`refusal` varchar(64) NOT NULL, `ticket` varchar(32) NOT NULL, `ticket_key` varchar(255) NOT NULL, `hour` varchar(13) NOT NULL, `times` int NOT NULL, PRIMARY KEY (`refusal`))',
  ],
];

export const refusalCountRow: z.ZodType<RefusalCount> = z.object({
  refusal: z.string(),
  ticket: z.string(),
  ticketKey: z.string(),
  hour: z.string(),
  times: z.coerce.number(),
});

import { index, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import type { CloudAccount } from '../../../domain/cloud-account/cloud-account';
import type { Migrations } from '../migration';
import { instant, jsonText, stored } from '../stored-json';

export const cloudAccounts = mysqlTable(
  'cloud_account',
  {
    /** The provider as names are compared; the record has it as it was typed. */
    provider: varchar('compared_provider', { length: 128 }).notNull(),
    accountId: varchar('account_id', { length: 255 }).notNull(),
    ticket: varchar('ticket', { length: 32 }).notNull(),
    status: varchar('status', { length: 10 }).notNull(),
    reservedAt: varchar('reserved_at', { length: 24 }).notNull(),
    registeredAt: varchar('registered_at', { length: 24 }),
    record: jsonText('record').notNull(),
  },
  table => [
    primaryKey({ columns: [table.provider, table.accountId] }),
    index('cloud_account_by_ticket').on(table.ticket),
    index('cloud_account_by_account').on(table.accountId),
  ],
);

export const CLOUD_ACCOUNT_MIGRATIONS: Migrations = [
  [
    'v001_cloud_account',
    'CREATE TABLE IF NOT EXISTS `cloud_account` (`compared_provider` varchar(128) NOT NULL, `account_id` varchar(255) NOT NULL, `ticket` varchar(32) NOT NULL, `status` varchar(10) NOT NULL, `reserved_at` varchar(24) NOT NULL, `registered_at` varchar(24), `record` mediumtext NOT NULL, PRIMARY KEY (`compared_provider`, `account_id`))',
  ],
  [
    'v001_cloud_account_by_ticket',
    'CREATE INDEX IF NOT EXISTS `cloud_account_by_ticket` ON `cloud_account` (`ticket`)',
  ],
  [
    'v001_cloud_account_by_account',
    'CREATE INDEX IF NOT EXISTS `cloud_account_by_account` ON `cloud_account` (`account_id`)',
  ],
];

const status = z.enum(['reserved', 'active']);

const cloudAccountRecord: z.ZodType<CloudAccount> = stored(
  z.object({
    provider: z.string(),
    accountId: z.string(),
    service: z.string(),
    environment: z.string(),
    dataClassification: z.string(),
    owner: z.string(),
    securityContact: z.string(),
    billingOwner: z.string().nullable(),
    ticket: z.string(),
    ticketKey: z.string(),
    status,
    reservedAt: instant,
    registeredAt: instant.nullable(),
  }),
);

const columnsThatChange = z.object({ status, registeredAt: instant.nullable() });

/** The columns that change are the truth of what they hold; the record has the rest. */
export function cloudAccountOf(row: Record<'status' | 'registeredAt' | 'record', unknown>): CloudAccount {
  return { ...cloudAccountRecord.parse(row.record), ...columnsThatChange.parse(row) };
}

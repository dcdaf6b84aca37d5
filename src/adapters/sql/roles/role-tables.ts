import { mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import type { Role, RoleHolder } from '../../../domain/responsibility/role';
import type { Migrations } from '../migration';
import { instant, jsonText, stored } from '../stored-json';

export const roles = mysqlTable('role', {
  key: varchar('role_key', { length: 64 }).primaryKey(),
  record: jsonText('record').notNull(),
});

export const roleHolders = mysqlTable(
  'role_holder',
  {
    role: varchar('role_key', { length: 64 }).notNull(),
    accountId: varchar('account_id', { length: 128 }).notNull(),
    capacity: varchar('capacity', { length: 8 }).notNull(),
    from: varchar('from_at', { length: 24 }).notNull(),
    to: varchar('to_at', { length: 24 }),
  },
  table => [primaryKey({ columns: [table.role, table.accountId, table.capacity, table.from] })],
);

export const ROLE_MIGRATIONS: Migrations = [
  [
    'v001_role',
    'CREATE TABLE IF NOT EXISTS `role` (`role_key` varchar(64) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`role_key`))',
  ],
  [
    'v001_role_holder',
    'CREATE TABLE IF NOT EXISTS `role_holder` (`role_key` varchar(64) NOT NULL, `account_id` varchar(128) NOT NULL, `capacity` varchar(8) NOT NULL, `from_at` varchar(24) NOT NULL, `to_at` varchar(24), PRIMARY KEY (`role_key`, `account_id`, `capacity`, `from_at`))',
  ],
];

export const roleRecord: z.ZodType<Role> = stored(
  z.object({
    key: z.string(),
    name: z.string(),
    kind: z.enum(['internal', 'provider', 'third-party']),
    charter: z.string(),
  }),
);

export const roleHolderRecord: z.ZodType<RoleHolder> = z.object({
  role: z.string(),
  accountId: z.string(),
  capacity: z.enum(['holder', 'deputy']),
  from: instant,
  to: instant.nullable(),
});

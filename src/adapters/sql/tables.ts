import { customType, index, int, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core';

/**
 * The tables of the registers and the evidence. Columns are what statements look for; the record itself is JSON,
 * parsed on reading. Instants are ISO text, whose order is the order of time in every database.
 */

/**
 * JSON as text, written here and parsed where it is read. Source: Forge SQL data types, "JSON type": a JSON column may
 * not be supported in future.
 */
const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'mediumtext',
  toDriver: value => JSON.stringify(value),
});

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

export const cloudServices = mysqlTable('cloud_service', {
  key: varchar('service_key', { length: 64 }).primaryKey(),
  name: varchar('name', { length: 255 }).notNull(),
  record: jsonText('record').notNull(),
});

export const matrixVersions = mysqlTable('matrix_version', {
  number: int('number').primaryKey(),
  effectiveFrom: varchar('effective_from', { length: 24 }).notNull(),
  record: jsonText('record').notNull(),
  /** The roles and services that its rows name, as they were. */
  named: jsonText('named').notNull(),
});

export const responsibilities = mysqlTable(
  'responsibility',
  {
    matrixVersion: int('matrix_version').notNull(),
    id: varchar('id', { length: 128 }).notNull(),
    domain: varchar('domain', { length: 64 }).notNull(),
    service: varchar('service_key', { length: 64 }).notNull(),
    record: jsonText('record').notNull(),
  },
  table => [
    primaryKey({ columns: [table.matrixVersion, table.id] }),
    index('responsibility_by_service').on(table.matrixVersion, table.service, table.domain),
  ],
);

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
  },
  table => [
    index('evidence_by_subject').on(table.subject, table.at),
    index('evidence_by_kind').on(table.kind, table.at),
    index('evidence_by_time').on(table.at),
  ],
);

export const cloudAccounts = mysqlTable(
  'cloud_account',
  {
    provider: varchar('provider', { length: 128 }).notNull(),
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

/** At most one row: the draft of the next version. Its rows are responsibilities of that number. */
export const matrixDrafts = mysqlTable('matrix_draft', {
  number: int('number').primaryKey(),
  base: int('base').notNull(),
  state: varchar('state', { length: 10 }).notNull(),
  revision: int('revision').notNull(),
  ticket: varchar('ticket', { length: 32 }),
  authors: jsonText('authors').notNull(),
});

export const importParts = mysqlTable(
  'import_part',
  {
    uploader: varchar('uploader', { length: 128 }).notNull(),
    upload: varchar('upload', { length: 36 }).notNull(),
    number: int('number').notNull(),
    at: varchar('at', { length: 24 }).notNull(),
    record: jsonText('record').notNull(),
  },
  table => [primaryKey({ columns: [table.uploader, table.upload, table.number] })],
);

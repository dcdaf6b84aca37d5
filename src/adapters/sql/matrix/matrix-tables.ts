import { index, int, mediumtext, mysqlTable, primaryKey, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';
import type { Migrations } from '../migration';
import { jsonText } from '../stored-json';

export const matrixVersions = mysqlTable('matrix_version', {
  number: int('number').primaryKey(),
  effectiveFrom: varchar('effective_from', { length: 24 }).notNull(),
  record: jsonText('record').notNull(),
  /** Which set of roles and services its rows name: its hash. */
  namedSet: varchar('named_set', { length: 64 }).notNull(),
});

/**
 * The roles and services that versions name, as they were approved, in sets by the hash of all that is in them: what is
 * there is never changed, and of two writers none mixes up what the other has.
 */
export const matrixNamed = mysqlTable(
  'matrix_named',
  {
    namedSet: varchar('named_set', { length: 64 }).notNull(),
    kind: varchar('kind', { length: 8 }).$type<'role' | 'service'>().notNull(),
    key: varchar('named_key', { length: 64 }).notNull(),
    /** The name as references are compared; the record has it as it was typed. */
    name: varchar('compared_name', { length: 255 }).notNull(),
    record: jsonText('record').notNull(),
  },
  table => [primaryKey({ columns: [table.namedSet, table.kind, table.key] })],
);

export const responsibilities = mysqlTable(
  'responsibility',
  {
    matrixVersion: int('matrix_version').notNull(),
    id: varchar('id', { length: 128 }).notNull(),
    domain: varchar('domain', { length: 64 }).notNull(),
    service: varchar('service_key', { length: 64 }).notNull(),
    /** The activity as activities are compared; the record has it as it was typed. */
    activity: varchar('compared_activity', { length: 160 }).notNull(),
    /** The id as ids are compared. */
    comparedId: varchar('compared_id', { length: 128 }).notNull(),
    /** Empty unless there is exactly one. */
    accountable: varchar('accountable', { length: 64 }).notNull(),
    /** Those in which the row can be found, in small letters and between spaces. */
    words: mediumtext('words').notNull(),
    record: jsonText('record').notNull(),
  },
  table => [
    primaryKey({ columns: [table.matrixVersion, table.id] }),
    index('responsibility_by_service').on(table.matrixVersion, table.service, table.domain),
    uniqueIndex('responsibility_by_compared_id').on(table.matrixVersion, table.comparedId),
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
  matrixApproverRole: varchar('matrix_approver_role', { length: 64 }),
});

export const MATRIX_MIGRATIONS: Migrations = [
  [
    'v001_matrix_version',
    'CREATE TABLE IF NOT EXISTS `matrix_version` (`number` int NOT NULL, `effective_from` varchar(24) NOT NULL, `record` mediumtext NOT NULL, `named_set` varchar(64) NOT NULL, PRIMARY KEY (`number`))',
  ],
  [
    'v001_matrix_named',
    'CREATE TABLE IF NOT EXISTS `matrix_named` (`named_set` varchar(64) NOT NULL, `kind` varchar(8) NOT NULL, `named_key` varchar(64) NOT NULL, `compared_name` varchar(255) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`named_set`, `kind`, `named_key`))',
  ],
  [
    'v001_responsibility',
    'CREATE TABLE IF NOT EXISTS `responsibility` (`matrix_version` int NOT NULL, `id` varchar(128) NOT NULL, `domain` varchar(64) NOT NULL, `service_key` varchar(64) NOT NULL, `compared_activity` varchar(160) NOT NULL, `compared_id` varchar(128) NOT NULL, `accountable` varchar(64) NOT NULL, `words` mediumtext NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`matrix_version`, `id`))',
  ],
  [
    'v001_responsibility_by_service',
    'CREATE INDEX IF NOT EXISTS `responsibility_by_service` ON `responsibility` (`matrix_version`, `service_key`, `domain`)',
  ],
  [
    'v001_responsibility_by_compared_id',
    'CREATE UNIQUE INDEX IF NOT EXISTS `responsibility_by_compared_id` ON `responsibility` (`matrix_version`, `compared_id`)',
  ],
  [
    'v002_matrix_draft',
    'CREATE TABLE IF NOT EXISTS `matrix_draft` (`number` int NOT NULL, `base` int NOT NULL, `state` varchar(10) NOT NULL, `revision` int NOT NULL, `ticket` varchar(32), `authors` mediumtext NOT NULL, `matrix_approver_role` varchar(64), PRIMARY KEY (`number`))',
  ],
];

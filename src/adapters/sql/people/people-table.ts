import { sql } from 'drizzle-orm';
import { mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import type { PersonOnRecord } from '../../../domain/evidence/person-on-record';
import { evidenceEntries } from '../ledger/ledger-table';
import type { Migrations } from '../migration';
import { instant } from '../stored-json';

/** Whom evidence names. Nothing of it is part of any entry, so that a row can be erased. */
export const people = mysqlTable(
  'person',
  {
    accountId: varchar('account_id', { length: 128 }).primaryKey(),
    pseudonym: varchar('pseudonym', { length: 32 }).notNull(),
    name: varchar('name', { length: 255 }),
    salt: varchar('salt', { length: 64 }).notNull(),
    introducedAt: varchar('introduced_at', { length: 24 }).notNull(),
    /** The id of the entry that introduces them. */
    introduction: varchar('introduction', { length: 64 }).notNull(),
  },
  table => [uniqueIndex('person_by_pseudonym').on(table.pseudonym)],
);

export const PEOPLE_MIGRATIONS: Migrations = [
  [
    'v003_person',
    'CREATE TABLE IF NOT EXISTS `person` (`account_id` varchar(128) NOT NULL, `pseudonym` varchar(32) NOT NULL, `name` varchar(255), `salt` varchar(64) NOT NULL, `introduced_at` varchar(24) NOT NULL, `introduction` varchar(64) NOT NULL, PRIMARY KEY (`account_id`))',
  ],
  [
    'v003_person_by_pseudonym',
    'CREATE UNIQUE INDEX IF NOT EXISTS `person_by_pseudonym` ON `person` (`pseudonym`)',
  ],
];

const { accountId, pseudonym, name, salt, introducedAt, introduction } = people;

/** What is read of a person; the last is the entry that introduces them, once it is in the ledger. */
export const personColumns = {
  accountId,
  pseudonym,
  name,
  salt,
  introducedAt,
  introducedBy: sql<
    string | null
  >`(select ${evidenceEntries.id} from ${evidenceEntries} where ${evidenceEntries.id} = ${introduction})`,
};

export const personRecord: z.ZodType<PersonOnRecord> = z
  .object({
    accountId: z.string(),
    pseudonym: z.string(),
    name: z.string().nullable(),
    salt: z.string(),
    introducedAt: instant,
    introducedBy: z.string().nullable(),
  })
  .transform(({ introducedBy, ...person }) => ({ ...person, isIntroduced: introducedBy !== null }));

import { migrationRunner } from '@forge/sql';

/** Every change of the schema, oldest first. One that has run anywhere is never edited: a further one follows it. */
const MIGRATIONS: readonly (readonly [name: string, statement: string])[] = [
  [
    'v001_role',
    'CREATE TABLE IF NOT EXISTS `role` (`role_key` varchar(64) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`role_key`))',
  ],
  [
    'v001_role_holder',
    'CREATE TABLE IF NOT EXISTS `role_holder` (`role_key` varchar(64) NOT NULL, `account_id` varchar(128) NOT NULL, `capacity` varchar(8) NOT NULL, `from_at` varchar(24) NOT NULL, `to_at` varchar(24), PRIMARY KEY (`role_key`, `account_id`, `capacity`, `from_at`))',
  ],
  [
    'v001_cloud_service',
    'CREATE TABLE IF NOT EXISTS `cloud_service` (`service_key` varchar(64) NOT NULL, `name` varchar(255) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`service_key`))',
  ],
  [
    'v001_matrix_version',
    'CREATE TABLE IF NOT EXISTS `matrix_version` (`number` int NOT NULL, `effective_from` varchar(24) NOT NULL, `record` mediumtext NOT NULL, `named` mediumtext NOT NULL, PRIMARY KEY (`number`))',
  ],
  [
    'v001_responsibility',
    'CREATE TABLE IF NOT EXISTS `responsibility` (`matrix_version` int NOT NULL, `id` varchar(128) NOT NULL, `domain` varchar(64) NOT NULL, `service_key` varchar(64) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`matrix_version`, `id`))',
  ],
  [
    'v001_responsibility_by_service',
    'CREATE INDEX IF NOT EXISTS `responsibility_by_service` ON `responsibility` (`matrix_version`, `service_key`, `domain`)',
  ],
  [
    'v001_evidence_entry',
    'CREATE TABLE IF NOT EXISTS `evidence_entry` (`id` varchar(64) NOT NULL, `at` varchar(24) NOT NULL, `kind` varchar(32) NOT NULL, `version` int NOT NULL, `actor` varchar(128), `subject` varchar(160) NOT NULL, `facts` mediumtext NOT NULL, PRIMARY KEY (`id`))',
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
  [
    'v001_cloud_account',
    'CREATE TABLE IF NOT EXISTS `cloud_account` (`provider` varchar(128) NOT NULL, `account_id` varchar(255) NOT NULL, `ticket` varchar(32) NOT NULL, `status` varchar(10) NOT NULL, `reserved_at` varchar(24) NOT NULL, `registered_at` varchar(24), `record` mediumtext NOT NULL, PRIMARY KEY (`provider`, `account_id`))',
  ],
  [
    'v001_cloud_account_by_ticket',
    'CREATE INDEX IF NOT EXISTS `cloud_account_by_ticket` ON `cloud_account` (`ticket`)',
  ],
  [
    'v001_cloud_account_by_account',
    'CREATE INDEX IF NOT EXISTS `cloud_account_by_account` ON `cloud_account` (`account_id`)',
  ],
  [
    'v002_matrix_draft',
    'CREATE TABLE IF NOT EXISTS `matrix_draft` (`number` int NOT NULL, `base` int NOT NULL, `state` varchar(10) NOT NULL, `revision` int NOT NULL, `ticket` varchar(32), `authors` mediumtext NOT NULL, PRIMARY KEY (`number`))',
  ],
  [
    'v002_import_part',
    'CREATE TABLE IF NOT EXISTS `import_part` (`uploader` varchar(128) NOT NULL, `upload` varchar(36) NOT NULL, `number` int NOT NULL, `at` varchar(24) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`uploader`, `upload`, `number`))',
  ],
];

/** The names of all migrations: what set-up compares with. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(([name]) => name);

/**
 * Runs the migrations that have not run yet, and returns their names. Each statement can be repeated, so that a run
 * that was cut between a change and its record is finished by the next.
 */
export async function migrate(): Promise<string[]> {
  for (const [name, statement] of MIGRATIONS) migrationRunner.enqueue(name, statement);
  return migrationRunner.run();
}

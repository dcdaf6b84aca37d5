import { migrationRunner } from '@forge/sql';
import { CLOUD_ACCOUNT_MIGRATIONS } from './cloud-accounts/cloud-account-table';
import { LEDGER_MIGRATIONS } from './ledger/ledger-table';
import { MATRIX_MIGRATIONS } from './matrix/matrix-tables';
import { OBLIGATION_MIGRATIONS } from './obligations/obligation-table';
import { PEOPLE_MIGRATIONS } from './people/people-table';
import { REFUSAL_MIGRATIONS } from './refusals/refusal-table';
import { ROLE_MIGRATIONS } from './roles/role-tables';
import { SERVICE_MIGRATIONS } from './services/service-table';
import { UPLOAD_MIGRATIONS } from './uploads/upload-table';
import type { Migrations } from './migration';

/** Those of all subjects. No subject's tables depend on those of another. */
const MIGRATIONS: Migrations = [
  ...ROLE_MIGRATIONS,
  ...SERVICE_MIGRATIONS,
  ...MATRIX_MIGRATIONS,
  ...LEDGER_MIGRATIONS,
  ...CLOUD_ACCOUNT_MIGRATIONS,
  ...UPLOAD_MIGRATIONS,
  ...PEOPLE_MIGRATIONS,
  ...OBLIGATION_MIGRATIONS,
  ...REFUSAL_MIGRATIONS,
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

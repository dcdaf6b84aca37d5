import { randomBytes } from 'node:crypto';
import { sql } from '@forge/sql';
import { sqlCloudAccounts } from '../../../src/adapters/sql/cloud-accounts/sql-cloud-accounts';
import { openDatabase } from '../../../src/adapters/sql/database';
import { sqlDecisions } from '../../../src/adapters/sql/decisions/sql-decisions';
import { sqlLedger } from '../../../src/adapters/sql/ledger/sql-ledger';
import { sqlMatrixDrafts } from '../../../src/adapters/sql/matrix/sql-matrix-drafts';
import { sqlMatrixVersions } from '../../../src/adapters/sql/matrix/sql-matrix-versions';
import { migrate } from '../../../src/adapters/sql/migrations';
import { sqlObligations } from '../../../src/adapters/sql/obligations/sql-obligations';
import { sqlPeople } from '../../../src/adapters/sql/people/sql-people';
import { sqlRefusals } from '../../../src/adapters/sql/refusals/sql-refusals';
import { sqlRoles } from '../../../src/adapters/sql/roles/sql-roles';
import { sqlServices } from '../../../src/adapters/sql/services/sql-services';
import { sqlStoredSettings } from '../../../src/adapters/sql/settings/sql-stored-settings';
import { sqlUploadChunks } from '../../../src/adapters/sql/uploads/sql-upload-chunks';
import type { StoredPorts, StoreUnderTest } from '../../ports/ports-under-test.ts';
import { ForgeSql } from './forge-sql.ts';

const TABLES = [
  'role',
  'role_holder',
  'cloud_service',
  'matrix_version',
  'matrix_draft',
  'responsibility',
  'evidence_entry',
  'person',
  'cloud_account',
  'obligation',
  'refusal_count',
  'upload_chunk',
];

/** The app's own adapters on a real database. */
export interface SqlStore extends StoreUnderTest {
  forge: ForgeSql;
  ports: StoredPorts;
}

export async function openSqlStore(): Promise<SqlStore> {
  const forge = await ForgeSql.open();
  await migrate();
  const database = openDatabase();
  const ports: StoredPorts = {
    roles: sqlRoles(database),
    services: sqlServices(database),
    matrixVersions: sqlMatrixVersions(database),
    drafts: sqlMatrixDrafts(database),
    settings: sqlStoredSettings(database),
    decisions: sqlDecisions(),
    cloudAccounts: sqlCloudAccounts(database),
    ledger: sqlLedger(database),
    obligations: sqlObligations(database),
    refusals: sqlRefusals(database),
    people: sqlPeople(database, randomBytes),
    chunks: sqlUploadChunks(database),
  };
  return {
    forge,
    ports,
    empty: async () => {
      for (const table of TABLES) await sql.executeRaw(`DELETE FROM \`${table}\``);
      return ports;
    },
    close: () => forge.close(),
  };
}

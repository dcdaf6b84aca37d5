import { describe } from '@jest/globals';
import { cloudAccountsContract } from './contracts/cloud-accounts.ts';
import { decisionsContract } from './contracts/decisions.ts';
import { ledgerContract } from './contracts/ledger.ts';
import { matrixDraftsContract } from './contracts/matrix-drafts.ts';
import { matrixVersionsContract } from './contracts/matrix-versions.ts';
import { obligationsContract } from './contracts/obligations.ts';
import { peopleContract } from './contracts/people.ts';
import { refusalsContract } from './contracts/refusals.ts';
import { rolesContract } from './contracts/roles.ts';
import { settingsContract } from './contracts/settings.ts';
import { uploadChunksContract } from './contracts/upload-chunks.ts';
import type { OpenStore } from './ports-under-test.ts';

const CONTRACTS: Readonly<Record<string, (open: OpenStore) => void>> = {
  'roles, services and holders': rolesContract,
  'versions of the matrix': matrixVersionsContract,
  'the draft of the matrix': matrixDraftsContract,
  'the settings': settingsContract,
  'what decisions read': decisionsContract,
  'cloud accounts': cloudAccountsContract,
  'the ledger': ledgerContract,
  'the index of tickets under obligation': obligationsContract,
  'counts of refusals': refusalsContract,
  'people on record': peopleContract,
  'chunks of an upload': uploadChunksContract,
};

/** What every store of the app's data does alike: the fakes of the tests, and the database. */
export function everyContract(open: OpenStore): void {
  for (const [name, contract] of Object.entries(CONTRACTS))
    describe(name, () => {
      contract(open);
    });
}

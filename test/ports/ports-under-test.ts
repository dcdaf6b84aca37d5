import type { CloudAccounts } from '../../src/ports/cloud-accounts';
import type { Decisions } from '../../src/ports/decisions';
import type { Ledger } from '../../src/ports/ledger';
import type { MatrixDrafts } from '../../src/ports/matrix-drafts';
import type { MatrixVersions } from '../../src/ports/matrix-versions';
import type { Obligations } from '../../src/ports/obligations';
import type { People } from '../../src/ports/people';
import type { Refusals } from '../../src/ports/refusals';
import type { Roles } from '../../src/ports/roles';
import type { Services } from '../../src/ports/services';
import type { StoredSettings } from '../../src/ports/stored-settings';
import type { UploadChunks } from '../../src/ports/upload-chunks';

/** The ports that one store stands behind, empty at first. */
export interface StoredPorts {
  roles: Roles;
  services: Services;
  matrixVersions: MatrixVersions;
  drafts: MatrixDrafts;
  settings: StoredSettings;
  decisions: Decisions;
  cloudAccounts: CloudAccounts;
  ledger: Ledger;
  obligations: Obligations;
  refusals: Refusals;
  people: People;
  chunks: UploadChunks;
}

/** Where the cases of a contract run: on the fakes, or on a database. */
export interface StoreUnderTest {
  /** Ports of an empty store. */
  empty(): Promise<StoredPorts>;
  close(): Promise<void>;
}

export type OpenStore = () => Promise<StoreUnderTest>;

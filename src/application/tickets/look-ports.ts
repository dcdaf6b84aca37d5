import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Decisions } from '../../ports/decisions';
import type { Directory } from '../../ports/directory';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';

/** All that looking at tickets takes. Nothing of it can write, so that a look is never more than one. */
export interface LookPorts {
  decisions: Pick<Decisions, 'records' | 'recordsOfEach' | 'recordsToExplain'>;
  directory: Pick<Directory, 'accounts'>;
  cloudAccounts: Pick<CloudAccounts, 'ofTickets'>;
  drafts: Pick<MatrixDrafts, 'current'>;
  matrixVersions: Pick<MatrixVersions, 'list' | 'allRows'>;
  roles: Pick<Roles, 'list'>;
  services: Pick<Services, 'list'>;
}

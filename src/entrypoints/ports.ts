import type { SetUpDependencies } from '../provisioning/application/dependencies';
import type { Clock } from '../ports/clock';
import type { CloudAccounts } from '../ports/cloud-accounts';
import type { Directory } from '../ports/directory';
import type { EvidenceLedger } from '../ports/evidence-ledger';
import type { ImportParts } from '../ports/import-parts';
import type { Jobs } from '../ports/jobs';
import type { MatrixDrafts } from '../ports/matrix-drafts';
import type { Permissions } from '../ports/permissions';
import type { Registers } from '../ports/registers';
import type { SiteConfigurations } from '../ports/site-configuration';
import type { Sweeps } from '../ports/sweeps';
import type { Tickets } from '../ports/tickets';
import type { WaitingWork } from '../ports/waiting-work';
import type { WorkflowsInForce } from '../provisioning/ports/workflows-in-force';

/** Everything the entry points hand to use cases. */
export interface Ports {
  tickets: Tickets;
  registers: Registers;
  directory: Directory;
  ledger: EvidenceLedger;
  cloudAccounts: CloudAccounts;
  drafts: MatrixDrafts;
  parts: ImportParts;
  jobs: Jobs;
  sweeps: Sweeps;
  permissions: Permissions;
  configurations: SiteConfigurations;
  waitingWork: WaitingWork;
  workflowsInForce: WorkflowsInForce;
  clock: Clock;
  /** Set-up's own view of the world; starter content is adopted in the name of whoever runs it. */
  setUp: Omit<SetUpDependencies, 'adoptStarterContent'>;
}

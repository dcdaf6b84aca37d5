import type { TicketKinds } from '../application/tickets/reading';
import type { AdvanceRegister } from '../application/tickets/registers';
import type { Provisioning } from '../provisioning';
import type { Clock } from '../ports/clock';
import type { CloudAccounts } from '../ports/cloud-accounts';
import type { Decisions } from '../ports/decisions';
import type { Directory } from '../ports/directory';
import type { Ledger } from '../ports/ledger';
import type { Jobs } from '../ports/jobs';
import type { MatrixDrafts } from '../ports/matrix-drafts';
import type { MatrixVersions } from '../ports/matrix-versions';
import type { People } from '../ports/people';
import type { Permissions } from '../ports/permissions';
import type { Recorder } from '../ports/recorder';
import type { Roles } from '../ports/roles';
import type { Services } from '../ports/services';
import type { SiteConfigurations } from '../ports/site-configuration';
import type { StoredSettings } from '../ports/stored-settings';
import type { Sweeps } from '../ports/sweeps';
import type { Tickets } from '../ports/tickets';
import type { UploadChunks } from '../ports/upload-chunks';
import type { WaitingWork } from '../ports/waiting-work';

/** Everything the entry points hand to use cases. */
export interface Ports {
  kinds: TicketKinds;
  advanceRegister: AdvanceRegister;
  tickets: Tickets;
  decisions: Decisions;
  roles: Roles;
  services: Services;
  matrixVersions: MatrixVersions;
  settings: StoredSettings;
  directory: Directory;
  ledger: Ledger;
  people: People;
  recorder: Recorder;
  cloudAccounts: CloudAccounts;
  drafts: MatrixDrafts;
  chunks: UploadChunks;
  jobs: Jobs;
  sweeps: Sweeps;
  permissions: Permissions;
  configurations: SiteConfigurations;
  waitingWork: WaitingWork;
  clock: Clock;
  provisioning: Provisioning;
}

import type { WorkType } from '../../domain/work-type/work-type';
import type { AccountId } from '../../domain/shared/account';
import type { Clock } from '../../ports/clock';
import type { Decisions } from '../../ports/decisions';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { Locks } from '../../ports/locks';
import type { Recorder } from '../../ports/recorder';
import type { Permissions } from '../../ports/permissions';
import type { Services } from '../../ports/services';
import type { AppIdentity } from './app-identity';
import type { JiraSite } from './jira-site';
import type { PermissionsInForce } from './permissions-in-force';
import type { StateStore } from './state-store';
import type { WorkflowsInForce } from './workflows-in-force';

/** What provisioning needs. */
export interface ProvisioningPorts {
  site: JiraSite;
  workflowsInForce: WorkflowsInForce;
  permissionsInForce: PermissionsInForce;
  stateStore: StateStore;
  locks: Locks;
  permissions: Pick<Permissions, 'isJiraAdministrator'>;
  decisions: Pick<Decisions, 'registersAsOf'>;
  services: Pick<Services, 'list'>;
  directory: Pick<Directory, 'accounts'>;
  ledger: Pick<Ledger, 'list'>;
  recorder: Recorder;
  clock: Clock;
  workTypes: readonly WorkType[];
  /** Which app this is, and in which environment. */
  app(): AppIdentity;
  /** The names of all migrations; `migrate` runs those that have not run, and is harmless when there are none. */
  database: { migrations: readonly string[]; migrate(): Promise<unknown> };
  /** Fills empty registers and an empty matrix; harmless when it has done so. */
  adoptStarterContent(administrator: AccountId): Promise<unknown>;
  /** Milliseconds left of this invocation. */
  remainingTime(): number;
}

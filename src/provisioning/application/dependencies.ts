import type { WorkType } from '../../domain/work-type/work-type';
import type { Clock } from '../../ports/clock';
import type { Decisions } from '../../ports/decisions';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { AppIdentity, JiraSite } from '../ports/jira-site';
import type { Permissions } from '../../ports/permissions';
import type { Services } from '../../ports/services';
import type { SetUpMemories } from '../ports/provisioning-state';
import type { SetUpTurns } from '../ports/locks';

/** What set-up needs of the world. */
export interface SetUpDependencies {
  site: JiraSite;
  memories: SetUpMemories;
  turns: SetUpTurns;
  permissions: Pick<Permissions, 'isJiraAdministrator'>;
  decisions: Pick<Decisions, 'registersAsOf'>;
  services: Pick<Services, 'list'>;
  directory: Pick<Directory, 'accounts'>;
  evidence: Pick<Ledger, 'append' | 'list'>;
  clock: Clock;
  workTypes: readonly WorkType[];
  /** Which app this is, and in which environment. */
  app(): AppIdentity;
  /** The names of all migrations; `migrate` runs those that have not run, and is harmless when there are none. */
  database: { migrations: readonly string[]; migrate(): Promise<unknown> };
  /** Fills the registers and the matrix with starter content; harmless when it has done so. */
  adoptStarterContent(): Promise<unknown>;
  /** Milliseconds left of this invocation. */
  remainingTime(): number;
}

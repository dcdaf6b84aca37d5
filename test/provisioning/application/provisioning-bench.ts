import type { ProvisioningPorts } from '../../../src/provisioning/ports/provisioning-ports';
import { applyNextStep } from '../../../src/provisioning/application/apply-next-step';
import type { SetUpProgress } from '../../../src/contract/set-up';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import type { CloudService } from '../../../src/domain/responsibility/cloud-service';
import type { Role, RoleHolder } from '../../../src/domain/responsibility/role';
import type { Account } from '../../../src/domain/shared/account';
import { plus, toInstant, within } from '../../../src/domain/shared/instant';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import type { WorkType } from '../../../src/domain/work-type/work-type';
import { APP_FIELDS } from '../../../src/domain/work-type/fields';
import { memoryStateStore } from '../fakes/memory-state-store';
import { memoryLocks } from '../../support/fakes/memory-locks';
import { plainRecorder } from '../../support/fakes/plain-recorder';
import { FAKE_APP, FakeJiraSite, Interruption, Writes } from '../fakes/jira-site/fake-jira-site';

export const ADMINISTRATOR = 'account-admin';

/** Set-up with everything it needs in memory; every write, to Jira or not, goes through `writes`. */
export class ProvisioningBench {
  readonly writes = new Writes();
  readonly jira = new FakeJiraSite(this.writes);
  readonly entries = new Map<string, EvidenceEntry>();
  services = [service('aws', 'AWS'), service('github', 'GitHub')];
  roles: Role[] = [];
  holders: RoleHolder[] = [];
  isAdministrator = true;
  remainingTime = 25_000;
  private readonly stateStore = memoryStateStore(this.writes);
  /** The locks that someone holds. */
  readonly locks = new Set<string>();
  private tables = 0;
  private starterContent = 0;
  private now = toInstant('2026-03-01T09:00:00Z');

  /** @param workTypes - those that the app knows */
  constructor(workTypes: readonly WorkType[] = WORK_TYPES) {
    this.upgrade(workTypes);
    this.jira.installFields(Object.values(APP_FIELDS).map(({ moduleKey }) => moduleKey));
  }

  readonly deps: ProvisioningPorts = {
    site: this.jira.port(),
    workTypes: WORK_TYPES,
    app: () => FAKE_APP,
    clock: { now: () => (this.now = plus(this.now, 1)) },
    remainingTime: () => this.remainingTime,
    permissions: { isJiraAdministrator: () => Promise.resolve(this.isAdministrator) },
    services: { list: () => this.readTables(this.services) },
    decisions: {
      registersAsOf: at =>
        this.readTables({
          matrix: null,
          roles: [...this.roles],
          holders: this.holders.filter(({ from, to }) => within(at, from, to)),
          settings: DEFAULT_SETTINGS,
        }),
    },
    directory: { accounts: ids => Promise.resolve(new Map(ids.map(id => [id, account(id)]))) },
    workflowsInForce: this.jira.workflowsInForce(),
    permissionsInForce: this.jira.permissionsInForce(),
    stateStore: this.stateStore,
    locks: memoryLocks(this.locks),
    ledger: {
      list: ({ subject }) =>
        this.readTables({
          entries: [...this.entries.values()].filter(entry => entry.subject === subject).reverse(),
        }),
    },
    recorder: plainRecorder({
      append: entry => this.writes.through('append evidence', () => this.append(entry)),
    }),
    database: {
      migrations: ['v001'],
      migrate: () => this.writes.through('migrate', () => void (this.tables = 1)),
    },
    adoptStarterContent: () =>
      this.writes.through('adopt starter content', () => void (this.starterContent = 1)),
  };

  /** From now on it is the app of a later release, with these work types. */
  upgrade(workTypes: readonly WorkType[]): void {
    Object.assign(this.deps, { workTypes });
  }

  /** The same for every run that ended well, however often it was interrupted. */
  outcome() {
    const { tables, starterContent } = this;
    return { jira: this.jira.state, state: this.stateStore.current(), tables, starterContent };
  }

  private append(entry: EvidenceEntry): 'appended' | 'repeated' {
    if (this.tables === 0) throw new Error('There is no table for evidence yet.');
    if (this.entries.has(entry.id)) return 'repeated';
    this.entries.set(entry.id, structuredClone(entry));
    return 'appended';
  }

  private readTables<T>(value: T): Promise<T> {
    if (this.tables === 0) return Promise.reject(new Error('There are no tables yet.'));
    return Promise.resolve(value);
  }
}

/** Runs set-up until it says that it is done. An interruption ends it, as it ends an invocation. */
export async function runToEnd(bench: ProvisioningBench): Promise<SetUpProgress[]> {
  const calls: SetUpProgress[] = [];
  for (let call = 0; call < 120; call += 1) {
    const result = await applyNextStep(bench.deps, ADMINISTRATOR);
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    calls.push(result.value);
    if (result.value.done) return calls;
  }
  throw new Error('Set-up does not come to an end.');
}

/** Whether the run came to its end, or was interrupted; every other fault is thrown. */
export async function wasInterrupted(bench: ProvisioningBench): Promise<boolean> {
  try {
    await runToEnd(bench);
    return false;
  } catch (fault) {
    if (fault instanceof Interruption) return true;
    throw fault;
  }
}

export function service(key: string, name: string): CloudService {
  return { key, name, provider: name, model: 'IaaS', viewpoint: 'customer', material: true, contract: '' };
}

/** In this directory everyone is called by their account id, capitalised. */
function account(accountId: string): Account {
  const displayName = accountId.replace(/^account-./, start => start.slice(-1).toUpperCase());
  return { accountId, displayName, active: true, kind: 'person' };
}

import { adoptStarterContent, type StarterContentPorts } from './application/adopt-starter-content';
import { applyNextStep } from './application/apply-next-step';
import { checkDrift, checkDriftAfterRepair } from './application/check-drift';
import { compareRules } from './application/compare-rules';
import { driftOnRecord } from './application/drift-on-record';
import { planSetUp, readStatus } from './application/plan-set-up';
import { hasDatabase } from './application/step-context';
import { appIdentity, remainingTime } from './adapters/jira/invocation';
import { jiraSite } from './adapters/jira/jira-site';
import { jiraPermissionsInForce } from './adapters/jira/permissions-in-force';
import { jiraWorkflowsInForce } from './adapters/jira/workflows-in-force';
import { kvsStateStore } from './adapters/kvs/state-store';
import type { ProvisioningPorts } from './ports/provisioning-ports';
import type { SetUpPlan, SetUpProgress, SetUpStatus } from '../contract/set-up';
import type { AccountId } from '../domain/shared/account';
import type { Result } from '../domain/shared/result';
import type { ConfigurationDrift } from '../ports/configuration-drift';
import type { WorkflowRules } from '../ports/workflow-rules';
import type { SetUpRefusal } from './domain/set-up-refusal';

export { setUpRefusalMessage, type SetUpRefusal } from './domain/set-up-refusal';

/** The door of this room: set-up as the rest of the app sees it. Nothing else in here is imported from outside. */
export interface Provisioning extends ConfigurationDrift, WorkflowRules {
  status(): Promise<Result<SetUpStatus, SetUpRefusal>>;
  /** Writes nothing. */
  plan(): Promise<Result<SetUpPlan, SetUpRefusal>>;
  /** One call applies one step, or a part of a long one. Call it until it is done. */
  applyNextStep(administrator: AccountId): Promise<Result<SetUpProgress, SetUpRefusal>>;
  /** Compares workflows and permissions in force with those applied, and records drift. */
  checkDrift(): Promise<void>;
  /** Whether there are tables: before, there is nothing to check or to sweep. */
  hasDatabase(): Promise<boolean>;
}

/** What the rest of the app gives to provisioning. */
export type ProvisioningNeeds = Pick<
  ProvisioningPorts,
  'permissions' | 'decisions' | 'directory' | 'ledger' | 'clock' | 'locks' | 'workTypes' | 'database'
> &
  StarterContentPorts;

/** Provisioning of the site whose invocation this is. It keeps nothing from one call to the next. */
export function openProvisioning(needs: ProvisioningNeeds): Provisioning {
  return provisioningWith({
    ...needs,
    site: jiraSite(),
    workflowsInForce: jiraWorkflowsInForce(),
    permissionsInForce: jiraPermissionsInForce(),
    stateStore: kvsStateStore(),
    app: appIdentity,
    remainingTime,
    adoptStarterContent: administrator => adoptStarterContent(needs, administrator),
  });
}

function provisioningWith(ports: ProvisioningPorts): Provisioning {
  return {
    status: () => readStatus(ports),
    plan: () => planSetUp(ports),
    applyNextStep: async administrator => {
      const progress = await applyNextStep(ports, administrator);
      if (progress.ok && progress.value.done) await checkDriftAfterRepair(ports);
      return progress;
    },
    checkDrift: () => checkDrift(ports),
    repairsOnRecord: async () => (await driftOnRecord(ports.ledger)).drift.map(({ repair }) => repair),
    standingOf: (workType, transition, seen) => compareRules(ports, workType, transition, seen),
    hasDatabase: async () => hasDatabase(await ports.stateStore.read()),
  };
}

import type { SetUpPlan, SetUpStatus } from '../../contract/set-up';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { SetUpRefusal } from '../domain/set-up-refusal';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import { driftOnRecord, type DriftOnRecord } from './drift-on-record';
import { peopleLacking } from './people-lacking';
import { isNotice, type PlanEntry } from './provisioning-step';
import { hasDatabase, isApplied, openContext } from './step-context';
import { PERMISSION_SCHEME_STEP } from './steps/permission-scheme-step';
import { provisioningSteps } from './steps/provisioning-steps';
import { workflowStep } from './steps/workflow-step';
import { openState } from './working-state';

/**
 * Which steps have been applied, by the state, and what drift the hourly check found. Jira is asked only who lacks
 * permissions, once every step has been applied.
 * Refuses NOT_AN_ADMINISTRATOR.
 */
export async function readStatus(ports: ProvisioningPorts): Promise<Result<SetUpStatus, SetUpRefusal>> {
  if (!(await ports.permissions.isJiraAdministrator())) return refuse({ code: 'NOT_AN_ADMINISTRATOR' });
  const { copy } = await openState(ports.stateStore);
  const context = await openContext(ports, copy, null);
  const { last, drift } = hasDatabase(copy) ? await driftOnRecord(ports.ledger) : NO_RECORD;
  const drifted = new Set(drift.map(({ workType }) => workType));
  const driftedSteps = new Set([
    ...ports.workTypes.filter(({ name }) => drifted.has(name)).map(workType => workflowStep(workType).key),
    ...(drift.some(({ permission }) => permission) ? [PERMISSION_SCHEME_STEP.key] : []),
  ]);
  const steps = provisioningSteps(ports).map(step => {
    const state = !isApplied(step, context) ? 'pending' : driftedSteps.has(step.key) ? 'drifted' : 'done';
    return { key: step.key, title: step.title, state } as const;
  });
  const everyStepApplied = steps.every(({ state }) => state !== 'pending');
  const repairs = drift.map(({ repair }) => repair);
  return allow({
    complete: steps.every(({ state }) => state === 'done'),
    steps,
    people: everyStepApplied ? await peopleLacking(ports, copy) : [],
    found: last && repairs.length > 0 ? { at: last.at, repairs } : null,
  });
}

const NO_RECORD: DriftOnRecord = { last: undefined, drift: [] };

/**
 * What applying would write, step by step, compared with Jira as it is now. Writes nothing.
 * Refuses NOT_AN_ADMINISTRATOR.
 */
export async function planSetUp(ports: ProvisioningPorts): Promise<Result<SetUpPlan, SetUpRefusal>> {
  if (!(await ports.permissions.isJiraAdministrator())) return refuse({ code: 'NOT_AN_ADMINISTRATOR' });
  const { copy } = await openState(ports.stateStore);
  const context = await openContext(ports, copy, null);
  const steps: SetUpPlan['steps'] = [];
  for (const step of provisioningSteps(ports)) {
    const plan = await step.plan(context);
    const changes = textsOf(plan.filter(entry => !isNotice(entry)));
    const state = !isApplied(step, context) ? 'pending' : changes.length > 0 ? 'drifted' : 'done';
    const { key, title } = step;
    steps.push({ key, title, state, changes, notices: textsOf(plan.filter(isNotice)) });
  }
  const complete = steps.every(({ state }) => state === 'done');
  return allow({ complete, steps, people: await peopleLacking(ports, copy) });
}

function textsOf(entries: readonly PlanEntry[]): string[] {
  return entries.map(({ text }) => text);
}

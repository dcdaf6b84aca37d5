import type { SetUpProgress } from '../../contract/set-up';
import type { AccountId } from '../../domain/shared/account';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { SetUpRefusal } from '../domain/set-up-refusal';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import type { UnrecordedChanges } from '../ports/state-store';
import {
  isBlocker,
  isChange,
  isNotice,
  specificationHash,
  type PlanEntry,
  type PlannedChange,
  type ProvisioningStep,
  type StepContext,
} from './provisioning-step';
import { noteChange, recordChanges } from './record-changes';
import { hasDatabase, isApplied, openContext } from './step-context';
import { provisioningSteps } from './steps/provisioning-steps';
import { withLock } from './with-lock';
import { openState, type WorkingState } from './working-state';

/** A function has 25 s, and Jira may take most of a second for each write. */
const WRITES_PER_CALL = 20;
const TIME_FOR_ONE_WRITE_MS = 6_000;

interface Run {
  ports: ProvisioningPorts;
  administrator: AccountId;
  state: WorkingState;
  context: StepContext;
}

interface PlannedStep {
  step: ProvisioningStep;
  plan: PlanEntry[];
}

/**
 * Applies the next step, or the next part of a long one: at most twenty writes. When every step has been applied,
 * repairs the first one that has drifted. A run with nothing to do writes nothing, and one that was interrupted
 * anywhere is finished by the next. Each call that wrote leaves one entry of evidence.
 * Refuses NOT_AN_ADMINISTRATOR, SET_UP_UNDER_WAY, what an administrator has to resolve first, and REFUSED_BY_JIRA.
 */
export async function applyNextStep(
  ports: ProvisioningPorts,
  administrator: AccountId,
): Promise<Result<SetUpProgress, SetUpRefusal>> {
  if (!(await ports.permissions.isJiraAdministrator())) return refuse({ code: 'NOT_AN_ADMINISTRATOR' });
  if (await isUpToDate(ports)) return allow(NOTHING_LEFT);
  // Planned again under the lock: another call may have applied it meanwhile.
  return withLock(ports, () => applyUnderLock(ports, administrator));
}

const NOTHING_LEFT: SetUpProgress = { step: null, done: true, remaining: 0 };

async function isUpToDate(ports: ProvisioningPorts): Promise<boolean> {
  const state = await openState(ports.stateStore);
  const context = await openContext(ports, state.copy, null);
  const steps = provisioningSteps(ports);
  if (state.copy.unrecorded || !steps.every(step => isApplied(step, context))) return false;
  return (await driftedSteps(steps, context)).length === 0 && !state.hasChanged();
}

async function applyUnderLock(
  ports: ProvisioningPorts,
  administrator: AccountId,
): Promise<Result<SetUpProgress, SetUpRefusal>> {
  const state = await openState(ports.stateStore);
  const run = { ports, administrator, state, context: await openContext(ports, state.copy, administrator) };
  await recordInterrupted(run);
  const steps = provisioningSteps(ports);
  const pending = steps.filter(step => !isApplied(step, run.context));
  const [step] = pending;
  if (step) return applyStep(run, { step, plan: await step.plan(run.context) }, pending.length);
  return repair(run, steps);
}

/** A call that was cut, or refused, may have changed something that the ledger does not know of. */
async function recordInterrupted({ ports, state }: Run): Promise<void> {
  if (!state.copy.unrecorded || !hasDatabase(state.copy)) return;
  await recordChanges(ports.recorder, state.copy, 'interrupted');
  await state.save();
}

async function repair(
  run: Run,
  steps: readonly ProvisioningStep[],
): Promise<Result<SetUpProgress, SetUpRefusal>> {
  const drifted = await driftedSteps(steps, run.context);
  const next = drifted.find(({ plan }) => !plan.some(isBlocker)) ?? drifted[0];
  if (next) return applyStep(run, next, drifted.length);
  // Ids that were found again, e.g. after the app was installed again.
  await run.state.save();
  return allow(NOTHING_LEFT);
}

async function driftedSteps(
  steps: readonly ProvisioningStep[],
  context: StepContext,
): Promise<PlannedStep[]> {
  const drifted: PlannedStep[] = [];
  for (const step of steps) {
    const plan = (await step.plan(context)).filter(entry => !isNotice(entry));
    if (plan.length > 0) drifted.push({ step, plan });
  }
  return drifted;
}

/** @param left - how many steps there are to apply, this one among them */
async function applyStep(
  run: Run,
  { step, plan }: PlannedStep,
  left: number,
): Promise<Result<SetUpProgress, SetUpRefusal>> {
  const blocked = plan.find(isBlocker);
  if (blocked) return refuse(blocked.blocker);
  const planned = plan.filter(isChange);
  const applied = await applyChanges(run, unrecordedChanges(run, step), planned);
  if (!applied.ok) {
    await recordInterrupted(run);
    return applied;
  }
  await recordChanges(run.ports.recorder, run.state.copy, 'as planned');
  const isComplete = applied.value.length === planned.length;
  if (isComplete) run.state.copy.applied[step.key] = specificationHash(step, run.context);
  await run.state.save();
  const remaining = isComplete ? left - 1 : left;
  const { key, title } = step;
  return allow({ step: { key, title, changes: applied.value }, done: remaining === 0, remaining });
}

/** Before there is a ledger, the changes of an interrupted call stay unrecorded, and more are added. */
function unrecordedChanges(
  { ports, administrator, state, context }: Run,
  step: ProvisioningStep,
): UnrecordedChanges {
  if (state.copy.unrecorded) return state.copy.unrecorded;
  const specification = specificationHash(step, context);
  return { step: step.key, specification, at: ports.clock.now(), actor: administrator, changes: [] };
}

/** @returns the changes applied, which may be fewer than planned: the next call goes on from there */
async function applyChanges(
  { ports, state }: Run,
  unrecorded: UnrecordedChanges,
  planned: readonly PlannedChange[],
): Promise<Result<string[], SetUpRefusal>> {
  const applied: string[] = [];
  for (const { text, apply } of planned.slice(0, WRITES_PER_CALL)) {
    if (applied.length > 0 && ports.remainingTime() < TIME_FOR_ONE_WRITE_MS) break;
    noteChange(state.copy, unrecorded, text);
    await state.save();
    try {
      await apply();
    } catch (fault) {
      const reason = ports.site.reasonOf(fault);
      if (reason === undefined) throw fault;
      return refuse({ code: 'REFUSED_BY_JIRA', change: text, reason });
    }
    applied.push(text);
  }
  return allow(applied);
}

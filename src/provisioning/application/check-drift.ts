import {
  configurationDrifted,
  configurationRestored,
  type Drift,
} from '../../domain/evidence/configuration-evidence';
import { contentHash } from '../../domain/shared/content-hash';
import type { WorkType } from '../../domain/work-type/work-type';
import type { Workflow } from '../domain/workflow/workflow';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import { driftOnRecord } from './drift-on-record';
import { isNotice, type StepContext } from './provisioning-step';
import { hasDatabase, isApplied, openContext } from './step-context';
import { workflowKey, workflowStep } from './steps/workflow-step';
import { say } from '../../domain/shared/sentence';

/**
 * Compares the workflows in force with those that were applied, without anyone asking. Records once that a gate or a
 * condition was removed or edited, or a way around them added; and once that the drift is gone. Repairs nothing: an
 * administrator decides that. There is nothing to compare with until the workflow steps of this release were applied.
 * Whether Jira lets the app read its workflows at all is recorded too.
 * Source: white-space requirement 6.
 */
export async function checkDrift(ports: ProvisioningPorts): Promise<void> {
  const state = structuredClone(await ports.stateStore.read());
  const { projectId } = state;
  if (projectId === undefined || !hasDatabase(state)) return;
  const context = await openContext(ports, state, null);
  const applied = ports.workTypes.filter(workType => isApplied(workflowStep(workType), context));
  if (applied.length === 0) return;
  const ids = applied.flatMap(({ name }) => state.workTypes[name] ?? []);
  const inForce = await ports.workflowsInForce.read(projectId, ids);
  const drift =
    'refused' in inForce ? [unreadable(inForce.refused)] : await driftOf(context, applied, inForce);
  await record(ports, drift);
}

/** Checks again after a repair if drift is on record, so that it is not reported any longer. */
export async function checkDriftAfterRepair(ports: ProvisioningPorts): Promise<void> {
  const { drift } = await driftOnRecord(ports.ledger);
  if (drift.length > 0) await checkDrift(ports);
}

function unreadable(reason: string): Drift {
  return {
    workType: '',
    repair: say`Let Remit read its workflows. Jira refuses it: ${reason}`,
    found: null,
  };
}

async function driftOf(
  context: StepContext,
  workTypes: readonly WorkType[],
  inForce: readonly Workflow[],
): Promise<Drift[]> {
  // The step's own plan, for the workflow that tickets follow instead of the one that was applied.
  const site = {
    ...context.site,
    workflow: (_name: string, id?: string) => Promise.resolve(byId(inForce, id)),
  };
  const drift: Drift[] = [];
  for (const workType of workTypes) {
    const found = byId(inForce, context.state.resources[workflowKey(workType)]);
    const plan = found ? await workflowStep(workType).plan({ ...context, site }) : [];
    const repairs = plan.filter(entry => !isNotice(entry)).map(({ text }) => text);
    for (const repair of found ? repairs : [restoration(workType)])
      drift.push({ workType: workType.name, repair, found: found ? asFound(found) : null });
  }
  return drift;
}

function byId(inForce: readonly Workflow[], id: string | undefined): Workflow | undefined {
  return inForce.find(workflow => workflow.id === id);
}

function restoration({ name }: WorkType): string {
  return say`Assign Remit’s workflow to the work type ${name} again`;
}

function asFound({ id, version, name, transitions }: Workflow): Drift['found'] {
  return { id, version, name, transitions };
}

/** Each entry names the one before it, so that drift that was repaired and happens again is recorded again. */
async function record(
  { ledger, recorder, clock }: Pick<ProvisioningPorts, 'ledger' | 'recorder' | 'clock'>,
  drift: readonly Drift[],
): Promise<void> {
  const known = await driftOnRecord(ledger);
  const previous = known.last?.id ?? null;
  const by = { at: clock.now(), actor: null };
  if (drift.length === 0 && known.drift.length === 0) return;
  await recorder.record(as => {
    if (drift.length === 0) return [configurationRestored.entry({ ...by, facts: { previous } }, as)];
    const drifted = configurationDrifted.entry({ ...by, facts: { previous, drift } }, as);
    return contentHash(drifted.facts.drift) === contentHash(known.drift) ? [] : [drifted];
  });
}

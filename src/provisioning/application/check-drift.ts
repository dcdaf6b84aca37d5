import {
  configurationDrifted,
  configurationRestored,
  type Drift,
} from '../../domain/evidence/configuration-evidence';
import { contentHash } from '../../domain/shared/content-hash';
import type { WorkType } from '../../domain/work-type/work-type';
import type { Workflow } from '../domain/workflow/workflow';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import { appPermissionDrift } from './app-permissions';
import { driftOnRecord } from './drift-on-record';
import { isNotice, type StepContext } from './provisioning-step';
import { hasDatabase, isApplied, openContext } from './step-context';
import { guardedGrants, PERMISSION_SCHEME, PERMISSION_SCHEME_STEP } from './steps/permission-scheme-step';
import { workflowKey, workflowStep } from './steps/workflow-step';
import { say } from '../../domain/shared/sentence';

/**
 * Compares workflows and permissions in force with those that were applied, and what the app may do in its space with
 * what it does, without anyone asking. Records once that a gate, a condition or a lock was removed or edited, a way around
 * them added, or a permission given to others or taken away; and once that the drift is gone. Repairs nothing: an
 * administrator decides that. There is nothing to compare with until the steps of this release were applied. Whether Jira
 * lets the app read its workflows and permissions at all is recorded too.
 * Source: white-space requirement 6; domain rules, "Record first, tell second", "Who may edit".
 */
export async function checkDrift(ports: ProvisioningPorts): Promise<void> {
  const state = structuredClone(await ports.stateStore.read());
  const { projectId } = state;
  if (projectId === undefined || !hasDatabase(state)) return;
  const context = await openContext(ports, state, null);
  const applied = ports.workTypes.filter(workType => isApplied(workflowStep(workType), context));
  const hasPermissions = isApplied(PERMISSION_SCHEME_STEP, context);
  if (applied.length === 0 && !hasPermissions) return;
  await record(ports, [
    ...(hasPermissions ? await appPermissionDrift(ports, projectId) : []),
    ...(hasPermissions ? await permissionDrift(ports, context, projectId) : []),
    ...(await workflowDrift(ports, context, projectId, applied)),
  ]);
}

/** Checks again after a repair if drift is on record, so that it is not reported any longer. */
export async function checkDriftAfterRepair(ports: ProvisioningPorts): Promise<void> {
  const { drift } = await driftOnRecord(ports.ledger);
  if (drift.length > 0) await checkDrift(ports);
}

function unreadable(what: string, reason: string): Drift {
  return general(say`Let Remit read ${what}. Jira refuses it: ${reason}`);
}

/** A difference that no one workflow has. */
function general(repair: string): Drift {
  return { workType: '', repair, found: null };
}

/** What people may do in the space, by the scheme that it has now. */
async function permissionDrift(
  { permissionsInForce }: Pick<ProvisioningPorts, 'permissionsInForce'>,
  context: StepContext,
  projectId: string,
): Promise<Drift[]> {
  const inForce = await permissionsInForce.read(projectId);
  if ('refused' in inForce) return [unreadable('the permissions of its space', inForce.refused)];
  const { scheme, roles } = inForce;
  return scheme.id === context.state.resources[PERMISSION_SCHEME]
    ? guardedGrants(context, roles, scheme).map(one => ({ ...one, workType: '', found: null }))
    : [general('Assign Remit’s permission scheme to its space again')];
}

async function workflowDrift(
  { workflowsInForce }: Pick<ProvisioningPorts, 'workflowsInForce'>,
  context: StepContext,
  projectId: string,
  applied: readonly WorkType[],
): Promise<Drift[]> {
  if (applied.length === 0) return [];
  const ids = applied.flatMap(({ name }) => context.state.workTypes[name] ?? []);
  const inForce = await workflowsInForce.read(projectId, ids);
  return 'refused' in inForce
    ? [unreadable('its workflows', inForce.refused)]
    : driftOf(context, applied, inForce);
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

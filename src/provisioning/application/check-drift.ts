import type { SetUpDrifted } from '../../contract/bypasses';
import { evidenceId } from '../../domain/evidence/evidence-entry';
import { contentHash } from '../../domain/shared/content-hash';
import type { WorkType } from '../../domain/work-type/work-type';
import type { Ledger } from '../../ports/ledger';
import type { Workflow } from '../ports/jira-site';
import type { WorkflowsInForce } from '../ports/workflows-in-force';
import type { SetUpDependencies } from './dependencies';
import { SET_UP_SUBJECT, standingOnRecord, type Drift } from './drift-on-record';
import { isNotice, type World } from './set-up-step';
import { hasDatabase, isDone, openWorld } from './set-up-world';
import { workflowKey, workflowStep } from './steps/workflow-step';

export interface CheckSetUpPorts {
  setUp: Omit<SetUpDependencies, 'adoptStarterContent'>;
  workflowsInForce: WorkflowsInForce;
  ledger: Ledger;
}

/**
 * Compares the workflows that our tickets follow with those that set-up made, without anybody asking, and puts on
 * record once that a gate or a condition was taken away or edited, or a way around them added; and once that all is as
 * it was made again. Nothing is repaired: that is an administrator's to do. Before set-up has ended, or until a new
 * version's has, there is nothing to compare with. Whether Jira answers the app at all is on record too.
 * Source: white-space requirement 6.
 */
export async function checkSetUp({ setUp, workflowsInForce, ledger }: CheckSetUpPorts): Promise<void> {
  const memory = structuredClone(await setUp.memories.read());
  const { projectId } = memory;
  if (projectId === undefined || !hasDatabase(memory)) return;
  const world = await openWorld({ ...setUp, adoptStarterContent: () => Promise.resolve() }, memory, null);
  const done = setUp.workTypes.filter(workType => isDone(workflowStep(workType), world));
  if (done.length === 0) return;
  const ids = done.flatMap(({ name }) => memory.workTypes[name] ?? []);
  const inForce = await workflowsInForce.read(projectId, ids);
  const drift = 'refused' in inForce ? [unreadable(inForce.refused)] : await driftOf(world, done, inForce);
  await record({ setUp, ledger }, drift);
}

/**
 * Looks again at what the hourly check had found, once a run of set-up has ended, so that nobody is told any more of
 * what was repaired. One statement where nothing was found.
 */
export async function checkAfterRepair(ports: CheckSetUpPorts): Promise<void> {
  const { facts } = await standingOnRecord(ports.ledger);
  if (facts.drift.length > 0) await checkSetUp(ports);
}

function unreadable(reason: string): Drift {
  return {
    workType: '',
    repair: `Let Remit read its workflows, which Jira keeps from it: ${reason}`,
    found: null,
  };
}

async function driftOf(
  world: World,
  workTypes: readonly WorkType[],
  inForce: readonly Workflow[],
): Promise<Drift[]> {
  // Set-up's own comparison, of what is followed instead of what it made.
  const site = {
    ...world.site,
    workflow: (_name: string, id?: string) => Promise.resolve(byId(inForce, id)),
  };
  const drift: Drift[] = [];
  for (const workType of workTypes) {
    const found = byId(inForce, world.memory.made[workflowKey(workType)]);
    const findings = found ? await workflowStep(workType).inspect({ ...world, site }) : [];
    const repairs = findings.filter(finding => !isNotice(finding)).map(({ text }) => text);
    for (const repair of found ? repairs : [givingBack(workType)])
      drift.push({ workType: workType.name, repair, found: found ? asFound(found) : null });
  }
  return drift;
}

function byId(inForce: readonly Workflow[], id: string | undefined): Workflow | undefined {
  return inForce.find(workflow => workflow.id === id);
}

function givingBack({ name }: WorkType): string {
  return `Give the work type ${name} back the workflow that Remit made for it`;
}

function asFound({ id, version, name, transitions }: Workflow): Drift['found'] {
  return { id, version, name, transitions };
}

/** Each entry names the one before it, so that what was repaired and happens again is on record again. */
async function record(
  { setUp, ledger }: Pick<CheckSetUpPorts, 'setUp' | 'ledger'>,
  drift: readonly Drift[],
): Promise<void> {
  const { last, facts } = await standingOnRecord(ledger);
  if (contentHash(facts) === contentHash({ drift })) return;
  const kind = drift.length > 0 ? 'set-up-drifted' : 'set-up-restored';
  const previous = last?.id ?? null;
  await ledger.append({
    id: evidenceId(kind, SET_UP_SUBJECT, { previous, drift }),
    at: setUp.clock.now(),
    kind,
    actor: null,
    subject: SET_UP_SUBJECT,
    facts: { drift: [...drift] } satisfies SetUpDrifted,
  });
}

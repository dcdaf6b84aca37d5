import type { SetUpProgress } from '../../contract/set-up';
import type { AccountId } from '../../domain/shared/account';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { UnrecordedChanges } from '../ports/provisioning-state';
import type { SetUpDependencies } from './dependencies';
import { giveEvidence, noteChange } from './record-changes';
import type { SetUpRefusal } from '../domain/set-up-refusal';
import {
  isChange,
  isHindrance,
  isNotice,
  specificationHash,
  type Change,
  type Finding,
  type SetUpStep,
  type World,
} from './set-up-step';
import { setUpSteps } from './set-up-steps';
import { hasDatabase, isDone, openWorld } from './set-up-world';
import { recall, type SiteMemory } from './run-state';
import { inTurn } from './with-lock';

/** A function has 25 s, and Jira may take most of a second for each write. */
const WRITES_PER_CALL = 20;
const TIME_FOR_ONE_WRITE_MS = 6_000;

interface Run {
  deps: SetUpDependencies;
  administrator: AccountId;
  memory: SiteMemory;
  world: World;
}

/** A step and what the site lacks of it. */
interface Inspected {
  step: SetUpStep;
  findings: Finding[];
}

/**
 * Does the next step of set-up, or the next part of a long one: at most twenty writes. When every step has ended,
 * repairs the first one that has drifted. A run with nothing to do writes nothing, and one that was interrupted
 * anywhere is finished by the next. Each call that wrote leaves one entry of evidence.
 * Refuses NOT_AN_ADMINISTRATOR, SET_UP_UNDER_WAY, what an administrator has to clear first, and REFUSED_BY_JIRA.
 */
export async function runNextStep(
  deps: SetUpDependencies,
  administrator: AccountId,
): Promise<Result<SetUpProgress, SetUpRefusal>> {
  if (!(await deps.permissions.isJiraAdministrator())) return refuse({ code: 'NOT_AN_ADMINISTRATOR' });
  if (await isEverythingThere(deps)) return allow(NOTHING_LEFT);
  // Looked at anew: whoever had the turn before may have done it.
  return inTurn(deps, () => takeStep(deps, administrator));
}

const NOTHING_LEFT: SetUpProgress = { step: null, done: true, remaining: 0 };

async function isEverythingThere(deps: SetUpDependencies): Promise<boolean> {
  const memory = await recall(deps.memories);
  const world = await openWorld(deps, memory.copy, null);
  const steps = setUpSteps(deps, deps.workTypes);
  if (memory.copy.unrecorded || !steps.every(step => isDone(step, world))) return false;
  return (await driftedSteps(steps, world)).length === 0 && !memory.isNews();
}

async function takeStep(
  deps: SetUpDependencies,
  administrator: AccountId,
): Promise<Result<SetUpProgress, SetUpRefusal>> {
  const memory = await recall(deps.memories);
  const run = { deps, administrator, memory, world: await openWorld(deps, memory.copy, administrator) };
  await recordInterrupted(run);
  const steps = setUpSteps(deps, deps.workTypes);
  const pending = steps.filter(step => !isDone(step, run.world));
  const [step] = pending;
  if (step) return doStep(run, { step, findings: await step.inspect(run.world) }, pending.length);
  return repair(run, steps);
}

/** A call that was cut, or refused, may have changed something that the ledger does not know of. */
async function recordInterrupted({ deps, memory }: Run): Promise<void> {
  if (!memory.copy.unrecorded || !hasDatabase(memory.copy)) return;
  await giveEvidence(deps.evidence, memory.copy, 'interrupted');
  await memory.save();
}

async function repair(run: Run, steps: readonly SetUpStep[]): Promise<Result<SetUpProgress, SetUpRefusal>> {
  const drifted = await driftedSteps(steps, run.world);
  const next = drifted.find(({ findings }) => !findings.some(isHindrance)) ?? drifted[0];
  if (next) return doStep(run, next, drifted.length);
  // Ids that were found anew, e.g. after the app was installed again.
  await run.memory.save();
  return allow(NOTHING_LEFT);
}

async function driftedSteps(steps: readonly SetUpStep[], world: World): Promise<Inspected[]> {
  const drifted: Inspected[] = [];
  for (const step of steps) {
    const findings = (await step.inspect(world)).filter(finding => !isNotice(finding));
    if (findings.length > 0) drifted.push({ step, findings });
  }
  return drifted;
}

/** @param left - how many steps there are to do, this one among them */
async function doStep(
  run: Run,
  { step, findings }: Inspected,
  left: number,
): Promise<Result<SetUpProgress, SetUpRefusal>> {
  const hindrance = findings.find(isHindrance);
  if (hindrance) return refuse(hindrance.obstacle);
  const changes = findings.filter(isChange);
  const journal = openJournal(run, step);
  const written = await writeChanges(run, journal, changes);
  if (!written.ok) {
    await recordInterrupted(run);
    return written;
  }
  await giveEvidence(run.deps.evidence, run.memory.copy, 'as planned');
  const ended = written.value.length === changes.length;
  if (ended) run.memory.copy.completed[step.key] = specificationHash(step, run.world);
  await run.memory.save();
  const remaining = ended ? left - 1 : left;
  const { key, title } = step;
  return allow({ step: { key, title, changes: written.value }, done: remaining === 0, remaining });
}

/** Before there is a ledger, the journal of an interrupted call goes on. */
function openJournal({ deps, administrator, memory, world }: Run, step: SetUpStep): UnrecordedChanges {
  if (memory.copy.unrecorded) return memory.copy.unrecorded;
  const specification = specificationHash(step, world);
  return { step: step.key, specification, at: deps.clock.now(), actor: administrator, changes: [] };
}

/** @returns the changes made, which may be fewer than asked for: the next call goes on from there */
async function writeChanges(
  { deps, memory }: Run,
  journal: UnrecordedChanges,
  changes: readonly Change[],
): Promise<Result<string[], SetUpRefusal>> {
  const made: string[] = [];
  for (const { text, perform } of changes.slice(0, WRITES_PER_CALL)) {
    if (made.length > 0 && deps.remainingTime() < TIME_FOR_ONE_WRITE_MS) break;
    noteChange(memory.copy, journal, text);
    await memory.save();
    try {
      await perform();
    } catch (fault) {
      const reason = deps.site.reasonOf(fault);
      if (reason === undefined) throw fault;
      return refuse({ code: 'REFUSED_BY_JIRA', change: text, reason });
    }
    made.push(text);
  }
  return allow(made);
}

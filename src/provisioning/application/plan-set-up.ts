import type { SetUpPlan, SetUpStatus } from '../../contract/set-up';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { SetUpDependencies } from './dependencies';
import { standingOnRecord, type StandingOnRecord } from './drift-on-record';
import { peopleLacking } from './people-lacking';
import type { SetUpRefusal } from '../domain/set-up-refusal';
import { isNotice, type Finding } from './set-up-step';
import { setUpSteps } from './set-up-steps';
import { hasDatabase, isDone, openWorld } from './set-up-world';
import { recall } from './run-state';
import { workflowStep } from './steps/workflow-step';

/**
 * How far set-up is, from what it remembers, and what the hourly check has found since. Jira is asked only who lacks
 * permissions, once everything is done.
 * Refuses NOT_AN_ADMINISTRATOR.
 */
export async function setUpStatus(deps: SetUpDependencies): Promise<Result<SetUpStatus, SetUpRefusal>> {
  if (!(await deps.permissions.isJiraAdministrator())) return refuse({ code: 'NOT_AN_ADMINISTRATOR' });
  const { copy } = await recall(deps.memories);
  const world = await openWorld(deps, copy, null);
  const { last, facts } = hasDatabase(copy) ? await standingOnRecord(deps.evidence) : NOTHING_ON_RECORD;
  const drifted = new Set(facts.drift.map(({ workType }) => workType));
  const driftedSteps = new Set(
    deps.workTypes.filter(({ name }) => drifted.has(name)).map(workType => workflowStep(workType).key),
  );
  const steps = setUpSteps(deps, deps.workTypes).map(step => {
    const state = !isDone(step, world) ? 'pending' : driftedSteps.has(step.key) ? 'drifted' : 'done';
    return { key: step.key, title: step.title, state } as const;
  });
  const everyStepEnded = steps.every(({ state }) => state !== 'pending');
  const repairs = facts.drift.map(({ repair }) => repair);
  return allow({
    complete: steps.every(({ state }) => state === 'done'),
    steps,
    people: everyStepEnded ? await peopleLacking(deps, copy) : [],
    found: last && repairs.length > 0 ? { at: last.at, repairs } : null,
  });
}

const NOTHING_ON_RECORD: StandingOnRecord = { last: undefined, facts: { drift: [] } };

/**
 * What a run would write, step by step, read from Jira as it is. Nothing is written.
 * Refuses NOT_AN_ADMINISTRATOR.
 */
export async function planSetUp(deps: SetUpDependencies): Promise<Result<SetUpPlan, SetUpRefusal>> {
  if (!(await deps.permissions.isJiraAdministrator())) return refuse({ code: 'NOT_AN_ADMINISTRATOR' });
  const { copy } = await recall(deps.memories);
  const world = await openWorld(deps, copy, null);
  const steps: SetUpPlan['steps'] = [];
  for (const step of setUpSteps(deps, deps.workTypes)) {
    const findings = await step.inspect(world);
    const textsOf = (some: readonly Finding[]) => some.map(({ text }) => text);
    const changes = textsOf(findings.filter(finding => !isNotice(finding)));
    const state = !isDone(step, world) ? 'pending' : changes.length > 0 ? 'drifted' : 'done';
    const { key, title } = step;
    steps.push({ key, title, state, changes, notices: textsOf(findings.filter(isNotice)) });
  }
  const complete = steps.every(({ state }) => state === 'done');
  return allow({ complete, steps, people: await peopleLacking(deps, copy) });
}

import { describe, expect, it } from '@jest/globals';
import { planSetUp, setUpStatus } from '../../../src/provisioning/application/plan-set-up';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import { firstSetUp } from './first-set-up';
import { runToEnd, wasInterrupted, type SetUpBench } from './set-up-bench';

/** A site as version 0.1 set it up, and the app as it is now. */
async function upgraded(): Promise<SetUpBench> {
  const bench = await firstSetUp();
  bench.upgrade(WORK_TYPES);
  return bench;
}

async function undisturbed() {
  const bench = await upgraded();
  const before = { writes: bench.writes.done.length, site: structuredClone(bench.jira.state) };
  const calls = await runToEnd(bench);
  const writes = bench.writes.done.slice(before.writes);
  return { bench, before, calls, writes, outcome: bench.outcome() };
}

const complete = await undisturbed();

describe('a site that version 0.1 set up', () => {
  it('is not complete for the app as it is now, and its plan says what is new', async () => {
    const bench = await upgraded();
    expect(await setUpStatus(bench.deps)).toMatchObject({ value: { complete: false } });
    const plan = await planSetUp(bench.deps);
    const changes = plan.ok ? plan.value.steps.flatMap(step => step.changes) : [];
    expect(changes).toEqual(complete.calls.flatMap(({ step }) => step?.changes ?? []));
    for (const { name } of WORK_TYPES.slice(1)) expect(changes).toContain(`Create the work type ${name}`);
  });

  it('has every work type after a run, and then nothing is left to write', async () => {
    const { bench } = complete;
    const { workTypeSchemes, workflowSchemes, projects } = bench.jira.state;
    expect(projects).toEqual(complete.before.site.projects);
    expect(workTypeSchemes[0]?.workTypeIds).toHaveLength(WORK_TYPES.length);
    expect(Object.values(workflowSchemes[0]?.workflows ?? {})).toEqual(
      WORK_TYPES.map(({ name }) => `Remit: ${name}`),
    );
    const before = bench.writes.done.length;
    expect(await runToEnd(bench)).toEqual([{ step: null, done: true, remaining: 0 }]);
    expect(bench.writes.done.slice(before)).toEqual([]);
  });

  it('keeps for its tickets what they have: workflow, statuses, screens, fields', () => {
    const { bench, before } = complete;
    const { state } = bench.jira;
    expect(state.workflows.slice(0, 1)).toEqual(before.site.workflows);
    expect(state.statuses.slice(0, before.site.statuses.length)).toEqual(before.site.statuses);
    for (const screen of before.site.screens) expect(state.screens).toContainEqual(screen);
    for (const field of before.site.fields) expect(state.fields).toContainEqual(field);
  });

  it('lets a work type into the space only once it has screens and a workflow there', () => {
    const intoTheSpace = complete.writes.indexOf('addToWorkTypeScheme');
    for (const before of ['createWorkflow', 'setWorkflow', 'createScreenScheme', 'setScreenScheme']) {
      expect(complete.writes.lastIndexOf(before)).toBeGreaterThan(-1);
      expect(complete.writes.lastIndexOf(before)).toBeLessThan(intoTheSpace);
    }
  });

  it.each(['none', 'taken'] as const)(
    'becomes the same wherever the upgrade is cut, the write having the effect "%s"',
    async effect => {
      for (let at = 1; at <= complete.writes.length; at += 1) {
        const bench = await upgraded();
        bench.writes.cutAt(at, effect);
        expect({ at, interrupted: await wasInterrupted(bench) }).toEqual({ at, interrupted: true });
        await runToEnd(bench);
        expect({ at, ...bench.outcome() }).toEqual({ at, ...complete.outcome });
      }
    },
    120_000,
  );
});

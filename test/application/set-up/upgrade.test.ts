import { describe, expect, it } from '@jest/globals';
import { planSetUp, setUpStatus } from '../../../src/application/set-up/set-up-status';
import { ACCESS_REQUEST } from '../../../src/domain/work-type/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-type/cloud-account-request';
import { PEOPLE_FIELDS, type FieldName } from '../../../src/domain/work-type/fields';
import { runToEnd, SetUpBench, wasInterrupted } from './set-up-bench';

const NEW_FIELDS = ['beneficiary', 'entitlement', 'privileged', 'accessUntil'] as const;
const BOTH = [CLOUD_ACCOUNT_REQUEST, ACCESS_REQUEST];

/** A site that an earlier release set up, with one work type, and the app that knows two. */
async function upgradedSite(): Promise<SetUpBench> {
  const bench = new SetUpBench([CLOUD_ACCOUNT_REQUEST]);
  await runToEnd(bench);
  await takeAway(bench, NEW_FIELDS);
  bench.upgrade(BOTH);
  return bench;
}

/** The earlier release knew nothing of these fields: neither Jira nor set-up's memory has them. */
async function takeAway(bench: SetUpBench, names: readonly FieldName[]): Promise<void> {
  const { jira, deps } = bench;
  const titles = names.map(name => PEOPLE_FIELDS[name].name as string);
  const known = jira.state.fields.filter(({ name }) => !titles.includes(name));
  jira.state.fields.splice(0, Infinity, ...known);
  const { fields, made, completed, ...rest } = await deps.configurations.read();
  const without = <T extends object>(values: T, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
  await deps.configurations.write({
    ...rest,
    fields: without(fields, names),
    made: without(
      made,
      names.map(name => `context of ${name}`),
    ) as Record<string, string>,
    completed: { ...completed, 'people-fields': 'an earlier one', 'field-options': 'an earlier one' },
  });
}

/** What differs between a site that grew and one that was made at once are ids and orders, and nothing by name. */
function byName({ jira }: SetUpBench) {
  const { workTypes, workflowSchemes, workTypeSchemes, workTypeScreenSchemes, screenSchemes, screens } =
    jira.state;
  const nameOf = (things: readonly { id: string; name: string }[], id: string) =>
    things.find(thing => thing.id === id)?.name ?? id;
  const named = (ids: Readonly<Record<string, string>>, things: readonly { id: string; name: string }[]) =>
    Object.fromEntries(
      Object.entries(ids).map(([workType, id]) => [nameOf(workTypes, workType), nameOf(things, id)]),
    );
  return {
    fields: jira.state.fields.map(({ name, type }) => `${name} (${String(type)})`).sort(),
    workTypes: workTypes.map(({ name }) => name).sort(),
    statuses: jira.state.statuses.map(({ name, category }) => `${name}: ${category}`).sort(),
    screens: screens.map(({ name }) => name).sort(),
    workflows: jira.state.workflows.map(({ name }) => name).sort(),
    assigned: workflowSchemes.map(({ workflows }) => named(workflows, [])),
    shown: workTypeScreenSchemes.map(({ screenSchemes: ids }) => named(ids, screenSchemes)),
    inSpace: workTypeSchemes.map(({ workTypeIds }) => workTypeIds.map(id => nameOf(workTypes, id)).sort()),
    spaces: jira.state.projects.map(({ key }) => key),
  };
}

async function madeAtOnce(): Promise<SetUpBench> {
  const bench = new SetUpBench(BOTH);
  await runToEnd(bench);
  return bench;
}

describe('a site that was set up for one work type, after an upgrade that brings another', () => {
  it('has set-up pending again, exactly where the new work type needs something', async () => {
    const status = await setUpStatus((await upgradedSite()).deps);
    expect(status.ok && status.value.complete).toBe(false);
    const pending = status.ok ? status.value.steps.filter(({ state }) => state === 'pending') : [];
    expect(pending.map(({ key }) => key)).toEqual([
      'work-types',
      'statuses',
      'people-fields',
      'field-options',
      'screens: Access request',
      'screen-schemes',
      'workflow: Access request',
      'workflow-scheme',
      'work-type-scheme',
    ]);
  });

  it('gets what it lacks, and becomes what a site is that was made at once', async () => {
    const bench = await upgradedSite();
    await runToEnd(bench);
    expect(byName(bench)).toEqual(byName(await madeAtOnce()));
    expect(byName(bench).assigned).toEqual([
      {
        'Cloud account request': 'Remit: Cloud account request',
        'Access request': 'Remit: Access request',
      },
    ]);
    const plan = await planSetUp(bench.deps);
    expect(plan.ok && plan.value.complete).toBe(true);
    const before = bench.writes.done.length;
    await runToEnd(bench);
    expect(bench.writes.done.slice(before)).toEqual([]);
  });

  it('leaves everything of the earlier release as it was', async () => {
    const bench = await upgradedSite();
    const before = structuredClone(bench.jira.state);
    await runToEnd(bench);
    const after = bench.jira.state;
    expect(after.workflows).toEqual(expect.arrayContaining(before.workflows));
    expect(after.screens).toEqual(expect.arrayContaining(before.screens));
    expect(after.statuses).toEqual(expect.arrayContaining(before.statuses));
    expect(after.projects).toEqual(before.projects);
  });

  it('has the new work type in its space only once it has its screens and its workflow', async () => {
    const bench = await upgradedSite();
    const before = bench.writes.done.length;
    await runToEnd(bench);
    const written = bench.writes.done.slice(before).filter(name => !/configuration|evidence/.test(name));
    expect(written.at(-1)).toBe('addToWorkTypeScheme');
    expect(written.at(-2)).toBe('setWorkflow');
  });

  it.each(['none', 'taken'] as const)(
    'ends the same wherever it is cut, the write having the effect "%s"',
    async effect => {
      const whole = await upgradedSite();
      const first = whole.writes.done.length;
      await runToEnd(whole);
      const writes = whole.writes.done.length - first;
      expect(writes).toBeGreaterThan(20);
      for (let at = 1; at <= writes; at += 1) {
        const bench = await upgradedSite();
        bench.writes.cutAt(at, effect);
        expect({ at, interrupted: await wasInterrupted(bench) }).toEqual({ at, interrupted: true });
        await runToEnd(bench);
        expect({ at, ...bench.outcome() }).toEqual({ at, ...whole.outcome() });
      }
    },
  );
});

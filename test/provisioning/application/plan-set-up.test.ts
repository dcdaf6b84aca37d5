import { describe, expect, it } from '@jest/globals';
import { planSetUp, readStatus } from '../../../src/provisioning/application/plan-set-up';
import type { SetUpPlan } from '../../../src/contract/set-up';
import { ADMINISTRATOR, runToEnd, ProvisioningBench } from './provisioning-bench';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import type { Resource } from '../../../src/provisioning/domain/resource';
import { applyNextStep } from '../../../src/provisioning/application/apply-next-step';

async function planOf(bench: ProvisioningBench): Promise<SetUpPlan> {
  const plan = await planSetUp(bench.deps);
  if (!plan.ok) throw new Error(plan.refusal.code);
  return plan.value;
}

const changesOf = (plan: SetUpPlan) => plan.steps.flatMap(({ changes }) => changes);

/** A site on which set-up has come to its end, and then something was done to it. */
async function driftedSite(drift: (bench: ProvisioningBench) => void) {
  const bench = new ProvisioningBench();
  await runToEnd(bench);
  const before = structuredClone(bench.outcome());
  drift(bench);
  return { bench, before };
}

describe('the plan of set-up', () => {
  it('writes nothing, on an empty site and on a complete one', async () => {
    const bench = new ProvisioningBench();
    await planOf(bench);
    expect(bench.writes.done).toEqual([]);
    await runToEnd(bench);
    const before = bench.writes.done.length;
    await planOf(bench);
    expect(bench.writes.done.slice(before)).toEqual([]);
  });

  it('says of an empty site what a run then does', async () => {
    const bench = new ProvisioningBench();
    const plan = await planOf(bench);
    expect(plan.complete).toBe(false);
    expect(changesOf(plan)).toContain('Create the field Account owner (user)');
    const made = (await runToEnd(bench)).flatMap(({ step }) => step?.changes ?? []);
    // The register has no services before there is one.
    const services = 'Add the options AWS, GitHub to Cloud service';
    expect(
      changesOf(plan).map(text => (text.includes('services of the register') ? services : text)),
    ).toEqual(made);
  });

  it('says in the middle of a run what is left of it', async () => {
    const bench = new ProvisioningBench();
    for (let call = 0; call < 7; call += 1) await applyNextStep(bench.deps, ADMINISTRATOR);
    const plan = await planOf(bench);
    expect(plan.steps.filter(({ state }) => state === 'done').length).toBe(7);
    const made = (await runToEnd(bench)).flatMap(({ step }) => step?.changes ?? []);
    expect(changesOf(plan)).toEqual(made);
  });

  it('is empty when everything is there', async () => {
    const bench = new ProvisioningBench();
    await runToEnd(bench);
    const plan = await planOf(bench);
    expect(plan.complete).toBe(true);
    expect(changesOf(plan)).toEqual([]);
  });

  it('names what stands in the way', async () => {
    const bench = new ProvisioningBench();
    bench.jira.state.projects.push({ id: '1', key: 'GOV', name: 'Government', description: '' });
    expect(changesOf(await planOf(bench))).toContain(
      'The key GOV is taken by a space that Remit did not create',
    );
  });
});

describe('a site that drifted', () => {
  it.each<[string, (bench: ProvisioningBench) => void, string]>([
    [
      'an option that was disabled',
      ({ jira }) => {
        const options =
          jira.state.fields.find(({ name }) => name === 'Environment')?.contexts[0]?.options ?? [];
        for (const option of options) if (option.value === 'Sandbox') option.disabled = true;
      },
      'Enable the option Sandbox of Environment',
    ],
    [
      'options in another order',
      ({ jira }) => {
        jira.state.fields.find(({ name }) => name === 'Data classification')?.contexts[0]?.options.reverse();
      },
      'Sort the options of Data classification',
    ],
    [
      'a status that was renamed',
      ({ jira }) => {
        rename(jira.state.statuses, 'Provisioned', 'Delivered');
      },
      'Rename the status Delivered to Provisioned',
    ],
    [
      'a status in another category',
      ({ jira }) => {
        const status = jira.state.statuses.find(({ name }) => name === 'Rejected');
        if (status) status.category = 'in progress';
      },
      'Move the status Rejected back to the category done',
    ],
    [
      'a work type that was renamed',
      ({ jira }) => {
        rename(jira.state.workTypes, 'Cloud account request', 'Account wish');
      },
      'Rename the work type Account wish to Cloud account request',
    ],
    [
      'a screen that was renamed',
      ({ jira }) => {
        rename(jira.state.screens, 'Remit: Cloud account request: Submit', 'Ask');
      },
      'Rename the screen Ask to Remit: Cloud account request: Submit',
    ],
    [
      'a description that was changed',
      ({ jira }) => {
        const field = jira.state.fields.find(({ name }) => name === 'Account owner');
        if (field) field.description = 'Someone';
      },
      'Restore the description of the field Account owner',
    ],
    [
      'a condition that was removed',
      ({ jira }) => {
        const [workflow] = jira.state.workflows;
        if (!workflow) throw new Error('There is no workflow.');
        workflow.transitions = workflow.transitions.map(transition =>
          transition.name === 'Approve' ? { ...transition, conditions: [] } : transition,
        );
      },
      'Restore the workflow Remit: Cloud account request (Approve: who can use it)',
    ],
    [
      'another screen in the screen scheme',
      ({ jira }) => {
        const [scheme] = jira.state.screenSchemes;
        if (scheme) scheme.screens.create = scheme.screens.default;
      },
      'Restore the screens of Cloud account request in their scheme',
    ],
  ])('%s is planned and repaired, to the letter', async (_, drift, text) => {
    const { bench, before } = await driftedSite(drift);
    const plan = await planOf(bench);
    expect(changesOf(plan)).toEqual([text]);
    expect(plan.steps.filter(({ state }) => state === 'drifted')).toHaveLength(1);
    const calls = await runToEnd(bench);
    expect(calls.map(({ step }) => step?.changes)).toEqual([[text]]);
    expect(withoutVersions(bench.outcome())).toEqual(withoutVersions(before));
    expect(changesOf(await planOf(bench))).toEqual([]);
  });

  it.each<[string, (bench: ProvisioningBench) => void, string[]]>([
    [
      'an option that was removed',
      ({ jira }) => {
        const context = jira.state.fields.find(({ name }) => name === 'Environment')?.contexts[0];
        if (context) context.options = context.options.filter(({ value }) => value !== 'Development');
      },
      ['Add the option Development to Environment', 'Sort the options of Environment'],
    ],
    [
      'a field that was taken off a screen',
      ({ jira }) => {
        const tab = jira.state.screens.find(({ name }) => name.endsWith(': Submit'))?.tabs[0];
        tab?.fields.shift();
      },
      ['Add the field Cloud service to the screen Remit: Cloud account request: Submit'],
    ],
    [
      'a permission that was taken away',
      ({ jira }) => {
        for (const scheme of jira.state.permissionSchemes) {
          scheme.grants = scheme.grants.filter(
            ({ permission, holder }) => permission !== 'ADD_COMMENTS' || holder.type !== 'anyone signed in',
          );
        }
      },
      ['Grant ADD_COMMENTS again to anyone signed in'],
    ],
    [
      'a work type that was taken out of the space',
      ({ jira }) => {
        for (const scheme of jira.state.workTypeSchemes) scheme.workTypeIds = [];
      },
      [`Add ${WORK_TYPES.map(({ name }) => name).join(', ')} to the work types of the space`],
    ],
  ])('%s is planned and put back', async (_, drift, texts) => {
    const { bench } = await driftedSite(drift);
    expect(changesOf(await planOf(bench))).toEqual(texts);
    const calls = await runToEnd(bench);
    expect(calls.flatMap(({ step }) => step?.changes)).toEqual(texts);
    expect(changesOf(await planOf(bench))).toEqual([]);
  });

  it('goes by what it did where Jira does not tell whether tickets show the panel', async () => {
    const bench = new ProvisioningBench();
    bench.jira.tellsPanels = false;
    await runToEnd(bench);
    expect(bench.jira.state.panels).toHaveLength(1);
    expect(changesOf(await planOf(bench))).toEqual([]);
    bench.jira.state.panels = [];
    expect(changesOf(await planOf(bench))).toEqual([]);
    bench.jira.tellsPanels = true;
    expect(changesOf(await planOf(bench))).toEqual([
      'Show the panel Responsibility on every ticket of the space',
    ]);
  });

  it('is repaired step by step when several things are amiss', async () => {
    const { bench } = await driftedSite(({ jira }) => {
      rename(jira.state.workTypes, 'Cloud account request', 'Account wish');
      for (const scheme of jira.state.workTypeSchemes) scheme.workTypeIds = [];
    });
    const calls = await runToEnd(bench);
    expect(calls.map(({ done, remaining }) => ({ done, remaining }))).toEqual([
      { done: false, remaining: 1 },
      { done: true, remaining: 0 },
    ]);
  });

  it('is found again when what set-up remembers is lost', async () => {
    const { bench, before } = await driftedSite(() => undefined);
    await bench.deps.stateStore.write({
      workTypes: {},
      statuses: {},
      fields: {},
      resources: {},
      applied: {},
    });
    expect(await readStatus(bench.deps)).toMatchObject({ value: { complete: false } });
    const calls = await runToEnd(bench);
    const changed = calls.flatMap(({ step }) => step?.changes ?? []);
    expect(changed).toEqual([
      'Bring the tables up to date',
      'Adopt the starter registers and responsibility matrix',
    ]);
    expect(bench.outcome()).toEqual(before);
  });
});

function rename(things: Resource[], name: string, newName: string): void {
  const thing = things.find(one => one.name === name);
  if (!thing) throw new Error(`There is no ${name}.`);
  thing.name = newName;
}

/** A repaired workflow has a new version, as it must. */
function withoutVersions({ jira, ...rest }: ReturnType<ProvisioningBench['outcome']>) {
  return {
    ...rest,
    jira: { ...jira, workflows: jira.workflows.map(workflow => ({ ...workflow, version: null })) },
  };
}

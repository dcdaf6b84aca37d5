import { describe, expect, it } from '@jest/globals';
import { appIdentity } from '../../../../src/provisioning/adapters/jira/invocation';
import { jiraSite } from '../../../../src/provisioning/adapters/jira/jira-site';
import { planSetUp } from '../../../../src/provisioning/application/plan-set-up';
import { ACCESS_REQUEST } from '../../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { runToEnd, ProvisioningBench } from '../../application/provisioning-bench';
import { Administrator } from './administrator';
import { benchOn, enterLocalSite, isWrite, type LocalSite } from './local-site';

const WORKFLOW = 'Remit: Cloud account request';

/** Puts the conditions back to what set-up wrote until they told their page where they stand. */
async function asWrittenBefore(bench: ProvisioningBench, { jira }: LocalSite): Promise<void> {
  await new Administrator(jira).changeTransitions(WORKFLOW, transitions =>
    transitions.map(transition => {
      const conditions = withoutPlace(transition['conditions'] as Conditions | undefined);
      return conditions ? { ...transition, conditions } : transition;
    }),
  );
  const state = await bench.deps.stateStore.read();
  const applied = { ...state.applied, 'workflow: Cloud account request': 'as it was' };
  await bench.deps.stateStore.write({ ...state, applied });
}

interface Conditions {
  conditions: { parameters: Record<string, string> }[];
}

function withoutPlace(group: Conditions | undefined): Conditions | undefined {
  return (
    group && {
      ...group,
      conditions: group.conditions.map(rule => {
        const { config } = rule.parameters;
        if (config === undefined) return rule;
        const { expression } = JSON.parse(config) as { expression: string };
        return { ...rule, parameters: { ...rule.parameters, config: JSON.stringify({ expression }) } };
      }),
    }
  );
}

async function upgradedSite() {
  const local = enterLocalSite();
  const bench = new ProvisioningBench([CLOUD_ACCOUNT_REQUEST]);
  Object.assign(bench.deps, { site: jiraSite(), app: appIdentity });
  await runToEnd(bench);
  bench.upgrade([CLOUD_ACCOUNT_REQUEST, ACCESS_REQUEST]);
  return { local, bench };
}

describe('set-up over REST, after an upgrade that brings a work type', () => {
  it('gives the space in use the work type with its workflow, its screens and its fields', async () => {
    const { local, bench } = await upgradedSite();
    await runToEnd(bench);
    const { records } = local.jira.context;
    const [project] = records.projects.filter(({ key }) => key === 'GOV');
    const typeOf = (name: string) => records.issueTypes.find(one => one.name === name)?.id ?? '';
    const access = typeOf('Access request');
    const types = records.issueTypeSchemes.get(project?.issueTypeSchemeId ?? '')?.issueTypeIds;
    expect(types).toEqual([typeOf('Cloud account request'), access]);
    const scheme = records.workflowSchemes.get(project?.workflowSchemeId ?? '');
    expect(scheme).toMatchObject({
      defaultWorkflow: 'jira',
      issueTypeMappings: {
        [typeOf('Cloud account request')]: 'Remit: Cloud account request',
        [access]: 'Remit: Access request',
      },
    });
    const workflow = records.workflows.find(({ name }) => name === 'Remit: Access request');
    expect(workflow?.transitions.map(({ name }) => name)).toEqual([
      'Create',
      'Submit',
      'Approve',
      'Reject',
      'Rework',
      'Rework',
      'Grant',
      'Revoke',
      'Withdraw',
      'Withdraw',
      'Withdraw',
    ]);
    const failed = local.calls.filter(({ response }) => response.status >= 400 && response.status !== 404);
    expect(failed).toEqual([]);
  });

  it('shares the statuses of the same name between both work types', async () => {
    const { local, bench } = await upgradedSite();
    await runToEnd(bench);
    const { records } = local.jira.context;
    const statuses = (name: string) =>
      records.workflows.find(workflow => workflow.name === name)?.statuses.map(({ statusId }) => statusId);
    const [accounts = [], access = []] = [
      statuses('Remit: Cloud account request'),
      statuses('Remit: Access request'),
    ];
    const shared = access.filter(id => accounts.includes(id)).map(id => records.statuses.get(id)?.name);
    expect(shared.sort()).toEqual(['Approved', 'Awaiting approval', 'Rejected', 'Requested', 'Withdrawn']);
  });

  it('finds nothing more to do, and writes nothing', async () => {
    const { local, bench } = await upgradedSite();
    await runToEnd(bench);
    const before = local.calls.length;
    const plan = await planSetUp(bench.deps);
    expect(plan.ok && plan.value.steps.flatMap(({ changes }) => changes)).toEqual([]);
    await runToEnd(bench);
    expect(local.calls.slice(before).filter(({ request }) => isWrite(request))).toEqual([]);
  });
});

describe('set-up over REST, of a site whose conditions name no transition yet', () => {
  it('repairs them in one write, and then finds nothing', async () => {
    const local = enterLocalSite();
    const bench = benchOn();
    await runToEnd(bench);
    await asWrittenBefore(bench, local);
    const before = local.calls.length;
    const calls = await runToEnd(bench);
    expect(calls.flatMap(({ step }) => step?.changes ?? [])).toEqual([
      `Restore the workflow ${WORKFLOW} (${[
        'Approve',
        'Reject',
        'Rework from Awaiting approval',
        'Rework from Approved',
        'Provision',
        'Withdraw from Requested',
        'Withdraw from Awaiting approval',
        'Withdraw from Approved',
      ]
        .map(name => `${name}: who can use it`)
        .join('; ')})`,
    ]);
    expect(local.calls.slice(before).filter(({ request }) => isWrite(request))).toHaveLength(1);
    const plan = await planSetUp(bench.deps);
    expect(plan.ok && plan.value.steps.flatMap(({ changes }) => changes)).toEqual([]);
  });
});

const UNASSIGN = { ruleKey: 'system:change-assignee', parameters: { type: 'to-unassigned' } };

/** Puts Rework back to what set-up wrote before: one from both statuses. An administrator added something to it. */
async function withOneRework({ jira }: LocalSite): Promise<void> {
  await new Administrator(jira).changeTransitions(WORKFLOW, transitions => {
    const [one, ...others] = transitions.filter(({ name }) => name === 'Rework');
    if (!one) throw new Error('There is no Rework.');
    const links = [one, ...others].flatMap(({ links: own }) => own as object[]);
    const actions = [{ id: '6f1c9a50-1111-4a4a-9a9a-000000000001', ...UNASSIGN }];
    return transitions
      .filter(transition => !others.includes(transition))
      .map(transition => (transition === one ? { ...one, links, actions } : transition));
  });
}

describe('set-up over REST, of a site that has one Rework from two statuses', () => {
  it('makes two of it in one write, and leaves to both what an administrator added', async () => {
    const local = enterLocalSite();
    const bench = benchOn();
    await runToEnd(bench);
    const transitionsNow = () =>
      local.jira.context.records.workflows.find(({ name }) => name === WORKFLOW)?.transitions ?? [];
    const idsBefore = new Map(transitionsNow().map(({ id, name, from }) => [`${name} ${String(from)}`, id]));
    await withOneRework(local);
    const before = local.calls.length;
    const calls = await runToEnd(bench);
    expect(calls.flatMap(({ step }) => step?.changes ?? [])).toEqual([
      `Restore the workflow ${WORKFLOW} (Rework from Awaiting approval: its statuses; with Rework from Approved)`,
    ]);
    expect(local.calls.slice(before).filter(({ request }) => isWrite(request))).toHaveLength(1);
    const repaired = transitionsNow();
    expect(repaired.filter(({ name }) => name === 'Rework')).toMatchObject([
      { actions: [UNASSIGN] },
      { actions: [UNASSIGN] },
    ]);
    expect(new Map(repaired.map(({ id, name, from }) => [`${name} ${String(from)}`, id]))).toEqual(idsBefore);
    const plan = await planSetUp(bench.deps);
    expect(plan.ok && plan.value.steps.flatMap(({ changes }) => changes)).toEqual([]);
  });
});

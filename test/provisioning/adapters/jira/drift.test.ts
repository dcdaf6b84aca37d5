import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SetUpPlan } from '../../../../src/contract/set-up';
import { planSetUp } from '../../../../src/provisioning/application/plan-set-up';
import { runToEnd, type ProvisioningBench } from '../../application/provisioning-bench';
import { Administrator, type Document } from './administrator';
import { ADMINISTRATOR, benchOn, enterLocalSite, isWrite, type LocalSite } from './local-site';

const WORKFLOW = 'Remit: Cloud account request';

const UNASSIGN = {
  id: '6f1c9a50-1111-4a4a-9a9a-000000000001',
  ruleKey: 'system:change-assignee',
  parameters: { type: 'to-unassigned' },
};
/** Of a module that is none of ours to know. */
const TOLD = {
  id: '6f1c9a50-1111-4a4a-9a9a-000000000003',
  ruleKey: 'forge:workflow-post-function',
  parameters: {
    key: 'ari:cloud:ecosystem::extension/6f0d6e5e-3f0c-4e9e-9a55-2f3f3b6c7d11/989ecaa0-261b-406e-b444-000000000000/static/tell',
    config: '{"whom":"everyone"}',
    id: '6f1c9a50-1111-4a4a-9a9a-000000000003',
    disabled: 'false',
  },
};
const ADMINISTRATORS_ONLY = {
  id: '6f1c9a50-1111-4a4a-9a9a-000000000002',
  ruleKey: 'system:check-permission-validator',
  parameters: { permissionKey: 'ADMINISTER_PROJECTS' },
};

let local: LocalSite;
let bench: ProvisioningBench;
let admin: Administrator;

beforeEach(async () => {
  local = enterLocalSite();
  bench = benchOn();
  admin = new Administrator(local.jira);
  await runToEnd(bench);
});

async function plan(): Promise<SetUpPlan> {
  const answer = await planSetUp(bench.deps);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

const changesOf = ({ steps }: SetUpPlan) => steps.flatMap(({ changes }) => changes);
const noticesOf = ({ steps }: SetUpPlan) => steps.flatMap(({ notices }) => notices);

async function transition(name: string, change: (transition: Document) => Document | undefined) {
  await admin.changeTransitions(WORKFLOW, transitions =>
    transitions.flatMap((one): Document[] => {
      const changed = one['name'] === name ? change(one) : one;
      return changed ? [changed] : [];
    }),
  );
}

/** Changes the Rework that leads from a status. */
async function rework(from: string, change: (transition: Document) => Document[]) {
  const status = local.jira.context.records.statuses.find(({ name }) => name === from)?.id;
  await admin.changeTransitions(WORKFLOW, transitions =>
    transitions.flatMap(one => {
      const links = one['links'] as { fromStatusReference?: string }[];
      const isMeant = one['name'] === 'Rework' && links[0]?.fromStatusReference === status;
      return isMeant ? change(one) : [one];
    }),
  );
}

const back = (what: string) => [`Restore the workflow ${WORKFLOW} (${what})`];

describe('what an administrator changed in Jira is planned, put back, and on record', () => {
  it.each<[what: string, drift: () => Promise<unknown>, repairs: string[]]>([
    [
      'a status renamed',
      () => admin.change('status', 'Provisioned', { name: 'Delivered' }),
      ['Rename the status Delivered to Provisioned'],
    ],
    [
      'a field renamed',
      () => admin.change('field', 'Account owner', { name: 'Boss' }),
      ['Rename the field Boss to Account owner'],
    ],
    [
      'a work type renamed',
      () => admin.change('issuetype', 'Cloud account request', { name: 'Account wish' }),
      ['Rename the work type Account wish to Cloud account request'],
    ],
    [
      'a screen renamed',
      () => admin.rename('screens', 'Remit: Cloud account request: Submit', 'Ask'),
      ['Rename the screen Ask to Remit: Cloud account request: Submit'],
    ],
    [
      'a screen scheme renamed',
      () => admin.rename('screenscheme', 'Remit: Cloud account request', 'Accounts'),
      ['Rename the screen scheme Accounts to Remit: Cloud account request'],
    ],
    [
      'a work type screen scheme renamed',
      () => admin.rename('issuetypescreenscheme', 'Remit: screens by work type', 'Our screens'),
      ['Rename the work type screen scheme Our screens to Remit: screens by work type'],
    ],
    [
      'a work type scheme renamed',
      () => admin.rename('issuetypescheme', 'Remit: work types', 'Our types'),
      ['Rename the work type scheme Our types to Remit: work types'],
    ],
    [
      'a workflow scheme renamed',
      () => {
        admin.renameWorkflowScheme('Remit: workflows by work type', 'Our workflows');
        return Promise.resolve();
      },
      ['Rename the workflow scheme Our workflows to Remit: workflows by work type'],
    ],
    [
      'a permission scheme renamed',
      () => admin.rename('permissionscheme', 'Remit: permissions', 'Our permissions'),
      ['Rename the permission scheme Our permissions to Remit: permissions'],
    ],
    [
      'an option removed',
      () => admin.removeOption('Environment', 'Staging'),
      ['Add the option Staging to Environment', 'Sort the options of Environment'],
    ],
    [
      'an option disabled',
      () => admin.disableOption('Data classification', 'Restricted'),
      ['Enable the option Restricted of Data classification'],
    ],
    [
      'a condition deleted',
      () => transition('Approve', ({ conditions: _, ...others }) => others),
      back('Approve: who can use it'),
    ],
    [
      'a validator deleted',
      () => transition('Submit', one => ({ ...one, validators: [] })),
      back('Submit: gates'),
    ],
    [
      'a validator switched off',
      () => transition('Submit', one => changingRules(one, 'validators', { disabled: 'true' })),
      back('Submit: gates'),
    ],
    [
      'an expression edited',
      () =>
        transition('Approve', one =>
          changingRules(one, 'conditions', { config: JSON.stringify({ expression: 'user != null' }) }),
        ),
      back('Approve: who can use it'),
    ],
    [
      'a gate configured for another transition',
      () =>
        transition('Provision', one =>
          changingRules(one, 'validators', {
            config: JSON.stringify({
              workType: 'Cloud account request',
              transition: 'Withdraw',
              from: 'Approved',
              to: 'Withdrawn',
            }),
          }),
        ),
      back('Provision: gates'),
    ],
    ['a transition removed', () => transition('Reject', () => undefined), back('with Reject')],
    [
      'one of two transitions of a name removed',
      () => rework('Approved', () => []),
      back('with Rework from Approved'),
    ],
    [
      'the condition of one of two transitions of a name deleted',
      () => rework('Approved', ({ conditions: _, ...others }) => [others]),
      back('Rework from Approved: who can use it'),
    ],
    [
      'a transition renamed',
      () => transition('Reject', one => ({ ...one, name: 'Refuse' })),
      back('Reject: name'),
    ],
    [
      'another way into Approved added',
      () =>
        admin.changeTransitions(WORKFLOW, transitions => [
          ...transitions,
          { ...bare(transitions, 'Approve'), id: '901', name: 'Wave through' },
        ]),
      back('without Wave through'),
    ],
    [
      'another way into Provisioned, under the same name',
      () =>
        admin.changeTransitions(WORKFLOW, transitions => [
          ...transitions,
          { ...bare(transitions, 'Provision'), id: '902' },
        ]),
      back('Provision only once'),
    ],
    [
      'a way into Approved from everywhere',
      () =>
        admin.changeTransitions(WORKFLOW, transitions => [
          ...transitions,
          { ...bare(transitions, 'Approve'), id: '903', name: 'Jump', type: 'GLOBAL', links: [] },
        ]),
      back('without Jump'),
    ],
    [
      'a validator added where tickets are created',
      () => transition('Create', one => ({ ...one, validators: [ADMINISTRATORS_ONLY] })),
      back('creation: gates'),
    ],
    [
      'a screen unassigned',
      () => transition('Provision', ({ transitionScreen: _, ...others }) => others),
      back('Provision: screen'),
    ],
    [
      'a field removed from a screen',
      () => admin.removeFromScreen('Remit: Cloud account request: Provision', 'Account ID'),
      ['Add the field Account ID to the screen Remit: Cloud account request: Provision'],
    ],
    [
      'a grant taken away',
      () => admin.revoke('Remit: permissions', 'TRANSITION_ISSUES', 'applicationRole'),
      ['Grant TRANSITION_ISSUES again to anyone signed in'],
    ],
    ...(['EDIT_ISSUES', 'ASSIGN_ISSUES', 'MODIFY_REPORTER'] as const).map(
      (permission): [string, () => Promise<unknown>, string[]] => [
        `${permission} given to everyone`,
        () => admin.grant('Remit: permissions', { permission, holder: { type: 'applicationRole' } }),
        [`Take ${permission} away from anyone signed in`],
      ],
    ),
    [
      'editing taken from the owner of an account',
      () => admin.revoke('Remit: permissions', 'EDIT_ISSUES', 'userCustomField'),
      ['Grant EDIT_ISSUES again to the person in the field Account owner'],
    ],
    [
      'the lock of a status taken off',
      () => admin.changeStatuses(WORKFLOW, { Approved: () => ({}) }),
      [`Restore the workflow ${WORKFLOW} (who can edit in Approved)`],
    ],
    [
      'the lock of a status loosened',
      () =>
        admin.changeStatuses(WORKFLOW, {
          'Awaiting approval': lock => ({ ...lock, 'jira.permission.edit.group': 'staff' }),
        }),
      [`Restore the workflow ${WORKFLOW} (who can edit in Awaiting approval)`],
    ],
    [
      'Remit kept from commenting in a status',
      () =>
        admin.changeStatuses(WORKFLOW, {
          Requested: lock => ({ ...lock, 'jira.permission.comment.denied': '' }),
        }),
      [`Restore the workflow ${WORKFLOW} (who can edit in Requested)`],
    ],
    [
      'the permission scheme switched',
      () => admin.send('PUT', 'project/GOV/permissionscheme', { id: 0 }),
      ['Restore the scheme of the space Governance that defines which permissions people have in it'],
    ],
    [
      'the panel hidden from all tickets',
      () => admin.hidePanel(),
      ['Show the panel Responsibility on every ticket of the space'],
    ],
    [
      'the work type scheme switched',
      async () => {
        const projectId = await admin.spaceId();
        return admin.send('PUT', 'issuetypescheme/project', { projectId, issueTypeSchemeId: '10000' });
      },
      ['Restore the scheme of the space Governance that defines which work types it has'],
    ],
    [
      'the screens switched',
      async () => {
        const projectId = await admin.spaceId();
        return admin.send('PUT', 'issuetypescreenscheme/project', {
          projectId,
          issueTypeScreenSchemeId: '1',
        });
      },
      ['Restore the scheme of the space Governance that defines which screens its work types have'],
    ],
    [
      'the workflows switched',
      async () => {
        const projectId = await admin.spaceId();
        return admin.send('PUT', 'workflowscheme/project', { projectId, workflowSchemeId: '10000' });
      },
      ['Restore the scheme of the space Governance that defines which workflows its work types have'],
    ],
  ])('%s', async (_, drift, repairs) => {
    const before = admin.configuration();
    await drift();
    expect(admin.configuration()).not.toEqual(before);
    expect(changesOf(await plan())).toEqual(repairs);
    const from = local.calls.length;
    const entries = bench.entries.size;
    await runToEnd(bench);
    expect(local.calls.slice(from).filter(({ request }) => isWrite(request))).toHaveLength(repairs.length);
    expect([...bench.entries.values()].slice(entries)).toMatchObject([
      {
        kind: 'configuration-applied',
        actor: ADMINISTRATOR,
        facts: { changes: repairs, outcome: 'as planned' },
      },
    ]);
    expect(changesOf(await plan())).toEqual([]);
    expect(admin.configuration()).toEqual(before);
  });
});

describe('what set-up leaves as it is, it says', () => {
  it.each<[what: string, drift: () => Promise<unknown>, notice: string]>([
    [
      'a grant that an administrator added',
      () =>
        admin.grant('Remit: permissions', {
          permission: 'MOVE_ISSUES',
          holder: { type: 'group', value: 'jira-administrators' },
        }),
      'MOVE_ISSUES is also granted to the group jira-administrators',
    ],
    [
      'a post function that an administrator added to a transition',
      () => transition('Approve', one => ({ ...one, actions: [UNASSIGN] })),
      `The transition Approve in the workflow ${WORKFLOW} also assigns the ticket. Remit didn’t create that and leaves it unchanged: check that it belongs there`,
    ],
    [
      'a post function that an administrator added to creation',
      () => transition('Create', one => ({ ...one, actions: [UNASSIGN] })),
      `Creation in the workflow ${WORKFLOW} also assigns the ticket. Remit didn’t create that and leaves it unchanged: check that it belongs there`,
    ],
    [
      'a workflow renamed, which no call of Jira renames back',
      () => {
        admin.renameWorkflow(WORKFLOW, 'Accounts');
        return Promise.resolve();
      },
      `The workflow ${WORKFLOW} is called Accounts now; Remit uses its id`,
    ],
    [
      'a status renamed that another space uses too',
      async () => {
        await admin.anotherSpaceWithTheWorkflows();
        await admin.change('status', 'Rejected', { name: 'Declined' });
      },
      'The status Rejected is called Declined now. Another space uses it too, so Remit leaves it unchanged and uses its id',
    ],
  ])('%s', async (_, drift, notice) => {
    await drift();
    const before = admin.configuration();
    const found = await plan();
    expect(noticesOf(found)).toEqual([notice]);
    expect(found.complete).toBe(true);
    expect(await runToEnd(bench)).toEqual([{ step: null, done: true, remaining: 0 }]);
    expect(admin.configuration()).toEqual(before);
  });

  it('keeps post functions when it puts something else back', async () => {
    await transition('Create', one => ({ ...one, actions: [UNASSIGN] }));
    await transition('Approve', one => ({ ...one, actions: [UNASSIGN, TOLD], validators: [] }));
    await transition('Reject', () => undefined);
    await runToEnd(bench);
    const workflow = local.jira.context.records.workflows.find(({ name }) => name === WORKFLOW);
    const withActions = workflow?.transitions.filter(({ actions }) => actions.length > 0);
    expect(withActions).toMatchObject([
      { name: 'Create', actions: [{ ruleKey: UNASSIGN.ruleKey, parameters: UNASSIGN.parameters }] },
      {
        name: 'Approve',
        actions: [
          { ruleKey: UNASSIGN.ruleKey, parameters: UNASSIGN.parameters },
          { ruleKey: TOLD.ruleKey, parameters: { ...TOLD.parameters, id: expect.any(String) } },
        ],
        validators: [{ ruleKey: 'forge:expression-validator' }],
      },
    ]);
    expect(changesOf(await plan())).toEqual([]);
  });

  it('repairs a workflow under the name that it has now', async () => {
    admin.renameWorkflow(WORKFLOW, 'Accounts');
    await admin.changeTransitions('Accounts', transitions =>
      transitions.map(({ conditions: _, ...others }) => others),
    );
    await runToEnd(bench);
    expect(changesOf(await plan())).toEqual([]);
    expect(local.jira.context.records.workflows.find(({ name }) => name === WORKFLOW)).toBeUndefined();
  });
});

/** The transition without what guards it, as someone would add it. */
function bare(transitions: readonly Document[], name: string): Document {
  const found = transitions.find(one => one['name'] === name);
  if (!found) throw new Error(`There is no transition ${name}.`);
  const { conditions: _, transitionScreen: __, ...others } = found;
  return { ...others, validators: [] };
}

interface Rule {
  parameters: Record<string, string>;
}

/** The same transition with other parameters in each of its rules. */
function changingRules(
  transition: Document,
  kind: 'conditions' | 'validators',
  parameters: Record<string, string>,
): Document {
  const changed = (rules: readonly Rule[]) =>
    rules.map(rule => ({ ...rule, parameters: { ...rule.parameters, ...parameters } }));
  if (kind === 'validators')
    return { ...transition, validators: changed(transition['validators'] as Rule[]) };
  const group = transition['conditions'] as { conditions: Rule[] };
  return { ...transition, conditions: { ...group, conditions: changed(group.conditions) } };
}

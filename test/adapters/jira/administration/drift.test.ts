import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SetUpPlan } from '../../../../src/contract/set-up';
import { planSetUp } from '../../../../src/application/set-up/set-up-status';
import { runToEnd, type SetUpBench } from '../../../application/set-up/set-up-bench';
import { Administrator, type Document } from './administrator';
import { ADMINISTRATOR, benchOn, enterLocalSite, isWrite, type LocalSite } from './local-site';

const WORKFLOW = 'Remit: Cloud account request';

let local: LocalSite;
let bench: SetUpBench;
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

const back = (what: string) => [`Put the workflow ${WORKFLOW} back as specified (${what})`];

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
      'an option removed',
      () => admin.removeOption('Environment', 'Staging'),
      ['Add the option Staging to Environment', 'Put the options of Environment in order'],
    ],
    [
      'an option disabled',
      () => admin.disableOption('Data classification', 'Restricted'),
      ['Enable the option Restricted of Data classification'],
    ],
    [
      'a condition deleted',
      () => transition('Approve', ({ conditions: _, ...others }) => others),
      back('Approve'),
    ],
    ['a validator deleted', () => transition('Submit', one => ({ ...one, validators: [] })), back('Submit')],
    [
      'a validator switched off',
      () => transition('Submit', one => changingRules(one, 'validators', { disabled: 'true' })),
      back('Submit'),
    ],
    [
      'an expression edited',
      () =>
        transition('Approve', one =>
          changingRules(one, 'conditions', { config: JSON.stringify({ expression: 'user != null' }) }),
        ),
      back('Approve'),
    ],
    [
      'a gate configured for another transition',
      () =>
        transition('Provision', one =>
          changingRules(one, 'validators', {
            config: JSON.stringify({ workType: 'Cloud account request', transition: 'Withdraw' }),
          }),
        ),
      back('Provision'),
    ],
    ['a transition removed', () => transition('Reject', () => undefined), back('with Reject')],
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
      back('Provision'),
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
      'a screen unassigned',
      () => transition('Provision', ({ transitionScreen: _, ...others }) => others),
      back('Provision'),
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
    [
      'the permission scheme switched',
      () => admin.send('PUT', 'project/GOV/permissionscheme', { id: 0 }),
      ['Give the space Governance back the scheme of Remit that says which permissions people have in it'],
    ],
    [
      'the work type scheme switched',
      async () => {
        const projectId = await admin.spaceId();
        return admin.send('PUT', 'issuetypescheme/project', { projectId, issueTypeSchemeId: '10000' });
      },
      ['Give the space Governance back the scheme of Remit that says which work types it has'],
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
      ['Give the space Governance back the scheme of Remit that says which screens its work types have'],
    ],
    [
      'the workflows switched',
      async () => {
        const projectId = await admin.spaceId();
        return admin.send('PUT', 'workflowscheme/project', { projectId, workflowSchemeId: '10000' });
      },
      ['Give the space Governance back the scheme of Remit that says which workflows its work types have'],
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
      { kind: 'set-up-step', actor: ADMINISTRATOR, facts: { changes: repairs, outcome: 'as planned' } },
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
      'a workflow renamed, which no call of Jira renames back',
      () => {
        admin.renameWorkflow(WORKFLOW, 'Accounts');
        return Promise.resolve();
      },
      `The workflow ${WORKFLOW} is called Accounts now; Remit knows it by its id`,
    ],
    [
      'a status renamed that another space uses too',
      async () => {
        await admin.anotherSpaceWithTheWorkflows();
        await admin.change('status', 'Rejected', { name: 'Declined' });
      },
      'The status Rejected is called Declined now. Another space uses it too, so Remit leaves it and knows it by its id',
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

/** The transition without what guards it, as somebody would add it. */
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

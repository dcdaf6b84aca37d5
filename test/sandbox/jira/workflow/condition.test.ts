import { describe, expect, it } from '@jest/globals';
import {
  all,
  FIELD,
  forgeRule,
  governanceSite,
  STATUS,
  TRANSITION,
  type Caller,
  type GovernanceSite,
  type SiteOptions,
} from '../issues/governance-site.ts';

const INVALID = (id: string) => `Transition id '${id}' is not valid for this issue.`;

async function offered(gov: GovernanceSite, as: Caller, key: string): Promise<string[]> {
  const { transitions } = await gov.ok<{ transitions: { name: string }[] }>(
    as,
    'GET',
    `issue/${key}/transitions`,
  );
  return transitions.map(({ name }) => name);
}

describe('a condition', () => {
  const isApprover = { key: 'who-may', name: 'Who may', expression: "user.accountId == 'approver'" };
  const system = (ruleKey: string, parameters: Record<string, string>) => ({
    ...forgeRule('condition', 'unused'),
    ruleKey,
    parameters: parameters as ReturnType<typeof forgeRule>['parameters'],
  });
  const onSubmit = (conditions: ReturnType<typeof all>, rest: SiteOptions = {}): SiteOptions => ({
    conditions: [isApprover],
    ...rest,
    transitions: ({ submit }) => {
      submit.conditions = conditions;
    },
  });

  it.each<[string, SiteOptions, Record<string, unknown>]>([
    ["the manifest's expression", onSubmit(all(forgeRule('condition', 'who-may'))), {}],
    [
      "the rule's own expression, in place of the manifest's",
      onSubmit(
        all(forgeRule('condition', 'who-may', { expression: 'issue.assignee?.accountId == user.accountId' })),
      ),
      { assignee: { accountId: 'approver' } },
    ],
    [
      'what was configured',
      onSubmit(all(forgeRule('condition', 'who-may', { who: 'approver' })), {
        conditions: [{ ...isApprover, expression: 'user.accountId == config.who && issue.status.id == 501' }],
      }),
      {},
    ],
    [
      'a user field that names who may',
      onSubmit(all(system('system:restrict-issue-transition', { allowUserCustomFields: FIELD.owner }))),
      { [FIELD.owner]: { accountId: 'approver' } },
    ],
    [
      'a user field that names who may not',
      onSubmit(all(system('system:restrict-issue-transition', { denyUserCustomFields: FIELD.contacts }))),
      { [FIELD.contacts]: [{ accountId: 'engineer' }] },
    ],
    [
      'either of two',
      onSubmit({
        operation: 'ANY',
        conditions: [forgeRule('condition', 'who-may')],
        conditionGroups: [
          all(system('system:restrict-issue-transition', { permissionKeys: 'DELETE_ISSUES' })),
        ],
      }),
      {},
    ],
  ])('by %s hides the transition, refuses it, and lets the one it names', async (_what, options, fields) => {
    const gov = governanceSite(options);
    const key = await gov.create(fields);
    expect(await offered(gov, 'engineer', key)).toEqual(['Reject']);
    expect(await gov.move('engineer', key, TRANSITION.submit)).toMatchObject({
      status: 400,
      body: { errorMessages: [INVALID(TRANSITION.submit)] },
    });
    expect(gov.statusOf(key)).toBe(STATUS.requested);
    expect(await offered(gov, 'approver', key)).toEqual(['Submit', 'Reject']);
    expect((await gov.move('approver', key, TRANSITION.submit)).status).toBe(204);
    expect(gov.statusOf(key)).toBe(STATUS.awaiting);
  });

  it('reads the ticket as it is kept, not the screen', async () => {
    const expression = `issue.${FIELD.owner}?.accountId == user.accountId`;
    const gov = governanceSite(onSubmit(all(forgeRule('condition', 'who-may', { expression }))));
    const key = await gov.create({ [FIELD.owner]: { accountId: 'approver' } });
    const fields = { [FIELD.owner]: { accountId: 'engineer' } };
    expect((await gov.move('engineer', key, TRANSITION.submit, { fields })).status).toBe(400);
    expect((await gov.move('approver', key, TRANSITION.submit, { fields })).status).toBe(204);
  });

  it('sees a person in an app field as a User', async () => {
    const options = onSubmit(all(forgeRule('condition', 'who-may')));
    const gov = governanceSite(options);
    const { accountable } = gov.appFields;
    const workflow = gov.site.context.records.workflows.all().find(({ name }) => name.startsWith('GOV'));
    const rule = workflow?.transitions.find(({ id }) => id === TRANSITION.submit)?.conditions?.conditions[0];
    Object.assign(rule?.parameters ?? {}, {
      config: JSON.stringify({ expression: `issue.${accountable} == user` }),
    });
    const key = await gov.create();
    const { id } = await gov.ok<{ id: string }>('admin', 'GET', `issue/${key}?fields=id`);
    expect(await offered(gov, 'approver', key)).toEqual(['Reject']);
    const updates = [{ issueIds: [Number(id)], value: { accountId: 'approver' } }];
    await gov.ok('app', 'PUT', `app/field/${accountable}/value`, { updates });
    expect(await offered(gov, 'engineer', key)).toEqual(['Reject']);
    expect(await offered(gov, 'approver', key)).toEqual(['Submit', 'Reject']);
  });

  it.each([
    ['fails', 'issue.nothing.at.all', /nothing/],
    ['gives no Boolean', "'yes'", /boolean/],
  ])('that %s lets no one, and tells the app', async (_what, expression, message) => {
    const gov = governanceSite(onSubmit(all(forgeRule('condition', 'who-may', { expression }))));
    const key = await gov.create();
    expect(await offered(gov, 'approver', key)).toEqual(['Reject']);
    const failure = gov.events.find(({ eventType }) => eventType === 'avi:jira:failed:expression');
    expect(failure?.payload).toMatchObject({
      conditionId: 'rule-who-may',
      workflowName: 'GOV: Cloud account request',
      expression,
      errorMessages: [expect.stringMatching(message)],
    });
  });

  it('of an app that is not installed lets no one', async () => {
    const gov = governanceSite(onSubmit(all(forgeRule('condition', 'who-may')), { conditions: [] }));
    expect(await offered(gov, 'approver', await gov.create())).toEqual(['Reject']);
  });

  it('that is switched off lets everyone', async () => {
    const rule = forgeRule('condition', 'who-may', { expression: 'false' });
    rule.parameters.disabled = 'true';
    const gov = governanceSite(onSubmit(all(rule)));
    expect(await offered(gov, 'engineer', await gov.create())).toEqual(['Submit', 'Reject']);
  });

  it.each([
    ['system:parent-or-child-blocking-condition', {}],
    ['system:restrict-issue-transition', { accountIds: 'allow-reporter' }],
  ])('that is not modelled (%s) is refused by name', async (ruleKey, parameters) => {
    const gov = governanceSite(onSubmit(all(system(ruleKey, parameters))));
    const key = await gov.create();
    const answer = await governanceAnswer(gov, key);
    expect(answer.status).toBe(501);
    expect(JSON.stringify(answer.body)).toContain(ruleKey);
  });

  it('keeps the one who submitted from approving, and lets another', async () => {
    const duties = system('system:separation-of-duties', {
      fromStatusId: STATUS.requested,
      toStatusId: STATUS.awaiting,
    });
    const gov = governanceSite({
      transitions: ({ approve }) => {
        approve.conditions = all(duties);
      },
    });
    const key = await gov.create();
    await gov.move('engineer', key, TRANSITION.submit);
    expect((await gov.move('engineer', key, TRANSITION.approve)).status).toBe(400);
    expect((await gov.move('approver', key, TRANSITION.approve)).status).toBe(204);
  });
});

async function governanceAnswer(gov: GovernanceSite, key: string) {
  const { Router } = await import('../../../../sandbox/jira/rest/router.ts');
  const { issueRoutes } = await import('../../../../sandbox/jira/issues/routes.ts');
  const path = `/rest/api/3/issue/${key}/transitions`;
  return new Router(issueRoutes(gov.site.context)).handle({
    method: 'GET',
    path,
    identity: { kind: 'user', accountId: 'engineer' },
  });
}

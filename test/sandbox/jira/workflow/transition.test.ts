import { describe, expect, it } from '@jest/globals';
import {
  all,
  doc,
  FIELD,
  forgeRule,
  governanceSite,
  PRODUCTION,
  STAGING,
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

describe('the transitions of a work item', () => {
  it('are those that leave its status', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    expect(await offered(gov, 'engineer', key)).toEqual(['Submit', 'Reject']);
    expect(await gov.move('engineer', key, TRANSITION.approve)).toMatchObject({
      status: 400,
      body: { errorMessages: [INVALID(TRANSITION.approve)] },
    });
    expect((await gov.move('engineer', key, TRANSITION.submit)).status).toBe(204);
    expect(await offered(gov, 'engineer', key)).toEqual(['Approve', 'Reject']);
  });

  it('are hidden from and refused to people who may not move work items', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    expect(await offered(gov, 'reader', key)).toEqual([]);
    expect((await gov.move('reader', key, TRANSITION.submit)).status).toBe(400);
    expect((await gov.move('outsider', key, TRANSITION.submit)).status).toBe(404);
    expect(gov.statusOf(key)).toBe(STATUS.requested);
  });

  it('tell what their screen takes, without the fields that only apps write', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const path = `issue/${key}/transitions?expand=transitions.fields`;
    const { transitions } = await gov.ok<{ transitions: Record<string, unknown>[] }>('engineer', 'GET', path);
    expect(transitions[0]).toMatchObject({
      name: 'Submit',
      hasScreen: true,
      to: { name: 'Awaiting approval' },
    });
    expect(transitions[0]?.['fields']).toMatchObject({
      [FIELD.service]: {
        name: 'Environment',
        operations: ['set'],
        allowedValues: [{ id: PRODUCTION }, { id: STAGING }],
      },
    });
    expect(transitions[0]?.['fields']).not.toHaveProperty(gov.appFields.accountable);
    expect(transitions[1]).toMatchObject({ name: 'Reject', hasScreen: false, isGlobal: true, fields: {} });
  });
});

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
  ])('that %s lets nobody, and tells the app', async (_what, expression, message) => {
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

  it('of an app that is not installed lets nobody', async () => {
    const gov = governanceSite(onSubmit(all(forgeRule('condition', 'who-may')), { conditions: [] }));
    expect(await offered(gov, 'approver', await gov.create())).toEqual(['Reject']);
  });

  it('that is switched off lets everybody', async () => {
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

describe('a transition that is made', () => {
  it('changes status and screen fields at once, in one entry of the changelog, by the one who made it', async () => {
    const gov = governanceSite();
    const key = await gov.create({ [FIELD.service]: { id: STAGING } });
    const fields = { [FIELD.service]: { value: 'Production' }, [FIELD.owner]: { accountId: 'approver' } };
    const update = { labels: [{ add: 'ready' }], comment: [{ add: { body: doc('Please have a look') } }] };
    expect((await gov.move('engineer', key, TRANSITION.submit, { fields, update })).status).toBe(204);
    const page = await gov.ok<{ total: number; values: Record<string, unknown>[] }>(
      'engineer',
      'GET',
      `issue/${key}/changelog`,
    );
    expect(page.total).toBe(1);
    expect(page.values[0]).toMatchObject({ author: { accountId: 'engineer' } });
    expect(page.values[0]?.['items']).toEqual([
      {
        field: 'Environment',
        fieldtype: 'custom',
        fieldId: FIELD.service,
        from: STAGING,
        fromString: 'Staging',
        to: PRODUCTION,
        toString: 'Production',
      },
      {
        field: 'Account owner',
        fieldtype: 'custom',
        fieldId: FIELD.owner,
        from: null,
        fromString: null,
        to: 'approver',
        toString: 'Ari Approver',
      },
      {
        field: 'labels',
        fieldtype: 'jira',
        fieldId: 'labels',
        from: null,
        fromString: null,
        to: null,
        toString: 'ready',
      },
      {
        field: 'status',
        fieldtype: 'jira',
        fieldId: 'status',
        from: STATUS.requested,
        fromString: 'Requested',
        to: STATUS.awaiting,
        toString: 'Awaiting approval',
      },
    ]);
    const { fields: kept } = await gov.ok<{ fields: Record<string, unknown> }>(
      'engineer',
      'GET',
      `issue/${key}`,
    );
    expect(kept).toMatchObject({
      status: { name: 'Awaiting approval' },
      labels: ['ready'],
      comment: { comments: [{ author: { accountId: 'engineer' }, body: doc('Please have a look') }] },
    });
  });

  it('tells the app of the update with both statuses, and of the comment', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const update = { comment: [{ add: { body: doc('Please have a look') } }] };
    await gov.move('approver', key, TRANSITION.submit, {
      fields: { assignee: { accountId: 'engineer' } },
      update,
    });
    expect(gov.events.map(({ eventType }) => eventType)).toEqual([
      'avi:jira:created:issue',
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
      'avi:jira:commented:issue',
    ]);
    expect(gov.events[1]).toMatchObject({
      atlassianId: 'approver',
      payload: {
        issue: { key, fields: { status: { id: STATUS.awaiting } } },
        changelog: {
          items: [
            { fieldId: 'assignee', from: null, to: 'engineer' },
            { fieldId: 'status', from: STATUS.requested, to: STATUS.awaiting },
          ],
        },
        associatedUsers: [{ accountId: 'approver' }, { accountId: 'engineer' }],
        associatedStatuses: [{ id: STATUS.awaiting }, { id: STATUS.requested }],
      },
    });
    expect(gov.events[2]?.payload).toMatchObject({ changelog: { items: [{ fieldId: 'assignee' }] } });
    expect(gov.events[3]?.payload).toMatchObject({
      comment: { author: { accountId: 'approver' }, body: doc('Please have a look') },
    });
  });

  it('without a screen drops fields and comments silently', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    await gov.move('engineer', key, TRANSITION.submit);
    const fields = { [FIELD.text]: 'forged', [gov.appFields.accountable]: { accountId: 'engineer' } };
    const update = { comment: [{ add: { body: doc('unseen') } }] };
    expect((await gov.move('engineer', key, TRANSITION.approve, { fields, update })).status).toBe(204);
    const { fields: kept } = await gov.ok<{ fields: Record<string, unknown> }>(
      'engineer',
      'GET',
      `issue/${key}`,
    );
    expect(kept).toMatchObject({
      [FIELD.text]: null,
      [gov.appFields.accountable]: null,
      comment: { total: 0 },
    });
  });

  it.each([
    ['off its screen', FIELD.offScreen],
    ['that is not on it', 'summary'],
    ['that is nowhere', 'customfield_1'],
  ])('refuses a field %s', async (_what, field) => {
    const gov = governanceSite();
    const key = await gov.create();
    const message = `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;
    expect(await gov.move('engineer', key, TRANSITION.submit, { fields: { [field]: 'x' } })).toMatchObject({
      status: 400,
      body: { errors: { [field]: message } },
    });
    expect(gov.statusOf(key)).toBe(STATUS.requested);
  });

  it("refuses an app's read-only field, and takes it only where the site is set to", async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const { accountable } = gov.appFields;
    const fields = { [accountable]: { accountId: 'engineer' } };
    for (const who of ['engineer', 'admin', 'app'] as const) {
      expect((await gov.move(who, key, TRANSITION.submit, { fields })).status).toBe(400);
    }
    expect(gov.statusOf(key)).toBe(STATUS.requested);
    gov.set({ readOnlyOnTransition: 'accept' });
    expect((await gov.move('engineer', key, TRANSITION.submit, { fields })).status).toBe(204);
    const { fields: kept } = await gov.ok<{ fields: Record<string, unknown> }>(
      'engineer',
      'GET',
      `issue/${key}`,
    );
    expect(kept[accountable]).toMatchObject({ accountId: 'engineer' });
  });

  it('to the status it is in writes no change of status', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    await gov.move('engineer', key, TRANSITION.submit);
    await gov.move('engineer', key, TRANSITION.approve);
    expect((await gov.move('engineer', key, TRANSITION.approveAgain)).status).toBe(204);
    expect(await gov.ok('engineer', 'GET', `issue/${key}/changelog`)).toMatchObject({ total: 2 });
  });

  it('carries out the actions of the transition', async () => {
    const gov = governanceSite({
      transitions: ({ submit }) => {
        submit.actions = [
          {
            id: 'a',
            ruleKey: 'system:change-assignee',
            parameters: { type: 'to-selected-user', accountId: 'approver' },
          },
          {
            id: 'b',
            ruleKey: 'system:update-field',
            parameters: { field: FIELD.service, value: PRODUCTION, mode: 'replace' },
          },
        ];
      },
    });
    const key = await gov.create();
    await gov.move('engineer', key, TRANSITION.submit);
    const { fields } = await gov.ok<{ fields: Record<string, unknown> }>('engineer', 'GET', `issue/${key}`);
    expect(fields).toMatchObject({
      assignee: { accountId: 'approver' },
      [FIELD.service]: { value: 'Production' },
    });
  });

  it.each([
    ['no transition', {}, "Missing 'transition' identifier"],
    ['one by its name', { transition: { id: 'Submit' } }, "'transition' identifier must be an integer"],
  ])('refuses a request that names %s', async (_what, body, message) => {
    const gov = governanceSite();
    const key = await gov.create();
    expect(await gov.refused('engineer', 'POST', `issue/${key}/transitions`, body)).toMatchObject({
      status: 400,
      body: { errorMessages: [message] },
    });
  });
});

describe('two transitions at once', () => {
  it('let the first through and refuse the second as a conflict', async () => {
    const waiting: (() => void)[] = [];
    const gov = governanceSite({
      validators: [{ key: 'gate', name: 'Gate' }],
      validate: () =>
        new Promise(resolve =>
          waiting.push(() => {
            resolve({ result: true });
          }),
        ),
      transitions: ({ submit }) => {
        submit.validators = [forgeRule('validator', 'gate')];
      },
    });
    const key = await gov.create();
    const both = [gov.move('engineer', key, TRANSITION.submit), gov.move('approver', key, TRANSITION.submit)];
    await Promise.resolve();
    expect(waiting).toHaveLength(2);
    for (const release of waiting) release();
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(gov.statusOf(key)).toBe(STATUS.awaiting);
    expect(await gov.ok('engineer', 'GET', `issue/${key}/changelog`)).toMatchObject({ total: 1 });
  });

  it('keep an edit that was made while the validators ran', async () => {
    let release: () => void = () => undefined;
    const gov = governanceSite({
      validators: [{ key: 'gate', name: 'Gate' }],
      validate: () =>
        new Promise(resolve => {
          release = () => {
            resolve({ result: true });
          };
        }),
      transitions: ({ submit }) => {
        submit.validators = [forgeRule('validator', 'gate')];
      },
    });
    const key = await gov.create();
    const moving = gov.move('engineer', key, TRANSITION.submit);
    await gov.ok('approver', 'PUT', `issue/${key}`, { fields: { summary: 'Edited meanwhile' } });
    release();
    expect((await moving).status).toBe(204);
    const { fields } = await gov.ok<{ fields: Record<string, unknown> }>('engineer', 'GET', `issue/${key}`);
    expect(fields).toMatchObject({ summary: 'Edited meanwhile', status: { id: STATUS.awaiting } });
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  doc,
  FIELD,
  governanceSite,
  PRODUCTION,
  STAGING,
  STATUS,
  TRANSITION,
} from '../issues/governance-site.ts';

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
    ['that is not on it', 'reporter'],
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

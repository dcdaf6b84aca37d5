import { describe, expect, it } from '@jest/globals';
import { governanceSite, type GovernanceSite } from './governance-site.ts';

async function changes(gov: GovernanceSite, key: string): Promise<unknown[]> {
  const { values } = await gov.ok<{ values: { items: unknown[] }[] }>(
    'admin',
    'GET',
    `issue/${key}/changelog`,
  );
  return values.flatMap(({ items }) => items);
}

async function fieldsOf(gov: GovernanceSite, key: string): Promise<Record<string, unknown>> {
  return (await gov.ok<{ fields: Record<string, unknown> }>('admin', 'GET', `issue/${key}`)).fields;
}

describe('assigning', () => {
  it('tells of an assignment, besides the update', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    expect(
      (await gov.call('engineer', 'PUT', `issue/${key}/assignee`, { accountId: 'approver' })).status,
    ).toBe(204);
    expect((await gov.refused('engineer', 'PUT', `issue/${key}/assignee`, { accountId: null })).status).toBe(
      204,
    );
    expect(await changes(gov, key)).toMatchObject([
      { fieldId: 'assignee', from: null, to: 'approver', toString: 'Ari Approver' },
      { fieldId: 'assignee', from: 'approver', to: null },
    ]);
    expect(gov.events.slice(1).map(({ eventType }) => eventType)).toEqual([
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
    ]);
    expect(gov.events[4]?.payload).toMatchObject({
      associatedUsers: [{ accountId: 'engineer' }, { accountId: 'approver' }],
    });
  });

  it.each([
    ['someone inactive', 'engineer', 'leaver', 400],
    ['someone who is not assignable', 'engineer', 'reader', 400],
    ['no one known', 'engineer', 'ghost', 400],
    ['anyone, without the permission', 'reader', 'engineer', 403],
  ] as const)('refuses %s', async (_what, who, accountId, status) => {
    const gov = governanceSite();
    const key = await gov.create();
    expect((await gov.refused(who, 'PUT', `issue/${key}/assignee`, { accountId })).status).toBe(status);
    expect(await fieldsOf(gov, key)).toMatchObject({ assignee: null });
  });
});

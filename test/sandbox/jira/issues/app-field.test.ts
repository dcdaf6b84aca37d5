import { describe, expect, it } from '@jest/globals';
import { FIELD, governanceSite, type GovernanceSite } from './governance-site.ts';

async function ticket(gov: GovernanceSite): Promise<{ key: string; id: number }> {
  const key = await gov.create();
  const { id } = await gov.ok<{ id: string }>('admin', 'GET', `issue/${key}?fields=id`);
  return { key, id: Number(id) };
}

const fields = async (gov: GovernanceSite, key: string) =>
  (await gov.ok<{ fields: Record<string, unknown> }>('admin', 'GET', `issue/${key}`)).fields;

describe("writing an app's own field", () => {
  it('is for the app as itself: a person is kept, logged as the app, told, and found', async () => {
    const gov = governanceSite();
    const { key, id } = await ticket(gov);
    const { accountable } = gov.appFields;
    const updates = [{ issueIds: [id], value: { accountId: 'approver' } }];
    expect((await gov.call('app', 'PUT', `app/field/${accountable}/value`, { updates })).status).toBe(204);
    expect((await fields(gov, key))[accountable]).toMatchObject({
      accountId: 'approver',
      displayName: 'Ari Approver',
    });
    expect(await gov.ok('admin', 'GET', `issue/${key}/changelog`)).toMatchObject({
      values: [
        {
          author: { accountId: '712020:app', accountType: 'app' },
          items: [
            {
              field: 'Accountable',
              fieldtype: 'custom',
              fieldId: accountable,
              from: null,
              to: 'approver',
              toString: 'Ari Approver',
            },
          ],
        },
      ],
    });
    expect(gov.events[1]).toMatchObject({ eventType: 'avi:jira:updated:issue', atlassianId: '712020:app' });
    const found = await gov.ok('admin', 'POST', 'search/jql', {
      jql: `Accountable = approver`,
      fields: ['key'],
    });
    expect(found).toMatchObject({ issues: [{ key }] });
  });

  it('goes by key too, several fields at once in one change', async () => {
    const gov = governanceSite();
    const { key, id } = await ticket(gov);
    const { accountable, contentHash } = gov.appFields;
    const { key: fieldKey = '' } = gov.site.context.records.fields.get(contentHash) ?? {};
    const updates = [
      { customField: accountable, issueIds: [id], value: { accountId: 'approver' } },
      { customField: fieldKey, issueIds: [id], value: 'a1b2' },
    ];
    expect((await gov.call('app', 'POST', 'app/field/value', { updates })).status).toBe(204);
    expect(await fields(gov, key)).toMatchObject({
      [contentHash]: 'a1b2',
      [accountable]: { accountId: 'approver' },
    });
    expect(await gov.ok('admin', 'GET', `issue/${key}/changelog`)).toMatchObject({ total: 1 });
    const clear = { updates: [{ issueIds: [id], value: null }] };
    await gov.ok('app', 'PUT', `app/field/${encodeURIComponent(fieldKey)}/value`, clear);
    expect((await fields(gov, key))[contentHash]).toBeNull();
  });

  it('can leave out the changelog and the events', async () => {
    const gov = governanceSite();
    const { key, id } = await ticket(gov);
    const path = `app/field/${gov.appFields.contentHash}/value`;
    const write = (query: string, value: string) =>
      gov.ok('app', 'PUT', `${path}?${query}`, { updates: [{ issueIds: [id], value }] });
    await write('generateChangelog=false', 'one');
    expect([gov.events.length, gov.site.context.records.histories.all().length]).toEqual([2, 0]);
    await write('generateAppEvents=false', 'two');
    expect([gov.events.length, gov.site.context.records.histories.all().length]).toEqual([2, 1]);
    expect((await fields(gov, key))[gov.appFields.contentHash]).toBe('two');
  });

  it('that changes nothing writes nothing', async () => {
    const gov = governanceSite();
    const { id } = await ticket(gov);
    const body = { updates: [{ issueIds: [id], value: 'same' }] };
    for (let turn = 0; turn < 3; turn++)
      await gov.ok('app', 'PUT', `app/field/${gov.appFields.contentHash}/value`, body);
    expect([gov.events.length, gov.site.context.records.histories.all().length]).toEqual([2, 1]);
  });

  it.each(['engineer', 'admin', 'appAsEngineer'] as const)('is refused to the %s', async who => {
    const gov = governanceSite();
    const { key, id } = await ticket(gov);
    const { accountable } = gov.appFields;
    const updates = [{ issueIds: [id], value: { accountId: 'engineer' } }];
    expect((await gov.call(who, 'PUT', `app/field/${accountable}/value`, { updates })).status).toBe(403);
    const named = updates.map(one => ({ ...one, customField: accountable }));
    expect((await gov.call(who, 'POST', 'app/field/value', { updates: named })).status).toBe(403);
    expect((await fields(gov, key))[accountable]).toBeNull();
  });

  it('is refused for fields that are not the app’s, or not there', async () => {
    const gov = governanceSite();
    const { id } = await ticket(gov);
    const body = { updates: [{ issueIds: [id], value: 'x' }] };
    expect((await gov.call('app', 'PUT', `app/field/${FIELD.text}/value`, body)).status).toBe(403);
    expect((await gov.call('app', 'PUT', 'app/field/customfield_1/value', body)).status).toBe(404);
  });

  it.each<[string, (id: number) => unknown]>([
    ['a person no one knows', id => [{ issueIds: [id], value: { accountId: 'ghost' } }]],
    ['a person as text', id => [{ issueIds: [id], value: 'approver' }]],
    ['a work item that is not there', id => [{ issueIds: [id, 1], value: { accountId: 'approver' } }]],
    ['one work item twice', id => [{ issueIds: [id, id], value: { accountId: 'approver' } }]],
    ['nothing to write', () => []],
  ])('refuses %s, and writes nothing at all', async (_what, updates) => {
    const gov = governanceSite();
    const { key, id } = await ticket(gov);
    const answer = await gov.refused('app', 'PUT', `app/field/${gov.appFields.accountable}/value`, {
      updates: updates(id),
    });
    expect(answer.status).toBe(400);
    expect((await fields(gov, key))[gov.appFields.accountable]).toBeNull();
  });
});

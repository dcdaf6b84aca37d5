import { describe, expect, it } from '@jest/globals';
import { JiraStore } from '../../../../sandbox/jira/store.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  doc,
  FIELD,
  governanceSite,
  PRODUCTION,
  STAGING,
  STATUS,
  TRANSITION,
  type GovernanceSite,
} from './governance-site.ts';

const cannotBeSet = (field: string) =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;

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

describe('a description', () => {
  const rich = {
    type: 'doc',
    version: 1,
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Scope' }] },
      {
        type: 'bulletList',
        content: ['Production', 'Staging'].map(text => ({
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'strong' }] }] }],
        })),
      },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Ask ' },
          { type: 'mention', attrs: { id: 'approver', text: '@Ari Approver' } },
        ],
      },
    ],
  };
  const text = 'Scope\nProduction\nStaging\nAsk @Ari Approver';

  it('is read back as the document that was written, and told by the changelog as text', async () => {
    const gov = governanceSite();
    const key = await gov.create({ description: rich });
    expect((await fieldsOf(gov, key))['description']).toEqual(rich);
    await gov.ok('engineer', 'PUT', `issue/${key}`, { fields: { description: doc('Short') } });
    await gov.ok('engineer', 'PUT', `issue/${key}`, { fields: { description: rich } });
    await gov.ok('engineer', 'PUT', `issue/${key}`, { fields: { description: null } });
    expect(await changes(gov, key)).toMatchObject([
      { field: 'description', from: null, fromString: text, to: null, toString: 'Short' },
      { fromString: 'Short', toString: text },
      { fromString: text, toString: null },
    ]);
    expect((await fieldsOf(gov, key))['description']).toBeNull();
  });

  it('has room for 32,767 characters', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const write = (length: number) =>
      gov.refused('engineer', 'PUT', `issue/${key}`, { fields: { description: doc('x'.repeat(length)) } });
    expect((await write(32_767)).status).toBe(204);
    expect(await write(32_768)).toMatchObject({
      status: 400,
      body: { errors: { description: expect.stringContaining('32767') } },
    });
  });
});

describe('editing a work item', () => {
  it('writes one entry of the changelog, in ids and in words', async () => {
    const gov = governanceSite();
    const key = await gov.create({
      [FIELD.service]: { id: STAGING },
      labels: ['a', 'b'],
      description: doc('Old'),
    });
    const fields = {
      summary: 'A better summary',
      description: doc('New'),
      [FIELD.owner]: { accountId: 'approver' },
      [FIELD.service]: { id: PRODUCTION },
      [FIELD.text]: '1234',
    };
    const update = {
      labels: [{ remove: 'a' }, { add: 'c' }],
      [FIELD.regions]: [{ add: { value: 'Europe' } }],
    };
    expect((await gov.call('approver', 'PUT', `issue/${key}`, { fields, update })).status).toBe(204);
    const none = { from: null, fromString: null };
    expect(await changes(gov, key)).toEqual([
      {
        field: 'summary',
        fieldtype: 'jira',
        fieldId: 'summary',
        from: null,
        fromString: 'An account for billing',
        to: null,
        toString: 'A better summary',
      },
      {
        field: 'description',
        fieldtype: 'jira',
        fieldId: 'description',
        from: null,
        fromString: 'Old',
        to: null,
        toString: 'New',
      },
      {
        field: 'Account owner',
        fieldtype: 'custom',
        fieldId: FIELD.owner,
        ...none,
        to: 'approver',
        toString: 'Ari Approver',
      },
      {
        field: 'Environment',
        fieldtype: 'custom',
        fieldId: FIELD.service,
        from: STAGING,
        fromString: 'Staging',
        to: PRODUCTION,
        toString: 'Production',
      },
      { field: 'Account ID', fieldtype: 'custom', fieldId: FIELD.text, ...none, to: null, toString: '1234' },
      {
        field: 'labels',
        fieldtype: 'jira',
        fieldId: 'labels',
        from: null,
        fromString: 'a b',
        to: null,
        toString: 'b c',
      },
      {
        field: 'Regions',
        fieldtype: 'custom',
        fieldId: FIELD.regions,
        ...none,
        to: '[30011]',
        toString: 'Europe',
      },
    ]);
    expect(gov.events.map(({ eventType }) => eventType)).toEqual([
      'avi:jira:created:issue',
      'avi:jira:updated:issue',
    ]);
    expect(gov.events[1]).toMatchObject({ atlassianId: 'approver' });
    expect(gov.events[1]?.payload).not.toHaveProperty('associatedStatuses');
  });

  it('that changes nothing writes nothing and tells no one', async () => {
    const gov = governanceSite();
    const key = await gov.create({ labels: ['a'] });
    const edit = {
      fields: { summary: 'An account for billing', [FIELD.text]: null },
      update: { labels: [{ add: 'a' }] },
    };
    expect((await gov.call('engineer', 'PUT', `issue/${key}`, edit)).status).toBe(204);
    expect(await changes(gov, key)).toEqual([]);
    expect(gov.events).toHaveLength(1);
  });

  it('does not check the screen, unless the site is set to', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const edit = (value: string) =>
      gov.refused('engineer', 'PUT', `issue/${key}`, { fields: { [FIELD.offScreen]: value } });
    expect((await edit('one')).status).toBe(204);
    gov.set({ editScreens: 'checked' });
    expect(await edit('two')).toMatchObject({
      status: 400,
      body: { errors: { [FIELD.offScreen]: cannotBeSet(FIELD.offScreen) } },
    });
    expect(await fieldsOf(gov, key)).toMatchObject({ [FIELD.offScreen]: 'one' });
  });

  it.each(['engineer', 'admin', 'app', 'appAsEngineer'] as const)(
    "refuses an app's read-only field to the %s, and writes nothing of the edit",
    async who => {
      const gov = governanceSite();
      const key = await gov.create();
      const { accountable, contentHash } = gov.appFields;
      for (const body of [
        { fields: { summary: 'x', [accountable]: { accountId: 'engineer' } } },
        { fields: { [contentHash]: 'abc' } },
        { update: { [accountable]: [{ set: { accountId: 'engineer' } }] } },
      ]) {
        expect((await gov.refused(who, 'PUT', `issue/${key}`, body)).status).toBe(400);
      }
      expect(await fieldsOf(gov, key)).toMatchObject({
        summary: 'An account for billing',
        [accountable]: null,
      });
      expect((await gov.call(who, 'PUT', `issue/${key}`, { fields: { summary: 'x' } })).status).toBe(204);
    },
  );

  it.each<[string, Record<string, unknown>, string]>([
    ['a field twice', { fields: { labels: [] }, update: { labels: [{ add: 'x' }] } }, 'labels'],
    ['an operation that the field has not', { update: { summary: [{ add: 'x' }] } }, 'summary'],
    ['two operations in one', { update: { labels: [{ add: 'x', remove: 'y' }] } }, 'labels'],
    ['the status', { fields: { status: { name: 'Approved' } } }, 'status'],
    [
      'the reporter, without the permission for it',
      { fields: { reporter: { accountId: 'approver' } } },
      'reporter',
    ],
    ['no summary', { fields: { summary: null } }, 'summary'],
  ])('refuses %s', async (_what, body, field) => {
    const gov = governanceSite();
    const key = await gov.create();
    const answer = await gov.refused('engineer', 'PUT', `issue/${key}`, body);
    expect(answer).toMatchObject({ status: 400, body: { errors: { [field]: expect.any(String) } } });
    expect(await changes(gov, key)).toEqual([]);
  });

  it('takes the reporter from someone with the permission', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    await gov.ok('admin', 'PUT', `issue/${key}`, { fields: { reporter: { accountId: 'approver' } } });
    expect(await changes(gov, key)).toMatchObject([
      { fieldId: 'reporter', from: 'engineer', to: 'approver' },
    ]);
  });

  it('is refused to people without the permission, and in a status that allows none', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const edit = { fields: { summary: 'x' } };
    expect((await gov.refused('reader', 'PUT', `issue/${key}`, edit)).status).toBe(400);
    expect((await gov.refused('outsider', 'PUT', `issue/${key}`, edit)).status).toBe(404);
    await gov.move('engineer', key, TRANSITION.reject);
    expect((await gov.refused('engineer', 'PUT', `issue/${key}`, edit)).status).toBe(400);
    expect(gov.statusOf(key)).toBe(STATUS.rejected);
    expect(await fieldsOf(gov, key)).toMatchObject({ summary: 'An account for billing' });
  });

  it('refuses by name what is not modelled', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const { Router } = await import('../../../../sandbox/jira/rest/router.ts');
    const { issueRoutes } = await import('../../../../sandbox/jira/issues/routes.ts');
    const router = new Router(issueRoutes(gov.site.context));
    const put = (query: string, body: unknown) =>
      router.handle({
        method: 'PUT',
        path: `/rest/api/3/issue/${key}${query}`,
        identity: { kind: 'user', accountId: 'admin' },
        body,
      });
    expect(await put('?overrideScreenSecurity=true', { fields: {} })).toMatchObject({ status: 501 });
    expect(await put('', { fields: {}, historyMetadata: {} })).toMatchObject({ status: 501 });
    expect(await put('', { update: { comment: [{ remove: { id: '1' } }] } })).toMatchObject({ status: 501 });
  });
});

describe('a restart', () => {
  it('finds work items, history, comments, properties and the numbering as they were', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'jira-')), 'jira.sqlite');
    const before = governanceSite({ store: new JiraStore(file) });
    const key = await before.create({ [FIELD.owner]: { accountId: 'approver' } });
    await before.move('engineer', key, TRANSITION.submit, { fields: { [FIELD.text]: '1234' } });
    await before.ok('engineer', 'POST', `issue/${key}/comment`, { body: doc('Hello') });
    await before.ok('engineer', 'PUT', `issue/${key}/properties/p`, { deep: [1] });
    const all = `issue/${key}?expand=changelog,names,schema,transitions,editmeta&properties=*all`;
    const seen = await before.ok('engineer', 'GET', all);
    before.store.close();
    const after = governanceSite({ store: new JiraStore(file) });
    expect(await after.ok('engineer', 'GET', all)).toEqual(seen);
    expect(seen).toMatchObject({ properties: { p: { deep: [1] } }, changelog: { total: 1 } });
    expect(await after.create()).toBe('GOV-2');
    after.store.close();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SandboxClock } from '../../../../sandbox/clock.ts';
import { createJiraSite } from '../../../../sandbox/jira/site.ts';
import { JiraStore } from '../../../../sandbox/jira/store.ts';
import { app, APP_ACCOUNT, siteUnderTest } from './site-under-test.ts';

describe('a fresh site', () => {
  const { records } = siteUnderTest().site.context;

  it('has the fields, statuses, work types and schemes of a fresh Jira', () => {
    expect(records.fields.all().map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'summary',
        'description',
        'reporter',
        'assignee',
        'status',
        'resolution',
        'attachment',
      ]),
    );
    expect(records.statuses.all().map(({ name, statusCategory }) => [name, statusCategory])).toEqual([
      ['To Do', 'TODO'],
      ['In Progress', 'IN_PROGRESS'],
      ['Done', 'DONE'],
    ]);
    expect(records.issueTypes.all().map(({ name, hierarchyLevel }) => [name, hierarchyLevel])).toEqual([
      ['Epic', 1],
      ['Sub-task', -1],
      ['Task', 0],
    ]);
    expect(records.workflows.all().map(({ name }) => name)).toEqual(['jira']);
    expect(records.permissionSchemes.get('0')?.name).toBe('Default Permission Scheme');
  });

  it('has default schemes that a space can be made with', async () => {
    const { call } = siteUnderTest();
    const body = { key: 'TST', name: 'Test', projectTypeKey: 'business', leadAccountId: 'admin' };
    expect((await call('POST', 'project', body)).status).toBe(201);
    expect(await call('GET', 'project/TST/statuses')).toMatchObject({
      body: [{ name: 'Epic' }, { name: 'Sub-task' }, { name: 'Task', statuses: [{ name: 'To Do' }, {}, {}] }],
    });
  });
});

describe('the installed app', () => {
  const { site, ok } = siteUnderTest();

  it('has an account of its own', () => {
    expect(site.context.records.users.get(APP_ACCOUNT)).toMatchObject({
      accountType: 'app',
      displayName: 'Remit',
    });
    expect(site.context.app()?.name).toBe('Remit');
  });

  it('has its fields, which people find by key and which belong to every space', async () => {
    const { appId, environmentId } = app();
    const [field] = site.context.records.fields.filter(({ key }) => key !== undefined);
    expect(field).toMatchObject({
      id: expect.stringMatching(/^customfield_\d+$/),
      key: `${appId}__${environmentId}__static__accountable`,
      readOnly: true,
      schema: {
        type: 'user',
        custom: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/accountable`,
      },
    });
    const contexts = await ok<{ values: object[] }>('GET', `field/${field?.id ?? ''}/context`);
    expect(contexts.values).toEqual([
      expect.objectContaining({ isGlobalContext: true, isAnyIssueType: true }),
    ]);
  });

  it('is registered once, however often it is installed, and its fields keep their ids', () => {
    const before = site.context.records.fields.all();
    site.install({ ...app(), name: 'Remit 2' });
    expect(site.context.records.fields.all()).toEqual(before);
    expect(site.context.records.users.get(APP_ACCOUNT)?.displayName).toBe('Remit 2');
  });
});

describe('a restart', () => {
  it('finds everything as it was, and gives no id twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jira-'));
    try {
      const open = () => {
        const store = new JiraStore(join(folder, 'jira.db'));
        return { store, site: createJiraSite({ store, clock: new SandboxClock() }) };
      };
      const create = (name: string) => ({
        method: 'POST',
        path: '/rest/api/3/issuetype',
        body: { name },
        identity: { kind: 'user', accountId: 'admin' } as const,
      });
      const first = open();
      first.site.createUser({
        accountId: 'admin',
        displayName: 'Ada',
        email: 'a@aurora.example',
        groups: ['jira-administrators'],
      });
      first.site.install(app());
      const review = await first.site.handle(create('Review'));
      const before = JSON.stringify(everything(first.site.context.records));
      first.store.close();

      const second = open();
      expect(JSON.stringify(everything(second.site.context.records))).toBe(before);
      second.site.install(app());
      expect(JSON.stringify(everything(second.site.context.records))).toBe(before);
      const policy = await second.site.handle(create('Policy'));
      expect([review.status, policy.status]).toEqual([201, 201]);
      expect((policy.body as { id: string }).id).not.toBe((review.body as { id: string }).id);
      second.store.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function everything(records: ReturnType<typeof siteUnderTest>['site']['context']['records']) {
  return Object.entries(records).map(([name, collection]) => [
    name,
    [...collection.all()].sort((a, b) => a.id.localeCompare(b.id)),
  ]);
}

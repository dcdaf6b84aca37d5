import { describe, expect, it } from '@jest/globals';
import { SandboxClock } from '../../../../sandbox/clock.ts';
import { issueRoutes } from '../../../../sandbox/jira/issues/routes.ts';
import { createJiraSite } from '../../../../sandbox/jira/site.ts';
import { JiraStore } from '../../../../sandbox/jira/store.ts';
import { officialQuery, officialScopes } from '../../../support/jira-oracle.ts';
import { siteUnderTest } from '../admin/site-under-test.ts';

const { context } = createJiraSite({ store: new JiraStore(':memory:'), clock: new SandboxClock() });

describe.each(issueRoutes(context).map(route => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, { method, path, scopes, query = [] }) => {
    it('asks the app for the scopes of the official description, and knows no other query parameter', () => {
      expect([...scopes].sort()).toEqual((officialScopes(method, path) ?? [...scopes]).sort());
      expect(officialQuery(method, path) ?? query).toEqual(expect.arrayContaining([...query]));
    });
  },
);

describe('a site whose project was made over REST', () => {
  it('takes work items on the default screens and moves them through the default workflow', async () => {
    const { ok } = siteUnderTest();
    const project = {
      key: 'OPS',
      name: 'Operations',
      projectTypeKey: 'business',
      leadAccountId: 'admin',
      assigneeType: 'PROJECT_LEAD',
      issueTypeScheme: 10_000,
      issueTypeScreenScheme: 1,
      workflowScheme: 10_000,
      permissionScheme: 0,
    };
    await ok('POST', 'project', project);
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Rotate the keys' };
    const { key } = await ok<{ key: string }>('POST', 'issue', { fields }, 'engineer');
    expect(key).toBe('OPS-1');
    const { transitions } = await ok<{ transitions: { id: string; name: string }[] }>(
      'GET',
      `issue/${key}/transitions`,
    );
    const done = transitions.find(({ name }) => name === 'Done');
    await ok('POST', `issue/${key}/transitions`, { transition: { id: done?.id } }, 'engineer');
    expect(await ok('GET', `issue/${key}?fields=status,assignee`)).toMatchObject({
      fields: { status: { name: 'Done' }, assignee: { accountId: 'admin' } },
    });
    expect(await ok('POST', 'search/approximate-count', { jql: 'project = OPS AND status = Done' })).toEqual({
      count: 1,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { APP, governanceSite, PLACE, type GovernanceSite } from '../issues/governance-site.ts';
import { issueRoutes } from '../../../../sandbox/jira/issues/routes.ts';
import { adminRoutes } from '../../../../sandbox/jira/rest/admin-routes.ts';
import { COUNTED_OPERATIONS } from '../../../../sandbox/jira/rest/points.ts';

const SCOPES = ['read:jira-work', 'write:jira-work', 'read:jira-user', 'manage:jira-configuration'];

/** What the app pays for the call. */
async function cost(
  gov: GovernanceSite,
  method: string,
  path: string,
  body?: unknown,
): Promise<number | undefined> {
  const answer = await gov.site.handle({
    method,
    path: `/rest/api/3/${path}`,
    identity: { kind: 'app', accountId: APP.accountId },
    scopes: SCOPES,
    ...(body === undefined ? {} : { body }),
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.points;
}

async function siteWithTwo(): Promise<GovernanceSite> {
  const gov = governanceSite();
  await gov.create();
  await gov.create();
  await gov.ok('engineer', 'PUT', 'issue/GOV-1', { fields: { summary: 'Changed' } });
  return gov;
}

const fields = { ...PLACE, summary: 'New' };

describe('a call of the app', () => {
  it.each<[string, number, string, string, unknown?]>([
    ['one work item', 2, 'GET', 'issue/GOV-1'],
    ['its changelog', 2, 'GET', 'issue/GOV-1/changelog'],
    ['its transitions', 2, 'GET', 'issue/GOV-1/transitions'],
    ['two work items', 3, 'POST', 'issue/bulkfetch', { issueIdsOrKeys: ['GOV-1', 'GOV-2', 'GOV-9'] }],
    ['a search that finds two', 3, 'POST', 'search/jql', { jql: 'project = GOV' }],
    ['a search that shows one of them', 2, 'GET', 'search/jql?jql=project%20%3D%20GOV&maxResults=1'],
    ['how many there are', 1, 'POST', 'search/approximate-count', { jql: 'project = GOV' }],
    ['the changes of one of two', 2, 'POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['GOV-1', 'GOV-2'] }],
    ['a project', 2, 'GET', 'project/GOV'],
    ['itself', 3, 'GET', 'myself'],
    ['two people', 5, 'GET', 'user/bulk?accountId=engineer&accountId=approver'],
    ['who is found', 3, 'GET', 'user/search?query=eve'],
    ['who is in a group', 7, 'GET', 'group/member?groupname=staff'],
    ['two permissions', 5, 'GET', 'mypermissions?permissions=EDIT_ISSUES,ADMINISTER&projectKey=GOV'],
    [
      'a permission on two work items and one that is global',
      7,
      'POST',
      'permissions/check',
      {
        globalPermissions: ['ADMINISTER'],
        projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [10_000, 10_001] }],
      },
    ],
    [
      'an expression about a work item',
      2,
      'POST',
      'expression/evaluate',
      { expression: 'issue.key', context: { issue: { key: 'GOV-1' } } },
    ],
    ['the fields', 1, 'GET', 'field'],
    ['a creation', 1, 'POST', 'issue', { fields }],
    ['two creations', 2, 'POST', 'issue/bulk', { issueUpdates: [{ fields }, { fields }] }],
    ['an edit', 1, 'PUT', 'issue/GOV-1', { fields: { summary: 'Changed again' } }],
  ])('pays for %s: %i', async (_what, points, ...call) => {
    expect(await cost(await siteWithTwo(), ...call)).toBe(points);
  });

  it('pays 1 for an answer that is a refusal', async () => {
    const { site } = governanceSite();
    const identity = { kind: 'app', accountId: APP.accountId } as const;
    const answer = await site.handle({ method: 'GET', path: '/rest/api/3/user', identity, scopes: SCOPES });
    expect([answer.status, answer.points ?? 1]).toEqual([404, 1]);
  });
});

describe('a call of a person from a page', () => {
  it('costs the app nothing', async () => {
    const gov = await siteWithTwo();
    expect((await gov.call('engineer', 'GET', 'issue/GOV-1')).points).toBeUndefined();
  });
});

describe('the operations that count', () => {
  it('are operations of the local Jira', () => {
    const { context } = governanceSite().site;
    const names = [...adminRoutes(context), ...issueRoutes(context)].map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(COUNTED_OPERATIONS.filter(name => !names.includes(name))).toEqual([]);
  });
});

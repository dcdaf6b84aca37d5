import { describe, expect, it } from '@jest/globals';
import { adminRoutes } from '../../../../sandbox/jira/rest/admin-routes.ts';
import { provisionedSite, type Provisioned, type ProvisionedSite } from '../admin/provisioned.ts';
import { siteUnderTest } from '../admin/site-under-test.ts';
import type { Example, Examples } from './examples/example.ts';
import { FIELD_EXAMPLES } from './examples/field-examples.ts';
import { SCREEN_EXAMPLES } from './examples/screen-examples.ts';
import { SPACE_EXAMPLES } from './examples/space-examples.ts';
import { WORKFLOW_EXAMPLES } from './examples/workflow-examples.ts';
import { officialStatuses } from '../../../support/jira-oracle.ts';

const EXAMPLES: Examples = { ...FIELD_EXAMPLES, ...SCREEN_EXAMPLES, ...WORKFLOW_EXAMPLES, ...SPACE_EXAMPLES };

const routes = adminRoutes(siteUnderTest().site.context);
const nameOf = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.replace('/rest/api/3/', '')}`;

async function prepared(): Promise<ProvisionedSite> {
  const site = await provisionedSite();
  // A status that no workflow has, for the one example that deletes it.
  await site.ok('POST', 'statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [{ name: 'Unused', statusCategory: 'TODO' }],
  });
  return site;
}

function exampleOf(name: string, ids: Provisioned): Example {
  const example = EXAMPLES[name];
  if (!example) throw new Error(`There is no example of ${name}.`);
  return example(ids);
}

it('there is an example of every route, and no other', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(routes.map(nameOf).sort());
});

describe.each(routes.map(route => [nameOf(route), route] as const))('%s', (name, route) => {
  it('answers an administrator as the official description says', async () => {
    const site = await prepared();
    const { path, body, status } = exampleOf(name, site.ids);
    const answer = await site.call(route.method, path, body);
    expect(answer).toMatchObject({ status });
  });

  it('answers the app in scope as it answers an administrator, and out of scope 401', async () => {
    const site = await prepared();
    const { path, body, status } = exampleOf(name, site.ids);
    const out = {
      method: route.method,
      path: `/rest/api/3/${path}`,
      body,
      identity: { kind: 'app', accountId: '712020:app' },
    } as const;
    const refused = await site.site.handle({ ...out, scopes: [] });
    if (route.scopes.length > 0) {
      expect(refused).toEqual({
        status: 401,
        body: { code: 401, message: 'Unauthorized; scope does not match' },
      });
    }
    expect((await site.call(route.method, path, body, 'app')).status).toBe(status);
  });

  it('refuses people who are not signed in', async () => {
    const site = await prepared();
    const { path, body } = exampleOf(name, site.ids);
    const statuses = officialStatuses(route.method, route.path);
    const send = statuses?.includes(401) === false ? 'site' : 'refused';
    const request = {
      method: route.method,
      path: `/rest/api/3/${path}`,
      body,
      identity: { kind: 'anonymous' },
    } as const;
    const answer =
      send === 'site'
        ? await site.site.handle(request)
        : await site.refused(route.method, path, body, 'anonymous');
    expect(answer.status).toBe(route.anonymous ? 200 : 401);
  });
});

const sample = await prepared();
const withBody = routes.filter(route => exampleOf(nameOf(route), sample.ids).body !== undefined);

describe.each(withBody.map(route => [nameOf(route), route] as const))('%s', (name, route) => {
  it('refuses a body with a property that Jira does not know, naming it', async () => {
    const site = await prepared();
    const { path, body } = exampleOf(name, site.ids);
    const request = {
      method: route.method,
      path: `/rest/api/3/${path}`,
      body: { ...(body as object), colour: 'red' },
      identity: { kind: 'user', accountId: 'admin' },
    } as const;
    expect(await site.site.handle(request)).toMatchObject({
      status: 400,
      body: { errors: { colour: 'Unrecognized field "colour"' } },
    });
  });
});

/** Operations that need no administrator. */
const OPEN_TO_ALL = [
  'GET serverInfo',
  'GET issuetype',
  'GET issuetype/{id}',
  'GET status',
  'GET resolution',
  'GET resolution/{id}',
  'GET resolution/search',
  'GET field',
  'GET mypermissions',
  'GET permissionscheme',
  'GET permissionscheme/{schemeId}',
  'GET permissionscheme/{schemeId}/permission',
  'GET permissionscheme/{schemeId}/permission/{permissionId}',
  'GET project/search',
  'GET project/{projectIdOrKey}',
  'GET project/{projectIdOrKey}/statuses',
  'GET group/bulk',
  'GET group/member',
  'GET user/groups',
  'GET task/{taskId}',
];

describe.each(
  routes.filter(route => !OPEN_TO_ALL.includes(nameOf(route))).map(route => [nameOf(route), route] as const),
)('%s', (name, route) => {
  it('refuses who does not administer Jira', async () => {
    const site = await prepared();
    const { path, body } = exampleOf(name, site.ids);
    const before = JSON.stringify(site.site.context.records.projects.all());
    const answer = await site.refused(route.method, path, body, 'engineer');
    expect([400, 401, 403, 404]).toContain(answer.status);
    expect(JSON.stringify(site.site.context.records.projects.all())).toBe(before);
  });
});

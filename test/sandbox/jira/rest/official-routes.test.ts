import { describe, expect, it } from '@jest/globals';
import { adminRoutes } from '../../../../sandbox/jira/rest/admin-routes.ts';
import { officialQuery, officialScopes } from '../../../support/jira-oracle.ts';
import { describeWithShared } from '../../../support/shared.ts';
import { siteUnderTest } from '../admin/site-under-test.ts';

const routes = adminRoutes(siteUnderTest().site.context);

describeWithShared('the routes of administration', 'oracles/jira-cloud-v3.openapi.json', () => {
  it.each(routes.map(route => [`${route.method} ${route.path}`, route] as const))(
    '%s has the scopes and takes only query parameters of the official description',
    (_name, route) => {
      expect(route.scopes).toEqual(officialScopes(route.method, route.path));
      const known = officialQuery(route.method, route.path) ?? [];
      expect((route.query ?? []).filter(name => !known.includes(name))).toEqual([]);
    },
  );
});

describe('the list of routes', () => {
  it('is not empty', () => {
    expect(routes.length).toBeGreaterThan(80);
  });
});

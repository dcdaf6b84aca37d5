import type { JiraContext } from '../context.ts';
import { route, type Route } from './router.ts';

/** `serverInfo`: what the site is. Open to anyone, as on a real site. */
export function serverInfoRoutes(context: JiraContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/serverInfo',
      scopes: [],
      anonymous: true,
      handle: () => ({
        status: 200,
        body: {
          baseUrl: context.settings.baseUrl,
          displayUrl: context.settings.baseUrl,
          version: '1001.0.0-SNAPSHOT',
          versionNumbers: [1001, 0, 0],
          deploymentType: 'Cloud',
          buildNumber: 100_000,
          buildDate: '2026-07-01T00:00:00.000+0000',
          serverTime: context.clock.iso().replace('Z', '+0000'),
          scmInfo: '0000000000000000000000000000000000000000',
          serverTitle: 'Jira (local)',
          serverTimeZone: 'Etc/UTC',
        },
      }),
    }),
  ];
}

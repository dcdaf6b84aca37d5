import type { JiraContext } from '../context.ts';
import { contextsOf } from './field-context-routes.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { route, type RestCall, type Route } from './router.ts';
import { administratorsOnly } from './site-administration.ts';

/** Which spaces and work types the contexts of a field are for. */
export function fieldContextMappingRoutes(context: JiraContext): Route[] {
  const base = '/rest/api/3/field/{fieldId}/context';
  const administer = {
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 403, 'Only Jira administrators can access custom field contexts.'),
  };
  const { baseUrl } = context.settings;
  const asked = (call: RestCall) =>
    contextsOf(context, call).filter(({ id }) => valuesOf(call.query, 'contextId')?.includes(id) ?? true);
  return [
    route({
      method: 'GET',
      path: `${base}/issuetypemapping`,
      ...administer,
      query: [...PAGE_QUERY, 'contextId'],
      handle: call => ({
        status: 200,
        body: page(
          call,
          baseUrl,
          asked(call).flatMap(({ id, issueTypeIds }): object[] =>
            issueTypeIds.length === 0
              ? [{ contextId: id, isAnyIssueType: true }]
              : issueTypeIds.map(issueTypeId => ({ contextId: id, issueTypeId })),
          ),
        ),
      }),
    }),
    route({
      method: 'GET',
      path: `${base}/projectmapping`,
      ...administer,
      query: [...PAGE_QUERY, 'contextId'],
      handle: call => ({
        status: 200,
        body: page(
          call,
          baseUrl,
          asked(call).flatMap(({ id, projectIds }): object[] =>
            projectIds.length === 0
              ? [{ contextId: id, isGlobalContext: true }]
              : projectIds.map(projectId => ({ contextId: id, projectId })),
          ),
        ),
      }),
    }),
  ];
}

import type { JiraContext } from '../context.ts';
import { JiraError, route, type Route } from './router.ts';
import { administratorsOnly, found } from './site-administration.ts';

/** Where statuses are used: in the spaces whose workflow schemes give a work type a workflow with the status. */
export function statusUsageRoutes(context: JiraContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/statuses/{statusId}/projectUsages',
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(context, 401),
      query: ['nextPageToken', 'maxResults'],
      handle(call) {
        const statusId = call.param('statusId');
        found(context.records.statuses.get(statusId), `The status with id ${statusId} does not exist.`);
        const { from, size } = part(call.query);
        const all = projectsUsing(context, statusId);
        const rest = all.length > from + size ? { nextPageToken: String(from + size) } : {};
        const values = all.slice(from, from + size).map(id => ({ id }));
        return { status: 200, body: { statusId, projects: { ...rest, values } } };
      },
    }),
  ];
}

/** The part of the list that the query asks for; its token is where the part begins. */
function part(query: URLSearchParams): { from: number; size: number } {
  const from = Number(query.get('nextPageToken') ?? 0);
  const size = Number(query.get('maxResults') ?? 50);
  if (!Number.isInteger(from) || from < 0) throw new JiraError(400, 'The nextPageToken is not valid.');
  if (!Number.isInteger(size) || size < 1 || size > 200)
    throw new JiraError(400, 'The maxResults must be between 1 and 200.');
  return { from, size };
}

function projectsUsing({ records }: JiraContext, statusId: string): string[] {
  const workflows = records.workflows
    .filter(({ statuses }) => statuses.some(status => status.statusId === statusId))
    .map(({ name }) => name);
  const schemes = records.workflowSchemes
    .filter(({ defaultWorkflow, issueTypeMappings }) =>
      [defaultWorkflow, ...Object.values(issueTypeMappings)].some(name => workflows.includes(name)),
    )
    .map(({ id }) => id);
  return records.projects
    .filter(({ workflowSchemeId }) => schemes.includes(workflowSchemeId))
    .map(({ id }) => id);
}

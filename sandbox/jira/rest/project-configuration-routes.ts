import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { PermissionScheme, Project } from '../model.ts';
import { statusBean } from '../workflow/status-bean.ts';
import { permissionSchemeJson } from './permission-scheme-routes.ts';
import { administeredProject, visibleProject } from './project-routes.ts';
import { route, type Route } from './router.ts';
import { administratorsOnly, found, selfOf } from './site-administration.ts';
import { workflowNameOf } from './workflow-scheme-routes.ts';

const SCHEME = z.strictObject({ id: z.int().nonnegative() });

/** How a space is configured: its permission scheme, and the statuses of its work types. */
export function projectConfigurationRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/project/{projectKeyOrId}/permissionscheme';
  return [
    route({
      method: 'GET',
      path,
      scopes: ['read:jira-work'],
      query: ['expand'],
      handle(call) {
        const project = administeredProject(context, call, 'projectKeyOrId');
        return {
          status: 200,
          body: permissionSchemeJson(context, schemeWith(context, project.permissionSchemeId), call),
        };
      },
    }),
    route({
      method: 'PUT',
      path,
      scopes: ['manage:jira-project'],
      guard: administratorsOnly(context),
      query: ['expand'],
      body: SCHEME,
      handle(call) {
        const project = visibleProject(context, call, 'projectKeyOrId');
        const scheme = schemeWith(context, String(call.body.id));
        records.projects.put({ ...project, permissionSchemeId: scheme.id });
        return { status: 200, body: permissionSchemeJson(context, scheme, call) };
      },
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/project/{projectIdOrKey}/statuses',
      scopes: ['read:jira-work'],
      handle: call => ({ status: 200, body: statusesByType(context, visibleProject(context, call)) }),
    }),
  ];
}

function schemeWith({ records }: JiraContext, id: string): PermissionScheme {
  return found(records.permissionSchemes.get(id), 'The permission scheme was not found.');
}

function statusesByType(context: JiraContext, project: Project): object[] {
  const { records } = context;
  const scheme = found(
    records.workflowSchemes.get(project.workflowSchemeId),
    'The workflow scheme was not found.',
  );
  const types = records.issueTypeSchemes.get(project.issueTypeSchemeId)?.issueTypeIds ?? [];
  return types.flatMap(id => {
    const type = records.issueTypes.get(id);
    if (!type) return [];
    const workflow = records.workflows.find(({ name }) => name === workflowNameOf(scheme, id));
    const statuses = (workflow?.statuses ?? []).flatMap(
      ({ statusId }) => records.statuses.get(statusId) ?? [],
    );
    return [
      {
        self: selfOf(context, `issuetype/${id}`),
        id,
        name: type.name,
        subtask: type.hierarchyLevel === -1,
        statuses: statuses.map(status => statusBean(context, status)),
      },
    ];
  });
}

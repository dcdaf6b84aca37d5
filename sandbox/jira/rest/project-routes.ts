import * as z from 'zod';
import { CREATE_PROJECT, createProject, leadErrors, nameErrors } from '../admin/project-creation.ts';
import { deleteProject } from '../admin/project-deletion.ts';
import type { JiraContext } from '../context.ts';
import type { Project } from '../model.ts';
import { can, isJiraAdministrator } from '../permissions/permissions.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { projectDetailsJson, projectJson } from './project-json.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, creatorsOnly, found, nameContains, selfOf } from './site-administration.ts';

const UPDATE = z.strictObject({
  name: z.string().trim().optional(),
  description: z.string().optional(),
  leadAccountId: z.string().max(128).optional(),
  assigneeType: z.enum(['PROJECT_LEAD', 'UNASSIGNED']).optional(),
  permissionScheme: z.int().nonnegative().optional(),
});

/** Spaces, which REST calls projects; company-managed ones only. */
export function projectRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/project';
  return [
    route({
      method: 'POST',
      path,
      scopes: ['manage:jira-configuration'],
      guard: creatorsOnly(context, 403),
      body: CREATE_PROJECT,
      handle({ body }) {
        const { id, key } = createProject(context, body);
        return { status: 201, body: { id: Number(id), key, self: selfOf(context, `project/${id}`) } };
      },
    }),
    route({
      method: 'GET',
      path: `${path}/search`,
      scopes: ['read:jira-work'],
      query: [...PAGE_QUERY, 'orderBy', 'id', 'keys', 'query', 'typeKey', 'action', 'expand'],
      handle: call => ({ status: 200, body: search(context, call) }),
    }),
    route({
      method: 'GET',
      path: `${path}/{projectIdOrKey}`,
      scopes: ['read:jira-work'],
      query: ['expand'],
      handle: call => ({
        status: 200,
        body: projectDetailsJson(context, visibleProject(context, call), call.query.get('expand')),
      }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{projectIdOrKey}`,
      scopes: ['manage:jira-project'],
      query: ['expand'],
      body: UPDATE,
      handle(call) {
        const project = update(context, administeredProject(context, call), call.body);
        return { status: 200, body: projectDetailsJson(context, project, call.query.get('expand')) };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{projectIdOrKey}`,
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(context, 404, 'The project was not found, or you may not delete it.'),
      handle(call) {
        deleteProject(context, visibleProject(context, call));
        return { status: 204 };
      },
    }),
  ];
}

/** The space of the path if the caller may see it; 404 otherwise. */
export function visibleProject(context: JiraContext, call: RestCall, parameter = 'projectIdOrKey'): Project {
  const { records } = context;
  const named = call.param(parameter);
  const project = records.projects.get(named) ?? records.projects.find(({ key }) => key === named);
  const seen = project && isVisible(context, call, project);
  return found(seen ? project : undefined, `No project could be found with key '${named}'.`);
}

/** The space of the path if the caller administers it or Jira; 403 if they only see it, else 404. */
export function administeredProject(context: JiraContext, call: RestCall, parameter?: string): Project {
  const project = visibleProject(context, call, parameter);
  if (
    isJiraAdministrator(context, call.identity) ||
    can(context, call.identity, 'ADMINISTER_PROJECTS', project)
  ) {
    return project;
  }
  throw new JiraError(403, 'You must have the Administer Projects permission for this project.');
}

function isVisible(context: JiraContext, { identity }: RestCall, project: Project): boolean {
  const permissions = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'];
  return (
    isJiraAdministrator(context, identity) || permissions.some(key => can(context, identity, key, project))
  );
}

/** `action`: what the caller must be allowed to do there. */
const ACTIONS: Readonly<Record<string, string>> = {
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

function search(context: JiraContext, call: RestCall) {
  const { query } = call;
  const action = query.get('action') ?? 'view';
  const permission = ACTIONS[action];
  if (action !== 'view' && permission === undefined) throw new JiraError(400, `Unknown action: ${action}`);
  const ids = valuesOf(query, 'id');
  const keys = valuesOf(query, 'keys');
  const types = query.get('typeKey')?.split(',');
  const text = query.get('query');
  const rows = context.records.projects.filter(
    project =>
      (permission === undefined
        ? isVisible(context, call, project)
        : can(context, call.identity, permission, project)) &&
      (ids?.includes(project.id) ?? true) &&
      (keys?.includes(project.key) ?? true) &&
      (types?.includes(project.projectTypeKey) ?? true) &&
      (nameContains(project.name, text) || nameContains(project.key, text)),
  );
  const listed = page(call, context.settings.baseUrl, sorted(rows, query.get('orderBy') ?? 'key'));
  return {
    ...listed,
    values: listed.values.map(project => projectJson(context, project, query.get('expand'))),
  };
}

function sorted(rows: readonly Project[], orderBy: string): Project[] {
  const key = orderBy.replace(/^[-+ ]/, '');
  if (key !== 'key' && key !== 'name')
    throw notModelled(`GET /rest/api/3/project/search with orderBy=${orderBy}`);
  const sign = orderBy.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => sign * a[key].localeCompare(b[key]));
}

function update(context: JiraContext, project: Project, body: z.infer<typeof UPDATE>): Project {
  const { name, leadAccountId, permissionScheme } = body;
  const errors: Record<string, string> = {
    ...nameErrors(context, { name }, project.id),
    ...(leadAccountId === undefined ? {} : leadErrors(context, leadAccountId)),
  };
  if (permissionScheme !== undefined && !context.records.permissionSchemes.get(String(permissionScheme))) {
    errors['permissionScheme'] = `There is no such scheme: ${String(permissionScheme)}.`;
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return context.records.projects.put({
    ...project,
    name: name ?? project.name,
    description: body.description ?? project.description,
    leadAccountId: leadAccountId ?? project.leadAccountId,
    assigneeType: body.assigneeType ?? project.assigneeType,
    permissionSchemeId:
      permissionScheme === undefined ? project.permissionSchemeId : String(permissionScheme),
  });
}

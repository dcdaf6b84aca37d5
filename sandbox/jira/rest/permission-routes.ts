import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { Issue, Project } from '../model.ts';
import { PERMISSIONS, permissionOf, type Permission } from '../permissions/catalogue.ts';
import { accountOf, can, isJiraAdministrator } from '../permissions/permissions.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found } from './site-administration.ts';

const CHECK = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(
      z.strictObject({
        permissions: z.array(z.string()).min(1),
        projects: z.array(z.int()).max(1000).optional(),
        issues: z.array(z.int()).max(1000).optional(),
      }),
    )
    .optional(),
});

type CheckPayload = z.infer<typeof CHECK>;

/** What one may do, and which permissions there are. */
export function permissionRoutes(context: JiraContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/permissions',
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(context),
      handle: () => ({
        status: 200,
        body: { permissions: Object.fromEntries(PERMISSIONS.map(one => [one.key, { ...one }])) },
      }),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/mypermissions',
      scopes: ['read:jira-work'],
      query: ['permissions', 'projectKey', 'projectId', 'issueKey', 'issueId'],
      handle: call => ({ status: 200, body: { permissions: myPermissions(context, call) } }),
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/permissions/check',
      scopes: [],
      body: CHECK,
      handle: call => ({ status: 200, body: checkPermissions(context, call) }),
    }),
  ];
}

function myPermissions(context: JiraContext, call: RestCall) {
  const keys = (call.query.get('permissions') ?? '').split(',').filter(key => key !== '');
  if (keys.length === 0) throw new JiraError(400, 'The permissions query parameter is required.');
  const asked = keys.map(known);
  const place = placeOf(context, call);
  const entries = asked.map((permission, index) => [
    permission.key,
    { id: String(index), ...permission, havePermission: holds(context, call, permission, place) },
  ]);
  return Object.fromEntries(entries) as Record<string, Permission & { havePermission: boolean }>;
}

interface Place {
  project?: Project;
  issue?: Issue;
}

/** In no place: in any project. In a project: there, or on any of its work items. On a work item: on that one. */
function holds(
  context: JiraContext,
  call: RestCall,
  { key, type }: Permission,
  { project, issue }: Place,
): boolean {
  const { records } = context;
  if (type === 'GLOBAL') return hasGlobal(context, call, key);
  if (issue) return can(context, call.identity, key, project, issue);
  const projects = project ? [project] : records.projects.all();
  const onAny = (one: Project) =>
    records.issues.find(other => other.projectId === one.id && can(context, call.identity, key, one, other));
  return projects.some(one => can(context, call.identity, key, one) || onAny(one) !== undefined);
}

/** The app administers only as far as its scopes go. */
function hasGlobal(context: JiraContext, call: RestCall, key: string): boolean {
  const inScope = !call.request.scopes || call.request.scopes.includes('manage:jira-configuration');
  return can(context, call.identity, key) && (key !== 'ADMINISTER' || inScope);
}

/** The place that the query names, if the caller may see it; 404 otherwise. */
function placeOf(context: JiraContext, { query, identity }: RestCall): Place {
  const { records } = context;
  const issueName = query.get('issueKey') ?? query.get('issueId');
  const projectName = query.get('projectKey') ?? query.get('projectId');
  if (issueName !== null) {
    const issue = records.issues.get(issueName) ?? records.issues.find(({ key }) => key === issueName);
    const project = issue && records.projects.get(issue.projectId);
    const seen = project && can(context, identity, 'BROWSE_PROJECTS', project, issue);
    found(seen ? issue : undefined, `Issue ${issueName} could not be found.`);
    return { ...(project ? { project } : {}), ...(issue ? { issue } : {}) };
  }
  if (projectName === null) return {};
  const project =
    records.projects.get(projectName) ?? records.projects.find(({ key }) => key === projectName);
  const seen =
    project && (can(context, identity, 'BROWSE_PROJECTS', project) || isJiraAdministrator(context, identity));
  return { project: found(seen ? project : undefined, `Project ${projectName} could not be found.`) };
}

function checkPermissions(context: JiraContext, call: RestCall<CheckPayload>) {
  const { accountId, globalPermissions = [], projectPermissions = [] } = call.body;
  const self = accountOf(call.identity);
  if (accountId !== undefined && accountId !== self && !isJiraAdministrator(context, call.identity)) {
    throw new JiraError(403, 'Only Jira administrators can perform this operation.');
  }
  const who = accountId ?? call.accountId();
  if (!context.records.users.get(who))
    throw new JiraError(400, [], { accountId: 'The account was not found.' });
  return {
    globalPermissions: globalPermissions
      .map(known)
      .filter(({ key }) => can(context, who, key))
      .map(({ key }) => key),
    projectPermissions: projectPermissions.flatMap(({ permissions, projects = [], issues = [] }) =>
      permissions.map(known).map(({ key }) => ({
        permission: key,
        projects: projects.filter(id => inProject(context, who, key, String(id))),
        issues: issues.filter(id => onIssue(context, who, key, String(id))),
      })),
    ),
  };
}

function inProject(context: JiraContext, who: string, key: string, id: string): boolean {
  const project = context.records.projects.get(id);
  return project !== undefined && can(context, who, key, project);
}

function onIssue(context: JiraContext, who: string, key: string, id: string): boolean {
  const issue = context.records.issues.get(id);
  const project = issue && context.records.projects.get(issue.projectId);
  return project !== undefined && can(context, who, key, project, issue);
}

function known(key: string): Permission {
  const permission = permissionOf(key);
  if (!permission) throw new JiraError(400, [], { [key]: 'Unrecognized permission' });
  return permission;
}

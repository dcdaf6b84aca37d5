import type { Identity } from '../../seams.ts';
import type { JiraContext } from '../context.ts';
import type { Issue, Project, User } from '../model.ts';
import { permissionOf } from './catalogue.ts';
import { hasApplicationAccess } from './groups.ts';
import { isHolder } from './is-holder.ts';
import { statusLets } from './status-properties.ts';

export { isInProjectRole } from './project-roles.ts';
export { groupsOf, isInGroup } from './groups.ts';

type PermissionContext = Pick<JiraContext, 'store' | 'records'>;

/** Groups whose members administer Jira. */
export const ADMINISTRATOR_GROUPS = ['jira-administrators', 'site-admins'] as const;

const ADMINISTRATORS_ONLY = new Set(['ADMINISTER']);

/**
 * Whether the account has the permission: a global one, or one in a project by its permission scheme.
 * A grant to the reporter, the assignee or a user field needs `issue`; without it that grant gives nothing.
 * On a work item, the properties of its status may keep the permission from some who are granted it.
 * The installed app has what is granted to the role atlassian-addons-project-access, and administers Jira as far as its
 * scopes go, which the router has checked by then.
 * Throws for a permission that the local Jira doesn't know, and for a project permission without `project`.
 */
export function can(
  context: PermissionContext,
  who: Identity | string,
  permission: string,
  project?: Project,
  issue?: Issue,
): boolean {
  const known = permissionOf(permission);
  if (!known) throw new Error(`Unknown permission: ${permission}`);
  const accountId = accountOf(who);
  const user = accountId === undefined ? undefined : context.records.users.get(accountId);
  if (user && !user.active) return false;
  if (known.type === 'GLOBAL') return user !== undefined && hasGlobal(context, user, permission);
  if (!project) throw new Error(`${permission} is a project permission: a project is needed.`);
  const scheme = context.records.permissionSchemes.get(project.permissionSchemeId);
  if (!scheme)
    throw new Error(`Project ${project.key} has no permission scheme ${project.permissionSchemeId}.`);
  const place = { project, issue };
  const isGranted = scheme.permissions.some(
    grant => grant.permission === permission && isHolder(context, grant.holder, user?.id, place),
  );
  return isGranted && (issue === undefined || statusLets(context, permission, user?.id, { project, issue }));
}

/** Whether the account is in a group that administers Jira, or is the installed app. */
export function isJiraAdministrator(context: PermissionContext, who: Identity | string): boolean {
  return can(context, who, 'ADMINISTER');
}

/** The account behind a caller; undefined for anonymous ones. */
export function accountOf(who: Identity | string): string | undefined {
  if (typeof who === 'string') return who;
  return who.kind === 'anonymous' ? undefined : who.accountId;
}

function hasGlobal(
  { records }: PermissionContext,
  { accountId, accountType }: User,
  permission: string,
): boolean {
  if (accountType === 'app') return true;
  const groups = records.groups.filter(group => group.members.includes(accountId)).map(group => group.name);
  if (ADMINISTRATOR_GROUPS.some(name => groups.includes(name))) return true;
  return !ADMINISTRATORS_ONLY.has(permission) && hasApplicationAccess(records, accountId);
}

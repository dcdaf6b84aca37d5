import type { JiraContext } from '../context.ts';
import type { Stored } from '../store.ts';

/** A role that people hold in a project, e.g. Administrators. */
export interface ProjectRole extends Stored {
  name: string;
  description: string;
  /** Who holds it in a new project. */
  defaultActors: RoleActors;
}

/** Who holds a role; groups by their id. */
export interface RoleActors {
  accountIds: string[];
  groupIds: string[];
}

/** Who holds one role in one project; `id` is `{projectId}/{roleId}`. */
export interface ProjectRoleActors extends Stored, RoleActors {}

/** Role ids that a fresh site has. */
export const ADMINISTRATORS_ROLE = '10002';
export const APP_ACCESS_ROLE = '10003';

export function projectRoles(context: Pick<JiraContext, 'store'>) {
  return context.store.collection<ProjectRole>('projectRole');
}

export function projectRoleActors(context: Pick<JiraContext, 'store'>) {
  return context.store.collection<ProjectRoleActors>('projectRoleActors');
}

/** Who holds the role in the project: no one when either is unknown. */
export function actorsOf(context: Pick<JiraContext, 'store'>, projectId: string, roleId: string): RoleActors {
  return projectRoleActors(context).get(`${projectId}/${roleId}`) ?? { accountIds: [], groupIds: [] };
}

/**
 * Whether the account holds the role in the project, itself or through a group.
 * The installed app holds `atlassian-addons-project-access` everywhere.
 */
export function isInProjectRole(
  context: Pick<JiraContext, 'store' | 'records'>,
  accountId: string,
  projectId: string,
  roleId: string,
): boolean {
  if (roleId === APP_ACCESS_ROLE && context.records.users.get(accountId)?.accountType === 'app') return true;
  const { accountIds, groupIds } = actorsOf(context, projectId, roleId);
  if (accountIds.includes(accountId)) return true;
  return groupIds.some(groupId => context.records.groups.get(groupId)?.members.includes(accountId) ?? false);
}

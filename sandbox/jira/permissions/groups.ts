import type { JiraContext } from '../context.ts';
import type { Collections, Group } from '../model.ts';

/** What Jira calls an application role: the groups whose members may use a product. */
export interface ApplicationRole {
  key: string;
  name: string;
  defaultGroup: string;
  groups: readonly string[];
}

/** The products of the local site. */
export const APPLICATION_ROLES: readonly ApplicationRole[] = [
  {
    key: 'jira-software',
    name: 'Jira',
    defaultGroup: 'jira-users',
    groups: ['jira-users', 'jira-administrators', 'site-admins'],
  },
];

/** The group of that name. Names differ by more than case, as in Jira. */
export function groupNamed(records: Collections, name: string): Group | undefined {
  return records.groups.find(group => group.name.toLowerCase() === name.toLowerCase());
}

/** The groups that the account is in. */
export function groupsOf(records: Collections, accountId: string): Group[] {
  return records.groups.filter(group => group.members.includes(accountId));
}

/** Whether the account is in the group, named or given by its id. */
export function isInGroup(
  context: Pick<JiraContext, 'records'>,
  accountId: string,
  nameOrId: string,
): boolean {
  const group = context.records.groups.get(nameOrId) ?? groupNamed(context.records, nameOrId);
  return group?.members.includes(accountId) ?? false;
}

/** Whether the account may use the product, or any product when none is named. */
export function hasApplicationAccess(records: Collections, accountId: string, role = ''): boolean {
  const roles = role === '' ? APPLICATION_ROLES : APPLICATION_ROLES.filter(({ key }) => key === role);
  const groups = groupsOf(records, accountId).map(({ name }) => name);
  return roles.some(({ groups: members }) => members.some(name => groups.includes(name)));
}

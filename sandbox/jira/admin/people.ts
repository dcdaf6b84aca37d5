import { randomUUID } from 'node:crypto';
import type { JiraContext } from '../context.ts';
import type { Group, User } from '../model.ts';
import { groupNamed } from '../permissions/groups.ts';

/** What callers see in place of an address that a person keeps to themselves. Source: seen on live sites. */
export type HiddenEmail = 'null' | 'empty' | 'absent';

export interface NewUser {
  accountId: string;
  displayName: string;
  email: string;
  /** How Jira hides the address; it shows it if not given. */
  hiddenEmail?: HiddenEmail;
  /** Default true. */
  active?: boolean;
  /** Default `atlassian`. */
  accountType?: User['accountType'];
  /** By name; made when missing. People also join `jira-users`, which gives them the product. */
  groups?: readonly string[];
}

/** The group that gives people the product. */
export const PRODUCT_GROUP = 'jira-users';

/** Creates the account, or brings it to what is given: twice the same is once. */
export function createUser(context: Pick<JiraContext, 'records'>, user: NewUser): User {
  const accountType = user.accountType ?? 'atlassian';
  const record = context.records.users.put({
    id: user.accountId,
    accountId: user.accountId,
    accountType,
    displayName: user.displayName,
    ...shownEmail(user),
    active: user.active ?? true,
    timeZone: 'Etc/UTC',
  });
  const groups = [...(user.groups ?? []), ...(accountType === 'atlassian' ? [PRODUCT_GROUP] : [])];
  for (const name of groups) join(context, createGroup(context, name), user.accountId);
  return record;
}

function shownEmail({ email, hiddenEmail }: NewUser): Pick<User, 'emailAddress'> {
  if (hiddenEmail === undefined) return { emailAddress: email };
  if (hiddenEmail === 'absent') return {};
  return { emailAddress: hiddenEmail === 'null' ? null : '' };
}

/** The group of that name, made when missing. */
export function createGroup({ records }: Pick<JiraContext, 'records'>, name: string): Group {
  return groupNamed(records, name) ?? records.groups.put({ id: randomUUID(), name, members: [] });
}

/** Makes the account a member of the group; no change when it is one. */
export function join({ records }: Pick<JiraContext, 'records'>, group: Group, accountId: string): Group {
  if (group.members.includes(accountId)) return group;
  return records.groups.put({ ...group, members: [...group.members, accountId] });
}

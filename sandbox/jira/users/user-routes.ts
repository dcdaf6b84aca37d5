/** Looking people up. Inactive accounts are known and shown as such; only pickers leave them out. */
import type { JiraContext } from '../context.ts';
import type { Project, User } from '../model.ts';
import { can, groupsOf } from '../permissions/permissions.ts';
import { page, wholeNumber } from '../rest/page.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from '../rest/router.ts';
import { issueOf, projectNamed, projectOf } from '../issues/find-issue.ts';
import { userBean } from './user-bean.ts';

const READ = ['read:jira-user'];
const SLICE = ['startAt', 'maxResults'] as const;

/** The routes about accounts. */
export function userRoutes(context: JiraContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/myself',
      scopes: READ,
      query: ['expand'],
      handle: call => ({ status: 200, body: expanded(context, call, call.accountId()) }),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user',
      scopes: READ,
      query: ['accountId', 'expand'],
      guard: call => {
        requireBrowseUsers(context, call);
      },
      handle: call => ({
        status: 200,
        body: expanded(context, call, call.query.get('accountId') ?? ''),
      }),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user/bulk',
      scopes: READ,
      query: ['accountId', ...SLICE],
      handle: call => ({ status: 200, body: bulk(context, call) }),
    }),
    ...searchRoutes(context),
  ];
}

function searchRoutes(context: JiraContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/users/search',
      scopes: READ,
      query: [...SLICE],
      guard: call => {
        requireBrowseUsers(context, call);
      },
      handle: call => listed(context, call, context.records.users.all(), 1000),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user/search',
      scopes: READ,
      query: ['query', 'accountId', ...SLICE],
      handle: call => listed(context, call, found(context, call)),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user/assignable/search',
      scopes: READ,
      query: ['query', 'accountId', 'project', 'issueKey', 'issueId', ...SLICE],
      handle: call => listed(context, call, assignable(context, call)),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user/picker',
      scopes: READ,
      query: ['query', 'maxResults', 'showAvatar'],
      handle: call => ({ status: 200, body: picked(context, call) }),
    }),
  ];
}

/** @throws JiraError 501 for an expansion that is not modelled */
function myself(context: JiraContext, call: RestCall): Record<string, unknown> {
  const user = accountNamed(context, call.accountId());
  const bean = userBean(user, context);
  const expand = call.query.get('expand');
  if (expand === null) return bean;
  if (expand !== 'groups') throw new JiraError(501, [`NOT_MODELLED: expand=${expand} of GET /rest/api/3/myself`]);
  const groups = context.records.groups.filter(group => group.members.includes(user.accountId));
  const items = groups.map(({ id, name }) => ({
    name,
    groupId: id,
    self: `${context.settings.baseUrl}/rest/api/3/group?groupId=${id}`,
  }));
  return { ...bean, groups: { size: items.length, items }, expand: 'groups,applicationRoles' };
}

/** The account, with its groups when they are asked for. */
function expanded(context: JiraContext, call: RestCall, accountId: string): Record<string, unknown> {
  const wanted = (call.query.get('expand') ?? '').split(',').filter(name => name !== '');
  const other = wanted.find(name => name !== 'groups');
  if (other !== undefined) throw notModelled(`expand=${other} of a user`);
  const bean = userBean(accountNamed(context, accountId), context);
  return wanted.includes('groups') ? { ...bean, groups: groupList(context, accountId) } : bean;
}

function groupList({ records, settings }: JiraContext, accountId: string): Record<string, unknown> {
  const items = groupsOf(records, accountId).map(({ id, name }) => ({
    name,
    groupId: id,
    self: `${settings.baseUrl}/rest/api/3/group?groupId=${encodeURIComponent(id)}`,
  }));
  return { size: items.length, items };
}

function accountNamed({ records }: JiraContext, accountId: string): User {
  const user = records.users.get(accountId);
  if (!user)
    throw new JiraError(404, `Specified user does not exist or you do not have required permissions`);
  return user;
}

function requireBrowseUsers(context: JiraContext, call: RestCall): void {
  if (can(context, call.identity, 'USER_PICKER')) return;
  throw new JiraError(403, 'You do not have permission to browse users and groups.');
}

function bulk(context: JiraContext, call: RestCall) {
  const wanted = call.query.getAll('accountId');
  if (wanted.length === 0) throw new JiraError(400, 'The accountId parameter is required.');
  const users = wanted.flatMap(accountId => context.records.users.get(accountId) ?? []);
  const beans = users.map(user => userBean(user, context));
  return page(call, context.settings.baseUrl, beans, { default: 10, most: 200 });
}

function listed(context: JiraContext, call: RestCall, users: readonly User[], most = 1000) {
  const startAt = wholeNumber(call.query, 'startAt', 0);
  const maxResults = Math.min(wholeNumber(call.query, 'maxResults', 50), most);
  const beans = users.slice(startAt, startAt + maxResults).map(user => userBean(user, context));
  return { status: 200, body: beans };
}

/** Active accounts only, as the search documents. */
function found(context: JiraContext, call: RestCall): User[] {
  const [query, accountId] = [call.query.get('query'), call.query.get('accountId')];
  if ((query === null) === (accountId === null)) {
    throw new JiraError(400, "Either the 'query' or the 'accountId' query parameter has to be provided.");
  }
  if (!can(context, call.identity, 'USER_PICKER')) return [];
  const active = context.records.users.filter(user => user.active);
  return active.filter(user =>
    accountId === null ? matches(user, query ?? '') : user.accountId === accountId,
  );
}

function assignable(context: JiraContext, call: RestCall): User[] {
  const { project, issue } = subjectOf(context, call);
  const [query, accountId] = [call.query.get('query') ?? '', call.query.get('accountId')];
  return context.records.users.filter(
    user =>
      (accountId === null ? matches(user, query) : user.accountId === accountId) &&
      can(context, user.accountId, 'ASSIGNABLE_USER', project, issue),
  );
}

function subjectOf(context: JiraContext, call: RestCall) {
  const idOrKey = call.query.get('issueKey') ?? call.query.get('issueId');
  if (idOrKey !== null) {
    const issue = issueOf(context, call.identity, idOrKey);
    return { project: projectOf(context, issue), issue };
  }
  const named = call.query.get('project');
  if (named === null) throw new JiraError(400, 'A project or issue is required.');
  const project: Project = projectNamed(context, call.identity, named);
  return { project, issue: undefined };
}

/** By the beginning of a word of the name or of the address, in any case. */
function matches(user: User, query: string): boolean {
  const wanted = query.toLowerCase();
  const words = [user.displayName, ...user.displayName.split(/\s+/), user.emailAddress];
  return words.some(word => word.toLowerCase().startsWith(wanted));
}

function picked(context: JiraContext, call: RestCall): Record<string, unknown> {
  const query = call.query.get('query') ?? '';
  const mayBrowse = can(context, call.identity, 'USER_PICKER');
  const people = context.records.users.filter(
    user => mayBrowse && user.active && user.accountType === 'atlassian' && matches(user, query),
  );
  const users = people.slice(0, wholeNumber(call.query, 'maxResults', 50)).map(user => ({
    accountId: user.accountId,
    accountType: user.accountType,
    displayName: user.displayName,
    html: user.displayName.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  }));
  return {
    users,
    total: people.length,
    header: `Showing ${String(users.length)} of ${String(people.length)} matching users`,
  };
}

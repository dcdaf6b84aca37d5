/** Looking people up. Inactive accounts are known and shown as such; only pickers leave them out. */
import type { JiraContext } from '../context.ts';
import type { User } from '../model.ts';
import { can, groupsOf } from '../permissions/permissions.ts';
import { page, PAGE_QUERY } from '../rest/page.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from '../rest/router.ts';
import { userBean } from './user-bean.ts';

const READ = ['read:jira-user'];

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
      query: ['accountId', ...PAGE_QUERY],
      handle: call => ({ status: 200, body: bulk(context, call) }),
    }),
  ];
}

/** The account, with its groups when they are asked for. */
function expanded(context: JiraContext, call: RestCall, accountId: string): Record<string, unknown> {
  const wanted = (call.query.get('expand') ?? '').split(',').filter(name => name !== '');
  const other = wanted.find(name => name !== 'groups');
  if (other !== undefined) throw notModelled(`expand=${other} of a user`);
  const bean = userBean(accountNamed(context, accountId), context);
  const groups = wanted.includes('groups') ? { groups: groupList(context, accountId) } : {};
  return { ...bean, ...groups, expand: 'groups,applicationRoles' };
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

/** Refuses 403 callers who may not browse people. */
export function requireBrowseUsers(context: JiraContext, call: RestCall): void {
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

import type { JiraContext } from '../context.ts';
import type { Group } from '../model.ts';
import { APPLICATION_ROLES, groupNamed, groupsOf } from '../permissions/groups.ts';
import { can } from '../permissions/permissions.ts';
import { userBean } from '../users/user-bean.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, selfOf } from './site-administration.ts';

/** Groups and who is in them, and the products that groups give. */
export function groupRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const browsers = (call: RestCall) => {
    if (!can(context, call.identity, 'USER_PICKER'))
      throw new JiraError(403, 'You may not browse users and groups.');
  };
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/group/bulk',
      scopes: ['read:jira-user'],
      guard: browsers,
      query: [...PAGE_QUERY, 'groupId', 'groupName'],
      handle(call) {
        const ids = valuesOf(call.query, 'groupId');
        const names = valuesOf(call.query, 'groupName');
        const rows = records.groups
          .filter(
            ({ id, name }) =>
              (!ids && !names) || (ids?.includes(id) ?? false) || (names?.includes(name) ?? false),
          )
          .map(({ id, name }) => ({ groupId: id, name }));
        return { status: 200, body: page(call, context.settings.baseUrl, rows) };
      },
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/group/member',
      scopes: ['manage:jira-configuration'],
      guard: browsers,
      query: [...PAGE_QUERY, 'groupname', 'groupId', 'includeInactiveUsers'],
      handle(call) {
        const everyone = call.query.get('includeInactiveUsers') === 'true';
        const members = groupOf(context, call.query).members.flatMap(id => records.users.get(id) ?? []);
        const rows = members.filter(({ active }) => everyone || active).map(user => userBean(user, context));
        return { status: 200, body: page(call, context.settings.baseUrl, rows, { default: 50, most: 50 }) };
      },
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user/groups',
      scopes: ['read:jira-user'],
      guard: browsers,
      query: ['accountId'],
      handle({ query }) {
        const accountId = found(
          records.users.get(query.get('accountId') ?? ''),
          'The user was not found.',
        ).accountId;
        return {
          status: 200,
          body: groupsOf(records, accountId).map(group => groupNameJson(context, group)),
        };
      },
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/applicationrole',
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(context),
      handle: () => ({
        status: 200,
        body: APPLICATION_ROLES.map(role => applicationRoleJson(context, role)),
      }),
    }),
  ];
}

function groupOf({ records }: JiraContext, query: URLSearchParams): Group {
  const id = query.get('groupId');
  const name = query.get('groupname');
  if (id === null && name === null) throw new JiraError(400, 'Give a group id or a group name.');
  return found(
    id === null ? groupNamed(records, name ?? '') : records.groups.get(id),
    'The group was not found.',
  );
}

function groupNameJson(context: JiraContext, { id, name }: Group) {
  return { name, groupId: id, self: selfOf(context, `group?groupId=${id}`) };
}

function applicationRoleJson(
  context: JiraContext,
  { key, name, groups, defaultGroup }: (typeof APPLICATION_ROLES)[number],
) {
  const { records } = context;
  const details = (names: readonly string[]) =>
    names.flatMap(one => groupNamed(records, one) ?? []).map(group => groupNameJson(context, group));
  const members = new Set(groups.flatMap(one => groupNamed(records, one)?.members ?? []));
  const users = [...members].filter(id => records.users.get(id)?.active);
  return {
    key,
    name,
    groups,
    groupDetails: details(groups),
    defaultGroups: [defaultGroup],
    defaultGroupsDetails: details([defaultGroup]),
    selectedByDefault: true,
    defined: true,
    userCount: users.length,
    userCountDescription: `${String(users.length)} users`,
    hasUnlimitedSeats: true,
    platform: false,
  };
}

/** Searching people: for pickers, for assignments, and everyone. */
import type { JiraContext } from '../context.ts';
import type { Project, User } from '../model.ts';
import { issueOf, projectNamed, projectOf } from '../issues/find-issue.ts';
import { can } from '../permissions/permissions.ts';
import { PAGE_QUERY, wholeNumber } from '../rest/page.ts';
import { JiraError, route, type RestCall, type Route } from '../rest/router.ts';
import { userBean } from './user-bean.ts';
import { requireBrowseUsers } from './user-routes.ts';

const READ = ['read:jira-user'];

export function userSearchRoutes(context: JiraContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/users/search',
      scopes: READ,
      query: [...PAGE_QUERY],
      guard: call => {
        requireBrowseUsers(context, call);
      },
      handle: call => listed(context, call, context.records.users.all(), 1000),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user/search',
      scopes: READ,
      query: ['query', 'accountId', ...PAGE_QUERY],
      handle: call => listed(context, call, found(context, call)),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/user/assignable/search',
      scopes: READ,
      query: ['query', 'accountId', 'project', 'issueKey', 'issueId', ...PAGE_QUERY],
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

/** By the beginning of a word of the name or of the address that is shown, in any case. */
function matches(user: User, query: string): boolean {
  const wanted = query.toLowerCase();
  const words = [user.displayName, ...user.displayName.split(/\s+/), user.emailAddress ?? ''];
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

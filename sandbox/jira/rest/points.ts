/**
 * What calls of an app cost of its hourly quota: 1 point, and for reads more by what is read. A write costs 1, in a batch
 * 1 for each. Objects that come inside another, such as the assignee of a work item, are not counted.
 * Source: Jira Cloud, "Rate limiting", "How points work". Which objects an operation counts is published for few of them.
 */
import type { RestRequest, RestResponse } from '../../seams.ts';

const BASE = 1;
/** A work item or a project. */
const CORE = 1;
/** A user, a group, a project role or a permission. */
const IDENTITY = 2;

type Cost = (body: unknown, request: RestRequest) => number;

const one =
  (points: number): Cost =>
  () =>
    points;
/** For each entry of the answer, or of a list in it. */
const each =
  (points: number, list?: string): Cost =>
  body =>
    points * sizeOf(list === undefined ? body : memberOf(body, list));

/** What reads cost on top, by operation; those left out read nothing that counts. */
const READS: Readonly<Record<string, Cost>> = {
  'GET /rest/api/3/issue/{issueIdOrKey}': one(CORE),
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': one(CORE),
  'GET /rest/api/3/issue/{issueIdOrKey}/comment': one(CORE),
  'GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}': one(CORE),
  'GET /rest/api/3/issue/{issueIdOrKey}/editmeta': one(CORE),
  'GET /rest/api/3/issue/{issueIdOrKey}/properties': one(CORE),
  'GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': one(CORE),
  'GET /rest/api/3/issue/{issueIdOrKey}/transitions': one(CORE),
  'POST /rest/api/3/issue/bulkfetch': each(CORE, 'issues'),
  'POST /rest/api/3/changelog/bulkfetch': each(CORE, 'issueChangeLogs'),
  'GET /rest/api/3/attachment/{id}': one(CORE),
  'GET /rest/api/3/attachment/content/{id}': one(CORE),
  'GET /rest/api/3/search/jql': each(CORE, 'issues'),
  'POST /rest/api/3/search/jql': each(CORE, 'issues'),
  'POST /rest/api/3/expression/evaluate': evaluated,
  'GET /rest/api/3/project/{projectIdOrKey}': one(CORE),
  'GET /rest/api/3/project/search': each(CORE, 'values'),
  'GET /rest/api/3/myself': one(IDENTITY),
  'GET /rest/api/3/user': one(IDENTITY),
  'GET /rest/api/3/user/bulk': each(IDENTITY, 'values'),
  'GET /rest/api/3/users/search': each(IDENTITY),
  'GET /rest/api/3/user/search': each(IDENTITY),
  'GET /rest/api/3/user/assignable/search': each(IDENTITY),
  'GET /rest/api/3/user/picker': each(IDENTITY, 'users'),
  'GET /rest/api/3/user/groups': each(IDENTITY),
  'GET /rest/api/3/group/bulk': each(IDENTITY, 'values'),
  'GET /rest/api/3/group/member': each(IDENTITY, 'values'),
  'GET /rest/api/3/role': each(IDENTITY),
  'GET /rest/api/3/role/{id}': one(IDENTITY),
  'GET /rest/api/3/permissions': each(IDENTITY, 'permissions'),
  'GET /rest/api/3/mypermissions': each(IDENTITY, 'permissions'),
  'POST /rest/api/3/permissions/check': checked,
  'GET /rest/api/3/permissionscheme/{schemeId}': each(IDENTITY, 'permissions'),
  'GET /rest/api/3/permissionscheme/{schemeId}/permission': each(IDENTITY, 'permissions'),
  'GET /rest/api/3/permissionscheme/{schemeId}/permission/{permissionId}': one(IDENTITY),
  'GET /rest/api/3/project/{projectKeyOrId}/permissionscheme': each(IDENTITY, 'permissions'),
};

/** The operations that cost more than 1 point. */
export const COUNTED_OPERATIONS = [...Object.keys(READS), 'POST /rest/api/3/issue/bulk'];

/** The points of an answered call. One that is refused costs 1. */
export function pointsOf(
  { method, path }: { method: string; path: string },
  request: RestRequest,
  { status, body }: RestResponse,
): number {
  const operation = `${method} ${path}`;
  if (operation === 'POST /rest/api/3/issue/bulk')
    return Math.max(BASE, sizeOf(memberOf(request.body, 'issueUpdates')));
  return BASE + (status < 300 ? (READS[operation]?.(body, request) ?? 0) : 0);
}

/** The work item and the project that the expression is given. */
function evaluated(_body: unknown, request: RestRequest): number {
  const context = memberOf(request.body, 'context');
  return ['issue', 'project'].filter(name => memberOf(context, name) !== undefined).length * CORE;
}

/** Each permission that is asked about, for each place where it is. */
function checked(_body: unknown, request: RestRequest): number {
  const places = listOf(memberOf(request.body, 'projectPermissions')).map(
    asked =>
      sizeOf(memberOf(asked, 'permissions')) *
      (sizeOf(memberOf(asked, 'projects')) + sizeOf(memberOf(asked, 'issues'))),
  );
  const global = sizeOf(memberOf(request.body, 'globalPermissions'));
  return IDENTITY * places.reduce((sum, count) => sum + count, global);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** How many entries a list or an object has; 0 for anything else. */
function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

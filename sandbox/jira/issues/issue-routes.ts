/** Routes that create, read, edit, assign and delete work items. */
import * as z from 'zod';
import type { RestResponse } from '../../seams.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from '../rest/router.ts';
import type { Issue } from '../model.ts';
import { issueOfCall, READ, signedIn, WRITE, writing } from './call.ts';
import { createIssue } from './create-issue.ts';
import { deleteIssue } from './delete-issue.ts';
import { assignIssue, editIssue } from './edit-issue.ts';
import { isJiraAdministrator } from '../permissions/permissions.ts';
import { canBrowse, lookUp, projectOf } from './find-issue.ts';
import { HISTORIES_OF_MANY, issueBean } from './issue-bean.ts';
import { expansionsOf, shownFields } from './requested-fields.ts';
import { updateRequest, type UpdateRequest } from './update-request.ts';
import { defaultAssignee } from './assignee.ts';
import type { WorkItemSite } from './work-item-site.ts';

export function workItemRoutes(site: WorkItemSite): Route[] {
  return [...creationRoutes(site), ...readingRoutes(site), ...changingRoutes(site)];
}

function creationRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/issue',
      scopes: WRITE,
      query: ['updateHistory'],
      body: updateRequest,
      handle: async call => {
        const issue = await createIssue(site, signedIn(call), call.body);
        return { status: 201, body: createdBean(site, issue) };
      },
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/issue/bulk',
      scopes: WRITE,
      body: z.strictObject({ issueUpdates: z.array(updateRequest).min(1).max(50) }),
      handle: call => createMany(site, signedIn(call), call.body.issueUpdates),
    }),
  ];
}

/** Creates those that can be, one after the other, and says of the others why not. */
async function createMany(
  site: WorkItemSite,
  identity: ReturnType<typeof signedIn>,
  requests: readonly UpdateRequest[],
): Promise<RestResponse> {
  const issues: Record<string, unknown>[] = [];
  const errors: Record<string, unknown>[] = [];
  for (const [failedElementNumber, request] of requests.entries()) {
    try {
      issues.push(createdBean(site, await createIssue(site, identity, request)));
    } catch (error) {
      if (!(error instanceof JiraError) || error.status === 501) throw error;
      const { status, errorMessages, errors: byField } = error;
      errors.push({ status, elementErrors: { errorMessages, errors: byField }, failedElementNumber });
    }
  }
  return { status: issues.length > 0 ? 201 : 400, body: { issues, errors } };
}

function createdBean({ settings }: WorkItemSite, { id, key }: Issue): Record<string, unknown> {
  return { id, key, self: `${settings.baseUrl}/rest/api/3/issue/${id}` };
}

function readingRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/issue/{issueIdOrKey}',
      scopes: READ,
      query: ['fields', 'fieldsByKeys', 'expand', 'properties', 'updateHistory', 'failFast'],
      handle: call => ({ status: 200, body: viewed(site, call) }),
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/issue/bulkfetch',
      scopes: READ,
      body: bulkFetch,
      handle: call => ({ status: 200, body: fetched(site, call) }),
    }),
  ];
}

function viewed(site: WorkItemSite, call: RestCall): Record<string, unknown> {
  const { query, identity } = call;
  const byKeys = query.get('fieldsByKeys') === 'true';
  return issueBean(site, issueOfCall(site, call), {
    shown: shownFields(site.records, query.getAll('fields'), '*all', byKeys),
    expand: expansionsOf(query.getAll('expand')),
    properties: query.getAll('properties'),
    identity,
  });
}

const bulkFetch = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(100),
  fields: z.array(z.string()).default(['*navigable']),
  fieldsByKeys: z.boolean().default(false),
  expand: z.array(z.string()).default([]),
  properties: z.array(z.string()).max(5).default([]),
});

function fetched(site: WorkItemSite, call: RestCall<z.infer<typeof bulkFetch>>): Record<string, unknown> {
  const { issueIdsOrKeys, fields, fieldsByKeys, expand, properties } = call.body;
  const view = {
    shown: shownFields(site.records, fields, '*all', fieldsByKeys),
    expand: expansionsOf(expand),
    properties,
    identity: call.identity,
    histories: HISTORIES_OF_MANY,
  };
  const found = new Map<string, Issue>();
  const issueErrors: { id: string; errorMessage: string }[] = [];
  for (const idOrKey of issueIdsOrKeys) {
    const issue = lookUp(site, idOrKey);
    if (issue && canBrowse(site, call.identity, issue)) found.set(issue.id, issue);
    else
      issueErrors.push({
        id: idOrKey,
        errorMessage: 'Issue not found or you do not have permission to see it.',
      });
  }
  const issues = [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
  return { issues: issues.map(issue => issueBean(site, issue, view)), issueErrors };
}

function changingRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/rest/api/3/issue/{issueIdOrKey}',
      scopes: WRITE,
      query: ['notifyUsers', 'returnIssue', 'overrideScreenSecurity', 'overrideEditableFlag'],
      body: updateRequest,
      handle: call => {
        const inAnyStatus = overridesStatus(site, call);
        return writing(site, call, (issue, identity) => {
          editIssue(site, identity, issue, call.body, inAnyStatus);
          return call.query.get('returnIssue') === 'true'
            ? { status: 200, body: viewed(site, call) }
            : { status: 204 };
        });
      },
    }),
    route({
      method: 'PUT',
      path: '/rest/api/3/issue/{issueIdOrKey}/assignee',
      scopes: WRITE,
      body: z.object({ accountId: z.string().nullable() }),
      handle: call =>
        writing(site, call, (issue, identity) => {
          const { accountId } = call.body;
          assignIssue(
            site,
            identity,
            issue,
            accountId === '-1' ? defaultAssignee(projectOf(site, issue)) : accountId,
          );
          return { status: 204 };
        }),
    }),
    route({
      method: 'DELETE',
      path: '/rest/api/3/issue/{issueIdOrKey}',
      scopes: WRITE,
      query: ['deleteSubtasks'],
      handle: call =>
        writing(site, call, (issue, identity) => {
          deleteIssue(site, identity, issue);
          return { status: 204 };
        }),
    }),
  ];
}

/**
 * Whether the edit is made although the status lets no one: apps may ask for that, as themselves or for an administrator.
 * Source: the official description, "Edit issue", overrideEditableFlag.
 */
function overridesStatus(site: WorkItemSite, { query, identity, request }: RestCall): boolean {
  const asked = (name: string) => {
    const value = query.get(name) ?? 'false';
    if (value !== 'true' && value !== 'false') throw new JiraError(400, `${name} must be true or false.`);
    return value === 'true';
  };
  if (asked('overrideScreenSecurity')) throw notModelled('overrideScreenSecurity');
  if (!asked('overrideEditableFlag')) return false;
  const isApp = identity.kind === 'app' || request.scopes !== undefined;
  if (isApp && isJiraAdministrator(site, identity)) return true;
  throw new JiraError(
    403,
    'Only apps with the permission to administer Jira can override the editable flag.',
  );
}

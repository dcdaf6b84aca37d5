/** Routes of the entity properties of work items. Anyone who may edit the work item may write any of them. */
import * as z from 'zod';
import type { Identity } from '../../seams.ts';
import type { Issue } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError, route, type RestCall, type Route } from '../rest/router.ts';
import { issueOfCall, READ, WRITE, writing } from './call.ts';
import { store } from './commit.ts';
import { projectOf } from './find-issue.ts';
import type { WorkItemSite } from './work-item-site.ts';

const PROPERTIES = '/rest/api/3/issue/{issueIdOrKey}/properties';
const LONGEST_VALUE = 32_768;

export function propertyRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'GET',
      path: PROPERTIES,
      scopes: READ,
      handle: call => {
        const issue = issueOfCall(site, call);
        const self = `${site.settings.baseUrl}/rest/api/3/issue/${issue.id}/properties`;
        const keys = Object.keys(issue.properties).map(key => ({ self: `${self}/${key}`, key }));
        return { status: 200, body: { keys } };
      },
    }),
    route({
      method: 'GET',
      path: `${PROPERTIES}/{propertyKey}`,
      scopes: READ,
      handle: call => {
        const issue = issueOfCall(site, call);
        const key = keyOf(issue, call);
        return { status: 200, body: { key, value: issue.properties[key] } };
      },
    }),
    ...writingRoutes(site),
  ];
}

function writingRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'PUT',
      path: `${PROPERTIES}/{propertyKey}`,
      scopes: WRITE,
      body: z.unknown(),
      handle: call =>
        writing(site, call, (issue, identity) => {
          refuseUnless(site, identity, issue);
          const key = call.param('propertyKey');
          const known = Object.hasOwn(issue.properties, key);
          refuseLong(key, call.body);
          store(site, issue, { ...issue, properties: { ...issue.properties, [key]: call.body } });
          return { status: known ? 200 : 201, body: {} };
        }),
    }),
    route({
      method: 'DELETE',
      path: `${PROPERTIES}/{propertyKey}`,
      scopes: WRITE,
      handle: call =>
        writing(site, call, (issue, identity) => {
          refuseUnless(site, identity, issue);
          const gone = keyOf(issue, call);
          const kept = Object.entries(issue.properties).filter(([key]) => key !== gone);
          store(site, issue, { ...issue, properties: Object.fromEntries(kept) });
          return { status: 204 };
        }),
    }),
  ];
}

function keyOf(issue: Issue, call: RestCall): string {
  const key = call.param('propertyKey');
  if (Object.hasOwn(issue.properties, key)) return key;
  throw new JiraError(404, `The property with key '${key}' does not exist.`);
}

function refuseUnless(site: WorkItemSite, identity: Identity, issue: Issue): void {
  if (can(site, identity, 'EDIT_ISSUES', projectOf(site, issue), issue)) return;
  throw new JiraError(403, `You do not have permission to edit issue ${issue.key}.`);
}

function refuseLong(key: string, value: unknown): void {
  if (key.length > 255) throw new JiraError(400, 'The key of a property can have up to 255 characters.');
  if (JSON.stringify(value).length <= LONGEST_VALUE) return;
  throw new JiraError(400, `The value of a property can have up to ${String(LONGEST_VALUE)} characters.`);
}

/** Routes by which an app writes the fields of its own manifest; no one else may, and people can't. */
import * as z from 'zod';
import type { Identity, RestResponse } from '../../seams.ts';
import type { Field, Issue } from '../model.ts';
import { JiraError, route, type RestCall, type Route } from '../rest/router.ts';
import { signedIn } from './call.ts';
import { commit, type CommitOptions } from './commit.ts';
import { fieldOf } from './field-set.ts';
import { applies } from './fields/contexts.ts';
import { FieldRefusal, isEmpty } from './fields/field-type.ts';
import { isAppField, typeOf } from './fields/types-by-key.ts';
import type { WorkItemSite } from './work-item-site.ts';

const FLAGS = ['generateChangelog', 'generateAppEvents'] as const;
const update = z.strictObject({ issueIds: z.array(z.number().int()).min(1), value: z.unknown() });
const oneField = z.strictObject({ updates: z.array(update).min(1) });
const manyFields = z.strictObject({
  updates: z.array(update.extend({ customField: z.string() })).min(1),
});

/** One value to be written to one work item. */
interface Write {
  field: Field;
  issue: Issue;
  value: unknown;
}

export function appFieldRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/rest/api/3/app/field/{fieldIdOrKey}/value',
      scopes: [],
      query: FLAGS,
      body: oneField,
      handle: call => {
        const customField = call.param('fieldIdOrKey');
        return writeValues(
          site,
          call,
          call.body.updates.map(one => ({ ...one, customField })),
        );
      },
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/app/field/value',
      scopes: [],
      query: FLAGS,
      body: manyFields,
      handle: call => writeValues(site, call, call.body.updates),
    }),
  ];
}

/** Writes all of the values or, when one is refused, none. */
function writeValues(
  site: WorkItemSite,
  call: RestCall,
  updates: z.infer<typeof manyFields>['updates'],
): RestResponse {
  const identity = signedIn(call);
  const writes = updates.flatMap(({ customField, issueIds, value }) => {
    const field = ownField(site, identity, customField);
    return issueIds.map(id => checkedWrite(site, field, String(id), value));
  });
  refuseTwice(writes);
  const issueIds = [...new Set(writes.map(({ issue }) => issue.id))];
  const tooMany = site.writes.spend(issueIds, site.clock.now());
  if (tooMany) return tooMany;
  for (const issueId of issueIds) {
    const values = writes.filter(({ issue }) => issue.id === issueId);
    const change = {
      actor: identity.accountId,
      values: new Map(values.map(({ field, value }) => [field.id, value])),
    };
    commit(site, issueId, change, optionsOf(call));
  }
  return { status: 204 };
}

/** The field, if the caller is the app that declares it. */
function ownField(site: WorkItemSite, identity: Identity, idOrKey: string): Field {
  const field = fieldOf(site, idOrKey);
  if (!field) throw new JiraError(404, `The field ${idOrKey} was not found.`);
  const app = site.app();
  const isOwn = app !== undefined && field.key?.startsWith(`${app.appId}__${app.environmentId}__`);
  if (identity.kind === 'app' && identity.accountId === app?.accountId && isOwn === true) return field;
  throw new JiraError(
    403,
    `Only the app that provides the field ${idOrKey} may write its values, as itself.`,
  );
}

function checkedWrite(site: WorkItemSite, field: Field, issueId: string, value: unknown): Write {
  const issue = site.records.issues.get(issueId);
  if (!issue) throw new JiraError(400, `The work item ${issueId} does not exist.`);
  if (!applies(site, field, issue, isAppField(field))) {
    throw new JiraError(400, `The field ${field.id} has no place on the work item ${issue.key}.`);
  }
  if (value === undefined) throw new JiraError(400, 'The value is missing.');
  try {
    const read = value === null ? null : typeOf(field).read(value, field, site, issue);
    return { field, issue, value: isEmpty(read) ? null : read };
  } catch (error) {
    if (error instanceof FieldRefusal) throw new JiraError(400, [], { [field.id]: error.message });
    throw error;
  }
}

function refuseTwice(writes: readonly Write[]): void {
  const pairs = writes.map(({ field, issue }) => `${field.id} of ${issue.key}`);
  const twice = pairs.find((pair, index) => pairs.indexOf(pair) !== index);
  if (twice !== undefined) throw new JiraError(400, `The request writes ${twice} more than once.`);
}

function optionsOf({ query }: RestCall): CommitOptions {
  return {
    changelog: query.get('generateChangelog') !== 'false',
    events: query.get('generateAppEvents') !== 'false',
  };
}

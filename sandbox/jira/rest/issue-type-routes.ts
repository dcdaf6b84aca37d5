import * as z from 'zod';
import { DEFAULTS } from '../admin/seed.ts';
import type { JiraContext } from '../context.ts';
import type { IssueType } from '../model.ts';
import { issueTypeBean } from '../issues/place-beans.ts';
import { can, isJiraAdministrator } from '../permissions/permissions.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, nameIsTaken } from './site-administration.ts';

const NAME = z
  .string()
  .trim()
  .min(1, 'You must specify a name.')
  .max(60, 'The name must be at most 60 characters.');

const CREATE = z.strictObject({
  name: NAME,
  description: z.string().optional(),
  type: z.enum(['subtask', 'standard']).optional(),
  hierarchyLevel: z.union([z.literal(0), z.literal(-1)]).optional(),
});

const UPDATE = z.strictObject({ name: NAME.optional(), description: z.string().optional() });

/** Work types, which REST calls issue types. */
export function issueTypeRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/issuetype';
  const administer = { scopes: ['manage:jira-configuration'], guard: administratorsOnly(context) };
  return [
    route({
      method: 'GET',
      path,
      scopes: ['read:jira-work'],
      handle: call => ({
        status: 200,
        body: visible(context, call).map(type => issueTypeBean(context, type)),
      }),
    }),
    route({
      method: 'GET',
      path: `${path}/{id}`,
      scopes: ['read:jira-work'],
      handle: call => ({ status: 200, body: issueTypeBean(context, issueTypeOf(context, call)) }),
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: issueTypeBean(context, create(context, body)) }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{id}`,
      ...administer,
      body: UPDATE,
      handle(call) {
        const type = issueTypeOf(context, call);
        const { name = type.name, description = type.description } = call.body;
        refuseTakenName(context, name, type.id);
        return {
          status: 200,
          body: issueTypeBean(context, records.issueTypes.put({ ...type, name, description })),
        };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{id}`,
      ...administer,
      handle(call) {
        remove(context, issueTypeOf(context, call));
        return { status: 204 };
      },
    }),
  ];
}

/** Administrators see all work types, others those of the spaces that they can browse. */
function visible(context: JiraContext, call: RestCall): IssueType[] {
  const { records } = context;
  if (isJiraAdministrator(context, call.identity)) return records.issueTypes.all();
  const projects = records.projects.filter(project =>
    can(context, call.identity, 'BROWSE_PROJECTS', project),
  );
  const schemes = projects.map(project => records.issueTypeSchemes.get(project.issueTypeSchemeId));
  const ids = new Set(schemes.flatMap(scheme => scheme?.issueTypeIds ?? []));
  return records.issueTypes.filter(({ id }) => ids.has(id));
}

function issueTypeOf(context: JiraContext, call: RestCall): IssueType {
  const id = call.param('id');
  return found(context.records.issueTypes.get(id), `The issue type with id ${id} could not be found.`);
}

function refuseTakenName(context: JiraContext, name: string, exceptId?: string): void {
  if (!nameIsTaken(context.records.issueTypes, name, exceptId)) return;
  throw new JiraError(409, [], { name: 'An issue type with this name already exists.' });
}

function create(context: JiraContext, body: z.infer<typeof CREATE>): IssueType {
  const { records, store } = context;
  refuseTakenName(context, body.name);
  const subtask = body.type === 'subtask' || body.hierarchyLevel === -1;
  const type = records.issueTypes.put({
    id: store.nextId('issueType'),
    name: body.name,
    description: body.description ?? '',
    hierarchyLevel: subtask ? -1 : 0,
  });
  const scheme = records.issueTypeSchemes.get(DEFAULTS.issueTypeScheme);
  if (scheme) records.issueTypeSchemes.put({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, type.id] });
  return type;
}

function remove({ records }: JiraContext, { id }: IssueType): void {
  if (records.issues.find(({ issueTypeId }) => issueTypeId === id)) {
    throw notModelled('DELETE /rest/api/3/issuetype/{id} of a work type that has work items');
  }
  for (const scheme of records.issueTypeSchemes.filter(({ issueTypeIds }) => issueTypeIds.includes(id))) {
    const { defaultIssueTypeId, ...rest } = scheme;
    records.issueTypeSchemes.put({
      ...rest,
      issueTypeIds: scheme.issueTypeIds.filter(one => one !== id),
      ...(defaultIssueTypeId === undefined || defaultIssueTypeId === id ? {} : { defaultIssueTypeId }),
    });
  }
  for (const scheme of records.issueTypeScreenSchemes.filter(({ mappings }) =>
    mappings.some(one => one.issueTypeId === id),
  )) {
    records.issueTypeScreenSchemes.put({
      ...scheme,
      mappings: scheme.mappings.filter(one => one.issueTypeId !== id),
    });
  }
  for (const scheme of records.workflowSchemes.filter(({ issueTypeMappings }) => id in issueTypeMappings)) {
    const kept = Object.entries(scheme.issueTypeMappings).filter(([one]) => one !== id);
    records.workflowSchemes.put({ ...scheme, issueTypeMappings: Object.fromEntries(kept) });
  }
  records.issueTypes.remove(id);
}

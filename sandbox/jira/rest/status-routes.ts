import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { Status, StatusCategory } from '../model.ts';
import { statusBean } from '../workflow/status-bean.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, notModelled, route, type Route } from './router.ts';
import { administratorsOnly, nameContains, nameIsTaken } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
const CATEGORY = z.enum(['TODO', 'IN_PROGRESS', 'DONE']);

const CREATE = z.strictObject({
  scope: z.strictObject({
    type: z.enum(['PROJECT', 'GLOBAL']),
    project: z.strictObject({ id: z.string() }).optional(),
  }),
  statuses: z
    .array(z.strictObject({ name: NAME, statusCategory: CATEGORY, description: z.string().optional() }))
    .min(1),
});

const UPDATE = z.strictObject({
  statuses: z
    .array(
      z.strictObject({
        id: z.string(),
        name: NAME,
        statusCategory: CATEGORY,
        description: z.string().optional(),
      }),
    )
    .min(1),
});

/** Statuses of the whole site; those of a team-managed space are not modelled. */
export function statusRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/statuses';
  const administer = { path, scopes: ['manage:jira-configuration'], guard: administratorsOnly(context, 401) };
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/status',
      scopes: ['read:jira-work'],
      handle: () => ({
        status: 200,
        body: activeStatuses(context).map(status => statusBean(context, status)),
      }),
    }),
    route({
      method: 'GET',
      ...administer,
      query: ['id'],
      handle({ query }) {
        return { status: 200, body: namedStatuses(context, query).map(statusJson) };
      },
    }),
    route({
      method: 'POST',
      ...administer,
      body: CREATE,
      handle({ body }) {
        if (body.scope.type === 'PROJECT') throw notModelled('statuses of a team-managed space');
        refuseTakenNames(context, body.statuses);
        return { status: 200, body: body.statuses.map(status => statusJson(createStatus(context, status))) };
      },
    }),
    route({
      method: 'PUT',
      ...administer,
      body: UPDATE,
      handle({ body }) {
        const changed = body.statuses.map(({ description, ...given }) => {
          const status = knownStatus(context, given.id);
          return { ...status, ...given, description: description ?? status.description };
        });
        refuseTakenNames(context, changed);
        for (const status of changed) records.statuses.put(status);
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      ...administer,
      query: ['id'],
      handle({ query }) {
        const statuses = namedStatuses(context, query);
        for (const status of statuses) refuseInUse(context, status);
        for (const { id } of statuses) records.statuses.remove(id);
        return { status: 204 };
      },
    }),
    route({
      ...administer,
      method: 'GET',
      path: `${path}/search`,
      query: [...PAGE_QUERY, 'searchString', 'statusCategory'],
      handle(call) {
        const category = call.query.get('statusCategory');
        const rows = records.statuses.filter(
          ({ name, statusCategory }) =>
            nameContains(name, call.query.get('searchString')) &&
            (category === null || statusCategory === category),
        );
        const listed = page(call, context.settings.baseUrl, rows, { default: 200, most: 200 });
        return { status: 200, body: { ...listed, values: listed.values.map(statusJson) } };
      },
    }),
  ];
}

/** A status as the newer operations show it. */
export function statusJson({ id, name, description, statusCategory }: Status) {
  return { id, name, description, statusCategory, scope: { type: 'GLOBAL' } };
}

/** Its name must have been found free. */
function createStatus(
  { records, store }: JiraContext,
  {
    name,
    statusCategory,
    description,
  }: { name: string; statusCategory: StatusCategory; description?: string | undefined },
): Status {
  return records.statuses.put({
    id: store.nextId('status'),
    name,
    statusCategory,
    description: description ?? '',
  });
}

/** The statuses of the workflows that some space uses. */
function activeStatuses({ records }: JiraContext): Status[] {
  const schemes = records.projects
    .all()
    .map(project => records.workflowSchemes.get(project.workflowSchemeId));
  const names = new Set(
    schemes.flatMap(scheme =>
      scheme ? [scheme.defaultWorkflow, ...Object.values(scheme.issueTypeMappings)] : [],
    ),
  );
  const workflows = records.workflows.filter(({ name }) => names.has(name));
  const ids = new Set(workflows.flatMap(({ statuses }) => statuses.map(({ statusId }) => statusId)));
  return records.statuses.filter(({ id }) => ids.has(id));
}

function namedStatuses(context: JiraContext, query: URLSearchParams): Status[] {
  const ids = valuesOf(query, 'id');
  if (!ids || ids.length > 50) throw new JiraError(400, 'Give between 1 and 50 status ids.');
  return ids.map(id => knownStatus(context, id));
}

function knownStatus({ records }: JiraContext, id: string): Status {
  const status = records.statuses.get(id);
  if (!status) throw new JiraError(400, `The status with id ${id} does not exist.`);
  return status;
}

function refuseTakenNames(
  { records }: JiraContext,
  statuses: readonly { id?: string; name: string }[],
): void {
  const names = statuses.map(({ name }) => name.toLowerCase());
  for (const { id, name } of statuses) {
    const twice = names.filter(one => one === name.toLowerCase()).length > 1;
    if (twice || nameIsTaken(records.statuses, name, id)) {
      throw new JiraError(400, `The status name must be unique, and '${name}' is in use.`);
    }
  }
}

function refuseInUse({ records }: JiraContext, { id, name }: Status): void {
  const workflow = records.workflows.find(({ statuses }) => statuses.some(({ statusId }) => statusId === id));
  if (workflow)
    throw new JiraError(400, `The status '${name}' is in use by the workflow '${workflow.name}'.`);
}

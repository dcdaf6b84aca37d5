import * as z from 'zod';
import { DEFAULTS } from '../admin/seed.ts';
import type { JiraContext } from '../context.ts';
import type { IssueTypeScheme } from '../model.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, nameContains, nameIsTaken, ordered } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
const DESCRIPTION = z.string().max(4000, 'The description is too long, maxSize=4000').optional();
const IDS = z.array(z.string()).min(1, 'The issue type IDs are required.');

const CREATE = z.strictObject({
  name: NAME,
  description: DESCRIPTION,
  issueTypeIds: IDS,
  defaultIssueTypeId: z.string().optional(),
});
const UPDATE = CREATE.omit({ issueTypeIds: true }).partial();
const ADD = z.strictObject({ issueTypeIds: IDS });

/** Work type schemes: which work types a space has. */
export function issueTypeSchemeRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/issuetypescheme';
  const administer = issueTypeSchemeAdministration(context);
  return [
    route({
      method: 'GET',
      path,
      ...administer,
      query: [...PAGE_QUERY, 'id', 'orderBy', 'queryString'],
      handle(call) {
        const ids = valuesOf(call.query, 'id');
        const rows = records.issueTypeSchemes.filter(
          ({ id, name }) => (ids?.includes(id) ?? true) && nameContains(name, call.query.get('queryString')),
        );
        const listed = page(call, context.settings.baseUrl, ordered(rows, call.query.get('orderBy'), 'id'));
        return { status: 200, body: { ...listed, values: listed.values.map(issueTypeSchemeJson) } };
      },
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: { issueTypeSchemeId: create(context, body).id } }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{issueTypeSchemeId}`,
      ...administer,
      body: UPDATE,
      handle(call) {
        update(context, schemeOf(context, call), call.body);
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{issueTypeSchemeId}`,
      ...administer,
      handle(call) {
        const { id } = schemeOf(context, call);
        if (id === DEFAULTS.issueTypeScheme)
          throw new JiraError(400, 'The default issue type scheme cannot be deleted.');
        for (const project of records.projects.filter(one => one.issueTypeSchemeId === id)) {
          records.projects.put({ ...project, issueTypeSchemeId: DEFAULTS.issueTypeScheme });
        }
        records.issueTypeSchemes.remove(id);
        return { status: 204 };
      },
    }),
    route({
      method: 'PUT',
      path: `${path}/{issueTypeSchemeId}/issuetype`,
      ...administer,
      body: ADD,
      handle(call) {
        addIssueTypes(context, schemeOf(context, call), call.body.issueTypeIds);
        return { status: 204 };
      },
    }),
  ];
}

/** What every operation on work type schemes has in common. */
export function issueTypeSchemeAdministration(context: JiraContext) {
  return {
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 403, 'Only Jira administrators can access issue type schemes.'),
  };
}

function schemeOf(context: JiraContext, call: RestCall): IssueTypeScheme {
  const id = call.param('issueTypeSchemeId');
  return found(context.records.issueTypeSchemes.get(id), 'The issue type scheme was not found.');
}

/** A work type scheme as REST shows it. */
export function issueTypeSchemeJson({ id, name, description, defaultIssueTypeId }: IssueTypeScheme) {
  const isDefault = id === DEFAULTS.issueTypeScheme;
  return {
    id,
    name,
    description,
    ...(defaultIssueTypeId === undefined ? {} : { defaultIssueTypeId }),
    ...(isDefault ? { isDefault } : {}),
  };
}

function create(context: JiraContext, body: z.infer<typeof CREATE>): IssueTypeScheme {
  refuseTakenName(context, body.name, 409);
  const issueTypeIds = checked(context, body.issueTypeIds, 400);
  return context.records.issueTypeSchemes.put({
    id: context.store.nextId('issueTypeScheme'),
    name: body.name,
    description: body.description ?? '',
    ...defaultType(body.defaultIssueTypeId, issueTypeIds),
    issueTypeIds,
  });
}

function update(context: JiraContext, scheme: IssueTypeScheme, body: z.infer<typeof UPDATE>): void {
  const { name = scheme.name, description = scheme.description } = body;
  refuseTakenName(context, name, 400, scheme.id);
  const standard = defaultType(body.defaultIssueTypeId, scheme.issueTypeIds);
  context.records.issueTypeSchemes.put({ ...scheme, name, description, ...standard });
}

function addIssueTypes(context: JiraContext, scheme: IssueTypeScheme, ids: string[]): void {
  const added = checked(context, ids, 404);
  const present = added.filter(id => scheme.issueTypeIds.includes(id));
  if (present.length > 0) {
    throw new JiraError(
      400,
      `These issue types were not added because they are already present in the issue type scheme: ${present.join(', ')}`,
    );
  }
  context.records.issueTypeSchemes.put({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, ...added] });
}

/**
 * The ids, once each is a known work type given once.
 * @param unknownStatus - 400 in a creation, for which no 404 is described
 */
function checked({ records }: JiraContext, ids: string[], unknownStatus: 400 | 404): string[] {
  const unknown = ids.filter(id => !records.issueTypes.get(id));
  if (unknown.length > 0)
    throw new JiraError(unknownStatus, `These issue types were not found: ${unknown.join(', ')}`);
  if (new Set(ids).size < ids.length) throw new JiraError(400, 'The issue type IDs must be unique.');
  return ids;
}

function defaultType(
  id: string | undefined,
  issueTypeIds: readonly string[],
): { defaultIssueTypeId?: string } {
  if (id === undefined) return {};
  if (!issueTypeIds.includes(id)) {
    throw new JiraError(400, 'The default issue type ID has to be present in issue type IDs list.');
  }
  return { defaultIssueTypeId: id };
}

function refuseTakenName({ records }: JiraContext, name: string, status: 400 | 409, exceptId?: string): void {
  if (nameIsTaken(records.issueTypeSchemes, name, exceptId))
    throw new JiraError(status, 'The name is used by another scheme.');
}

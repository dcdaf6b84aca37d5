import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { IssueTypeScreenScheme } from '../model.ts';
import { DEFAULTS } from '../admin/seed.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, nameContains, nameIsTaken, ordered } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
const DESCRIPTION = z.string().max(255, 'The description is too long, maxSize=255').optional();
const MAPPINGS = z.array(z.strictObject({ issueTypeId: z.string(), screenSchemeId: z.string() })).min(1);

const CREATE = z.strictObject({ name: NAME, description: DESCRIPTION, issueTypeMappings: MAPPINGS });
const UPDATE = z.strictObject({ name: NAME.optional(), description: DESCRIPTION });
const APPEND = z.strictObject({ issueTypeMappings: MAPPINGS });
const STANDARD = z.strictObject({ screenSchemeId: z.string() });

type Mapping = IssueTypeScreenScheme['mappings'][number];

/** Work type screen schemes: which screen scheme serves which work type of a space. */
export function issueTypeScreenSchemeRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/issuetypescreenscheme';
  const administer = issueTypeScreenSchemeAdministration(context);
  return [
    route({
      method: 'GET',
      path,
      ...administer,
      query: [...PAGE_QUERY, 'id', 'queryString', 'orderBy'],
      handle(call) {
        const ids = valuesOf(call.query, 'id');
        const rows = records.issueTypeScreenSchemes.filter(
          ({ id, name }) => (ids?.includes(id) ?? true) && nameContains(name, call.query.get('queryString')),
        );
        const listed = page(call, context.settings.baseUrl, ordered(rows, call.query.get('orderBy'), 'id'));
        return { status: 200, body: { ...listed, values: listed.values.map(issueTypeScreenSchemeJson) } };
      },
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: { id: create(context, body).id } }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{issueTypeScreenSchemeId}`,
      ...administer,
      body: UPDATE,
      handle(call) {
        const scheme = schemeOf(context, call);
        const { name = scheme.name, description = scheme.description } = call.body;
        refuseTakenName(context, name, scheme.id);
        records.issueTypeScreenSchemes.put({ ...scheme, name, description });
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{issueTypeScreenSchemeId}`,
      ...administer,
      handle(call) {
        const { id } = schemeOf(context, call);
        const used = records.projects.find(project => project.issueTypeScreenSchemeId === id);
        if (used || id === DEFAULTS.issueTypeScreenScheme) {
          throw new JiraError(
            400,
            'The issue type screen scheme cannot be deleted because it is assigned to one or more projects.',
          );
        }
        records.issueTypeScreenSchemes.remove(id);
        return { status: 204 };
      },
    }),
    ...mappingRoutes(context, path),
  ];
}

/** What every operation on work type screen schemes has in common. */
export function issueTypeScreenSchemeAdministration(context: JiraContext) {
  return {
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 403, 'Only Jira administrators can access issue type screen schemes.'),
  };
}

function mappingRoutes(context: JiraContext, path: string): Route[] {
  const { records } = context;
  const administer = issueTypeScreenSchemeAdministration(context);
  return [
    route({
      method: 'GET',
      path: `${path}/mapping`,
      ...administer,
      query: [...PAGE_QUERY, 'issueTypeScreenSchemeId'],
      handle(call) {
        const ids = valuesOf(call.query, 'issueTypeScreenSchemeId');
        const rows = records.issueTypeScreenSchemes
          .filter(({ id }) => ids?.includes(id) ?? true)
          .flatMap(({ id, mappings }) =>
            mappings.map(mapping => ({ issueTypeScreenSchemeId: id, ...mapping })),
          );
        return { status: 200, body: page(call, context.settings.baseUrl, rows) };
      },
    }),
    route({
      method: 'PUT',
      path: `${path}/{issueTypeScreenSchemeId}/mapping`,
      ...administer,
      body: APPEND,
      handle(call) {
        const scheme = schemeOf(context, call);
        const added = call.body.issueTypeMappings;
        if (added.some(({ issueTypeId }) => issueTypeId === 'default')) {
          throw new JiraError(400, 'A default mapping cannot be added.');
        }
        const kept = scheme.mappings.filter(
          one => !added.some(({ issueTypeId }) => issueTypeId === one.issueTypeId),
        );
        records.issueTypeScreenSchemes.put({ ...scheme, mappings: checked(context, [...kept, ...added]) });
        return { status: 204 };
      },
    }),
    route({
      method: 'PUT',
      path: `${path}/{issueTypeScreenSchemeId}/mapping/default`,
      ...administer,
      body: STANDARD,
      handle(call) {
        const scheme = schemeOf(context, call);
        const others = scheme.mappings.filter(({ issueTypeId }) => issueTypeId !== 'default');
        const standard = { issueTypeId: 'default', screenSchemeId: call.body.screenSchemeId };
        records.issueTypeScreenSchemes.put({ ...scheme, mappings: checked(context, [standard, ...others]) });
        return { status: 204 };
      },
    }),
  ];
}

function schemeOf(context: JiraContext, call: RestCall): IssueTypeScreenScheme {
  const id = call.param('issueTypeScreenSchemeId');
  return found(context.records.issueTypeScreenSchemes.get(id), 'The issue type screen scheme was not found.');
}

/** A work type screen scheme as REST shows it. */
export function issueTypeScreenSchemeJson({ id, name, description }: IssueTypeScreenScheme) {
  return { id, name, description };
}

function create(context: JiraContext, body: z.infer<typeof CREATE>): IssueTypeScreenScheme {
  refuseTakenName(context, body.name);
  if (!body.issueTypeMappings.some(({ issueTypeId }) => issueTypeId === 'default')) {
    throw new JiraError(400, 'A default mapping is required.');
  }
  return context.records.issueTypeScreenSchemes.put({
    id: context.store.nextId('issueTypeScreenScheme'),
    name: body.name,
    description: body.description ?? '',
    mappings: checked(context, body.issueTypeMappings),
  });
}

/** The mappings, once each of their work types and screen schemes is known and no work type is there twice. */
function checked({ records }: JiraContext, mappings: Mapping[]): Mapping[] {
  const types = mappings.map(({ issueTypeId }) => issueTypeId);
  if (new Set(types).size < types.length) {
    throw new JiraError(
      400,
      'One or more issue type IDs are repeated, an issue type ID can only be specified once.',
    );
  }
  if (types.some(id => id !== 'default' && !records.issueTypes.get(id))) {
    throw new JiraError(404, 'One or more issue type IDs were not found.');
  }
  if (mappings.some(({ screenSchemeId }) => !records.screenSchemes.get(screenSchemeId))) {
    throw new JiraError(404, 'One or more screen scheme IDs were not found.');
  }
  return mappings;
}

function refuseTakenName({ records }: JiraContext, name: string, exceptId?: string): void {
  if (nameIsTaken(records.issueTypeScreenSchemes, name, exceptId)) {
    throw new JiraError(400, 'The name is used by another scheme.');
  }
}

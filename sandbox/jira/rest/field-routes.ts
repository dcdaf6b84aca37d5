import * as z from 'zod';
import { customFieldType, searchersOf } from '../admin/custom-field-types.ts';
import { clauseNamesOf, isScreenable } from '../admin/system-fields.ts';
import type { JiraContext } from '../context.ts';
import type { Field } from '../model.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, notModelled, route, type Route } from './router.ts';
import { administratorsOnly, found, nameContains, ordered } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');

const CREATE = z.strictObject({
  name: NAME,
  type: z.string(),
  description: z.string().optional(),
  searcherKey: z.string().optional(),
});

const UPDATE = CREATE.omit({ type: true }).partial();

const EXPANDS = ['key', 'searcherKey', 'screensCount', 'contextsCount', 'isLocked'] as const;
type Expand = (typeof EXPANDS)[number];

/** Fields: the system's, and custom ones. Two custom fields may have the same name, as in Jira. */
export function fieldRoutes(context: JiraContext): Route[] {
  const { records } = context;
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/field',
      scopes: ['read:jira-work'],
      handle: () => ({ status: 200, body: records.fields.all().map(fieldDetailsJson) }),
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/field',
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(context, 400, 'You do not have permission to create custom fields.'),
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: fieldDetailsJson(createField(context, body)) }),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/field/search',
      scopes: ['read:jira-work'],
      guard: administratorsOnly(context, 403, 'Only Jira administrators can access custom fields.'),
      query: [...PAGE_QUERY, 'type', 'id', 'query', 'orderBy', 'expand'],
      handle(call) {
        const expands = expandsOf(call.query);
        const rows = ordered(
          records.fields.filter(matches(call.query)),
          call.query.get('orderBy') ?? 'name',
          'name',
        );
        const listed = page(call, context.settings.baseUrl, rows, { default: 50, most: 50 });
        return {
          status: 200,
          body: { ...listed, values: listed.values.map(row => fieldJson(context, row, expands)) },
        };
      },
    }),
    route({
      method: 'PUT',
      path: '/rest/api/3/field/{fieldId}',
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(context, 403, 'Only Jira administrators can edit custom fields.'),
      body: UPDATE,
      handle(call) {
        const field = customField(context, call.param('fieldId'));
        if (field.key !== undefined) throw notModelled('PUT /rest/api/3/field/{fieldId} of an app’s field');
        const { name = field.name, description = field.description, searcherKey } = call.body;
        const searcher =
          searcherKey === undefined ? {} : { searcherKey: checkedSearcher(field.type, searcherKey) };
        records.fields.put({ ...field, name, description, ...searcher });
        return { status: 204 };
      },
    }),
  ];
}

/** The custom field with that id, or 404. */
export function customField(context: JiraContext, id: string): Field {
  const field = context.records.fields.get(id);
  return found(field?.custom ? field : undefined, 'The custom field was not found.');
}

function fieldDetailsJson(field: Field) {
  return {
    id: field.id,
    key: field.key ?? field.id,
    name: field.name,
    custom: field.custom,
    orderable: isScreenable(field),
    navigable: true,
    searchable: true,
    clauseNames: clauseNamesOf(field),
    schema: field.schema,
  };
}

function fieldJson({ records }: JiraContext, field: Field, expands: ReadonlySet<Expand>) {
  const extras: Record<Expand, () => unknown> = {
    key: () => field.key ?? field.id,
    searcherKey: () => field.searcherKey,
    screensCount: () =>
      records.screens.filter(({ tabs }) => tabs.some(tab => tab.fieldIds.includes(field.id))).length,
    contextsCount: () => records.fieldContexts.filter(({ fieldId }) => fieldId === field.id).length,
    isLocked: () => false,
  };
  const expanded = [...expands].map(name => [name, extras[name]()] as const);
  const { id, name, description, schema } = field;
  return { id, name, description, schema, ...Object.fromEntries(expanded) };
}

function expandsOf(query: URLSearchParams): ReadonlySet<Expand> {
  const asked = (query.get('expand') ?? '').split(',').filter(name => name !== '');
  return new Set(
    asked.map(name => {
      const known = EXPANDS.find(one => one === name);
      if (!known) throw notModelled(`GET /rest/api/3/field/search with expand=${name}`);
      return known;
    }),
  );
}

function matches(query: URLSearchParams): (field: Field) => boolean {
  const types = valuesOf(query, 'type');
  const ids = valuesOf(query, 'id');
  const text = query.get('query');
  return ({ id, name, description, custom }) =>
    (!types || types.includes(custom ? 'custom' : 'system')) &&
    (!ids || ids.includes(id)) &&
    (nameContains(name, text) || nameContains(description, text));
}

/** A custom field with its global context, as Jira makes one. */
function createField({ records, store }: JiraContext, body: z.infer<typeof CREATE>): Field {
  const type = customFieldType(body.type);
  if (!type) throw unknownType(body.type);
  const number = Number(store.nextId('customField'));
  const field = records.fields.put({
    id: `customfield_${String(number)}`,
    name: body.name,
    description: body.description ?? '',
    custom: true,
    type: body.type,
    ...(body.searcherKey === undefined ? {} : { searcherKey: checkedSearcher(body.type, body.searcherKey) }),
    schema: { ...type.schema, custom: body.type, customId: number },
    readOnly: false,
  });
  records.fieldContexts.put({
    id: store.nextId('fieldContext'),
    fieldId: field.id,
    name: `Default Configuration Scheme for ${field.name}`,
    description: 'Default configuration scheme generated by Jira',
    projectIds: [],
    issueTypeIds: [],
  });
  return field;
}

function unknownType(type: string): JiraError {
  const jirasOwn = type.startsWith('com.atlassian.jira.plugin.system.customfieldtypes:');
  return jirasOwn
    ? notModelled(`custom fields of the type ${type}`)
    : new JiraError(400, [], { fieldType: `Unknown custom field type: ${type}` });
}

function checkedSearcher(type: string, searcherKey: string): string {
  if (!searchersOf(type).includes(searcherKey)) {
    throw new JiraError(400, 'searcherKey is invalid for the field type.', {
      searcherKey: 'searcherKey is invalid for the field type.',
    });
  }
  return searcherKey;
}

/** Routes of search. */
import * as z from 'zod';
import { wholeNumber } from '../rest/page.ts';
import { route, type RestCall, type Route } from '../rest/router.ts';
import { READ } from './call.ts';
import { HISTORIES_OF_MANY, issueBean } from './issue-bean.ts';
import { fromToken, toToken } from './page-token.ts';
import { expansionsOf, shownFields, type Expansion, type Shown } from './requested-fields.ts';
import { search } from './search.ts';
import type { WorkItemSite } from './work-item-site.ts';

const MOST_IDS = 5_000;
/** Where fields are asked for, a page has fewer work items. */
const MOST_WITH_FIELDS = 100;

const searchRequest = z.strictObject({
  jql: z.string().default(''),
  nextPageToken: z.string().optional(),
  maxResults: z.number().int().min(0).max(MOST_IDS).default(50),
  fields: z.array(z.string()).default(['id']),
  expand: z.string().default(''),
  properties: z.array(z.string()).max(5).default([]),
  fieldsByKeys: z.boolean().default(false),
  reconcileIssues: z.array(z.number().int()).max(50).default([]),
});
type SearchRequest = z.infer<typeof searchRequest>;

const GET_QUERY = [
  ...['jql', 'nextPageToken', 'maxResults', 'fields', 'expand', 'properties', 'fieldsByKeys'],
  ...['failFast', 'reconcileIssues'],
];

export function searchRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/search/jql',
      scopes: READ,
      body: searchRequest,
      handle: call => ({ status: 200, body: found(site, call, call.body) }),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/search/jql',
      scopes: READ,
      query: GET_QUERY,
      handle: call => ({ status: 200, body: found(site, call, requestOf(call)) }),
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/search/approximate-count',
      scopes: READ,
      body: z.strictObject({ jql: z.string().default('') }),
      handle: call => ({ status: 200, body: { count: search(site, call.identity, call.body.jql).length } }),
    }),
  ];
}

function requestOf({ query }: RestCall): SearchRequest {
  const listed = (name: string) => query.getAll(name).flatMap(one => one.split(','));
  const fields = listed('fields');
  const token = query.get('nextPageToken');
  return {
    jql: query.get('jql') ?? '',
    ...(token === null ? {} : { nextPageToken: token }),
    maxResults: Math.min(wholeNumber(query, 'maxResults', 50), MOST_IDS),
    fields: fields.length > 0 ? fields : ['id'],
    expand: query.get('expand') ?? '',
    properties: listed('properties'),
    fieldsByKeys: query.get('fieldsByKeys') === 'true',
    reconcileIssues: listed('reconcileIssues').map(Number),
  };
}

/** A page of what was found; there is no total. */
function found(site: WorkItemSite, call: RestCall, request: SearchRequest): Record<string, unknown> {
  const { identity } = call;
  const issues = search(site, identity, request.jql, request.reconcileIssues.map(String));
  const shown = shownFields(site.records, request.fields, 'id', request.fieldsByKeys);
  const expand = expansionsOf([request.expand]);
  const view = {
    shown,
    expand: perIssue(expand),
    properties: request.properties,
    identity,
    histories: HISTORIES_OF_MANY,
  };
  const startAt = fromToken(request.nextPageToken);
  const slice = issues.slice(startAt, startAt + Math.min(request.maxResults, mostOf(request)));
  const end = startAt + slice.length;
  const isLast = end >= issues.length;
  return {
    issues: slice.map(issue => issueBean(site, issue, view)),
    isLast,
    ...(isLast ? {} : { nextPageToken: toToken(end) }),
    ...descriptions(site, shown, expand),
  };
}

function mostOf({ fields, properties, expand }: SearchRequest): number {
  const idsOnly = fields.every(field => field === 'id' || field === 'key');
  return idsOnly && properties.length === 0 && expand === '' ? MOST_IDS : MOST_WITH_FIELDS;
}

/** Names and schemas come once for the page. */
function perIssue(expand: ReadonlySet<Expansion>): Set<Expansion> {
  return new Set([...expand].filter(name => name !== 'names' && name !== 'schema'));
}

function descriptions(
  site: WorkItemSite,
  shown: Shown,
  expand: ReadonlySet<Expansion>,
): Record<string, unknown> {
  const fields = site.records.fields.filter(({ id }) => shown(id));
  return {
    ...(expand.has('names') ? { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) } : {}),
    ...(expand.has('schema')
      ? { schema: Object.fromEntries(fields.map(({ id, schema }) => [id, schema])) }
      : {}),
  };
}

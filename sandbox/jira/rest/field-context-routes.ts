import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { FieldContext } from '../model.ts';
import { customField } from './field-routes.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found } from './site-administration.ts';

const NAME = z
  .string()
  .trim()
  .min(1, 'The context name is required.')
  .max(255, 'The context name is too long.');
const IDS = z.array(z.string());

const CREATE = z.strictObject({
  name: NAME,
  description: z.string().optional(),
  projectIds: IDS.optional(),
  issueTypeIds: IDS.optional(),
});
const UPDATE = z.strictObject({ name: NAME.optional(), description: z.string().optional() });
const PROJECTS = z.strictObject({ projectIds: IDS.min(1, 'The project IDs are required.') });
const ISSUE_TYPES = z.strictObject({ issueTypeIds: IDS.min(1, 'The issue type IDs are required.') });

/** Contexts: for which spaces and work types a custom field exists, with which options. */
export function fieldContextRoutes(context: JiraContext): Route[] {
  const base = '/rest/api/3/field/{fieldId}/context';
  const administer = {
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 403, 'Only Jira administrators can access custom field contexts.'),
  };
  const change = (call: RestCall, changed: Partial<FieldContext>) => {
    const next = { ...contextOf(context, call), ...changed };
    refuseOverlap(context, next);
    context.records.fieldContexts.put(next);
    return { status: 204 };
  };
  return [
    route({
      method: 'GET',
      path: base,
      ...administer,
      query: [...PAGE_QUERY, 'contextId', 'isAnyIssueType', 'isGlobalContext'],
      handle(call) {
        const listed = page(
          call,
          context.settings.baseUrl,
          contextsOf(context, call).filter(matches(call.query)),
        );
        return { status: 200, body: { ...listed, values: listed.values.map(contextJson) } };
      },
    }),
    route({
      method: 'POST',
      path: base,
      ...administer,
      guard: administratorsOnly(context, 401, 'Only Jira administrators can access custom field contexts.'),
      body: CREATE,
      handle: call => ({ status: 201, body: createContext(context, call) }),
    }),
    route({
      method: 'PUT',
      path: `${base}/{contextId}`,
      ...administer,
      body: UPDATE,
      handle(call) {
        const { name, description } = call.body;
        return change(call, {
          ...(name === undefined ? {} : { name }),
          ...(description === undefined ? {} : { description }),
        });
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/{contextId}`,
      ...administer,
      handle(call) {
        const { id } = contextOf(context, call);
        for (const option of context.records.fieldOptions.filter(({ contextId }) => contextId === id)) {
          context.records.fieldOptions.remove(option.id);
        }
        context.records.fieldContexts.remove(id);
        return { status: 204 };
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/{contextId}/project`,
      ...administer,
      body: PROJECTS,
      handle(call) {
        const { projectIds } = contextOf(context, call);
        const added = call.body.projectIds.map(id => existing(context, 'projects', id));
        return change(call, { projectIds: [...new Set([...projectIds, ...added])] });
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/{contextId}/issuetype`,
      ...administer,
      body: ISSUE_TYPES,
      handle(call) {
        const { issueTypeIds } = contextOf(context, call);
        const added = call.body.issueTypeIds.map(id => existing(context, 'issueTypes', id));
        return change(call, { issueTypeIds: [...new Set([...issueTypeIds, ...added])] });
      },
    }),
  ];
}

/** The context of the path, or 404 when it isn't one of the path's field. */
export function contextOf(context: JiraContext, call: RestCall): FieldContext {
  const field = customField(context, call.param('fieldId'));
  const one = context.records.fieldContexts.get(call.param('contextId'));
  return found(one?.fieldId === field.id ? one : undefined, 'The custom field context was not found.');
}

/** The contexts of the field of the path, or 404. */
export function contextsOf(context: JiraContext, call: RestCall): FieldContext[] {
  const { id } = customField(context, call.param('fieldId'));
  return context.records.fieldContexts.filter(({ fieldId }) => fieldId === id);
}

function contextJson({ id, name, description, projectIds, issueTypeIds }: FieldContext) {
  return {
    id,
    name,
    description,
    isGlobalContext: projectIds.length === 0,
    isAnyIssueType: issueTypeIds.length === 0,
  };
}

function matches(query: URLSearchParams): (one: FieldContext) => boolean {
  const ids = valuesOf(query, 'contextId');
  const anyType = query.get('isAnyIssueType');
  const global = query.get('isGlobalContext');
  return ({ id, projectIds, issueTypeIds }) =>
    (!ids || ids.includes(id)) &&
    (anyType === null || (issueTypeIds.length === 0) === (anyType === 'true')) &&
    (global === null || (projectIds.length === 0) === (global === 'true'));
}

function createContext(context: JiraContext, call: RestCall<z.infer<typeof CREATE>>) {
  const { name, description = '', projectIds = [], issueTypeIds = [] } = call.body;
  const created = {
    id: '',
    fieldId: customField(context, call.param('fieldId')).id,
    name,
    description,
    projectIds: projectIds.map(id => existing(context, 'projects', id)),
    issueTypeIds: issueTypeIds.map(id => existing(context, 'issueTypes', id)),
  };
  refuseOverlap(context, created);
  const { id } = context.records.fieldContexts.put({ ...created, id: context.store.nextId('fieldContext') });
  return { id, name, description, projectIds, issueTypeIds };
}

/** A field has at most one context for a space: at most one global one, and each space in at most one. */
function refuseOverlap({ records }: JiraContext, next: FieldContext): void {
  const others = records.fieldContexts.filter(
    ({ id, fieldId }) => fieldId === next.fieldId && id !== next.id,
  );
  if (next.projectIds.length === 0 && others.some(({ projectIds }) => projectIds.length === 0)) {
    throw new JiraError(400, 'The field already has a global context.');
  }
  const taken = next.projectIds.filter(id => others.some(({ projectIds }) => projectIds.includes(id)));
  if (taken.length > 0)
    throw new JiraError(400, `These projects are already in another context: ${taken.join(', ')}`);
}

function existing({ records }: JiraContext, kind: 'projects' | 'issueTypes', id: string): string {
  const what = kind === 'projects' ? 'project' : 'issue type';
  return found<{ id: string }>(records[kind].get(id), `The ${what} with id ${id} was not found.`).id;
}

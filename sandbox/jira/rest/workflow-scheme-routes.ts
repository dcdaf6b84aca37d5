import * as z from 'zod';
import { DEFAULT_WORKFLOW } from '../admin/default-workflow.ts';
import { DEFAULTS } from '../admin/seed.ts';
import type { JiraContext } from '../context.ts';
import type { WorkflowScheme } from '../model.ts';
import { page, PAGE_QUERY } from './page.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, nameIsTaken, selfOf } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
const CREATE = z.strictObject({
  name: NAME,
  description: z.string().optional(),
  defaultWorkflow: z.string().optional(),
  issueTypeMappings: z.record(z.string(), z.string()).optional(),
});
const UPDATE = z.strictObject({ ...CREATE.partial().shape, updateDraftIfNeeded: z.boolean().optional() });

/** Workflow schemes: which work type of a space follows which workflow. */
export function workflowSchemeRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/workflowscheme';
  const administer = { scopes: ['manage:jira-configuration'], guard: administratorsOnly(context) };
  return [
    route({
      method: 'GET',
      path,
      ...administer,
      query: PAGE_QUERY,
      handle(call) {
        const listed = page(call, context.settings.baseUrl, context.records.workflowSchemes.all());
        return {
          status: 200,
          body: { ...listed, values: listed.values.map(one => workflowSchemeJson(context, one)) },
        };
      },
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: workflowSchemeJson(context, create(context, body)) }),
    }),
    route({
      method: 'GET',
      path: `${path}/{id}`,
      ...administer,
      handle: call => ({ status: 200, body: workflowSchemeJson(context, schemeOf(context, call)) }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{id}`,
      ...administer,
      body: UPDATE,
      handle: call => ({
        status: 200,
        body: workflowSchemeJson(context, update(context, schemeOf(context, call), call.body)),
      }),
    }),
    route({
      method: 'DELETE',
      path: `${path}/{id}`,
      ...administer,
      handle(call) {
        const { id } = schemeOf(context, call);
        if (isActive(context, id))
          throw new JiraError(400, 'The workflow scheme is active and cannot be deleted.');
        context.records.workflowSchemes.remove(id);
        return { status: 204 };
      },
    }),
  ];
}

/** A workflow scheme as REST shows it. */
export function workflowSchemeJson(context: JiraContext, scheme: WorkflowScheme) {
  const { id, name, description, defaultWorkflow, issueTypeMappings } = scheme;
  const self = selfOf(context, `workflowscheme/${id}`);
  return { id: Number(id), name, description, defaultWorkflow, issueTypeMappings, draft: false, self };
}

/** Which state of the scheme this is. The id is a UUID that no one else has, as Jira's is. */
export function schemeVersion({ id, versionNumber = 1 }: Pick<WorkflowScheme, 'id' | 'versionNumber'>) {
  const digits = `${id}${String(versionNumber).padStart(4, '0')}`.padStart(12, '0');
  return { id: `00000000-0000-4000-8000-${digits}`, versionNumber };
}

/** The workflow that the scheme gives a work type. */
export function workflowNameOf(scheme: WorkflowScheme, issueTypeId: string): string {
  return scheme.issueTypeMappings[issueTypeId] ?? scheme.defaultWorkflow;
}

function schemeOf(context: JiraContext, call: RestCall): WorkflowScheme {
  return found(context.records.workflowSchemes.get(call.param('id')), 'The workflow scheme was not found.');
}

function isActive({ records }: JiraContext, id: string): boolean {
  return (
    id === DEFAULTS.workflowScheme ||
    records.projects.find(({ workflowSchemeId }) => workflowSchemeId === id) !== undefined
  );
}

function create(context: JiraContext, body: z.infer<typeof CREATE>): WorkflowScheme {
  refuseTakenName(context, body.name);
  const { defaultWorkflow = DEFAULT_WORKFLOW, issueTypeMappings = {} } = body;
  refuseUnknown(context, defaultWorkflow, issueTypeMappings);
  return context.records.workflowSchemes.put({
    id: context.store.nextId('workflowScheme'),
    name: body.name,
    description: body.description ?? '',
    defaultWorkflow,
    issueTypeMappings,
  });
}

/** An active scheme changes through a draft, which isn't modelled, or not at all. */
function update(context: JiraContext, scheme: WorkflowScheme, body: z.infer<typeof UPDATE>): WorkflowScheme {
  if (isActive(context, scheme.id)) {
    if (body.updateDraftIfNeeded) throw notModelled('drafts of workflow schemes');
    throw new JiraError(400, 'The workflow scheme is active; only a draft of it can be edited.');
  }
  const { name = scheme.name, description = scheme.description } = body;
  const { defaultWorkflow = scheme.defaultWorkflow, issueTypeMappings = scheme.issueTypeMappings } = body;
  refuseTakenName(context, name, scheme.id);
  refuseUnknown(context, defaultWorkflow, issueTypeMappings);
  return context.records.workflowSchemes.put({
    ...scheme,
    name,
    description,
    defaultWorkflow,
    issueTypeMappings,
    versionNumber: schemeVersion(scheme).versionNumber + 1,
  });
}

function refuseTakenName({ records }: JiraContext, name: string, exceptId?: string): void {
  if (nameIsTaken(records.workflowSchemes, name, exceptId)) {
    throw new JiraError(400, `A workflow scheme with the name '${name}' already exists.`);
  }
}

function refuseUnknown(
  { records }: JiraContext,
  defaultWorkflow: string,
  mappings: Record<string, string>,
): void {
  const workflow = [defaultWorkflow, ...Object.values(mappings)].find(
    name => !records.workflows.find(one => one.name === name),
  );
  if (workflow !== undefined) throw new JiraError(400, `The workflow '${workflow}' was not found.`);
  const type = Object.keys(mappings).find(id => !records.issueTypes.get(id));
  if (type !== undefined) throw new JiraError(400, `The issue type with id ${type} was not found.`);
}

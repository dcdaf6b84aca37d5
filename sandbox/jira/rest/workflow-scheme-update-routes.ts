import * as z from 'zod';
import { DEFAULT_WORKFLOW } from '../admin/default-workflow.ts';
import { workflowDocuments } from '../admin/workflow-records.ts';
import type { JiraContext } from '../context.ts';
import type { WorkflowScheme } from '../model.ts';
import { JiraError, route, type Route } from './router.ts';
import { administratorsOnly, found, nameIsTaken } from './site-administration.ts';
import { refuseStranded } from './workflow-scheme-project-routes.ts';
import { schemeVersion } from './workflow-scheme-routes.ts';

const IDS = z.array(z.string().nullable()).nullish();
const READ = z.strictObject({ workflowSchemeIds: IDS, projectIds: IDS });

const noMappings = z
  .array(z.unknown())
  .max(0, 'NOT_MODELLED: moving work items to other statuses')
  .optional();
const UPDATE = z.strictObject({
  id: z.string(),
  name: z.string().trim().min(1).max(255),
  description: z.string(),
  version: z.strictObject({ id: z.string(), versionNumber: z.number() }),
  defaultWorkflowId: z.string().optional(),
  workflowsForIssueTypes: z
    .array(z.strictObject({ workflowId: z.string(), issueTypeIds: z.array(z.string()) }))
    .optional(),
  statusMappingsByWorkflows: noMappings,
  statusMappingsByIssueTypeOverride: noMappings,
});

/** Workflow schemes as whole documents: changes hold at once, also in schemes that spaces use. */
export function workflowSchemeUpdateRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/workflowscheme';
  const administer = {
    method: 'POST',
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 401),
  } as const;
  return [
    route({
      ...administer,
      path: `${path}/read`,
      body: READ,
      handle: ({ body }) => ({
        status: 200,
        body: read(context, body).map(scheme => schemeDocument(context, scheme)),
      }),
    }),
    route({
      ...administer,
      path: `${path}/update`,
      body: UPDATE,
      handle({ body }) {
        update(context, body);
        return { status: 200, body: {} };
      },
    }),
  ];
}

function read({ records }: JiraContext, asked: z.infer<typeof READ>): WorkflowScheme[] {
  const ofProjects = records.projects
    .filter(({ id }) => asked.projectIds?.includes(id) ?? false)
    .map(({ workflowSchemeId }) => workflowSchemeId);
  const ids = new Set([...(asked.workflowSchemeIds ?? []), ...ofProjects]);
  return records.workflowSchemes.filter(({ id }) => ids.has(id));
}

function schemeDocument(context: JiraContext, scheme: WorkflowScheme) {
  const { id, name, description, defaultWorkflow, issueTypeMappings } = scheme;
  const names = [...new Set(Object.values(issueTypeMappings))];
  return {
    id,
    name,
    description,
    scope: { type: 'GLOBAL' },
    version: schemeVersion(scheme),
    defaultWorkflow: workflowMetadata(context, defaultWorkflow),
    workflowsForIssueTypes: names.map(workflow => ({
      workflow: workflowMetadata(context, workflow),
      issueTypeIds: Object.keys(issueTypeMappings).filter(type => issueTypeMappings[type] === workflow),
    })),
  };
}

function workflowMetadata(context: JiraContext, workflowName: string) {
  const workflow = workflowDocuments(context).find(one => one.name === workflowName);
  const { id, name, description, version } = found(workflow, 'The workflow was not found.');
  return { id, name, description, version };
}

function update(context: JiraContext, body: z.infer<typeof UPDATE>): void {
  const { records } = context;
  const scheme = records.workflowSchemes.get(body.id);
  if (!scheme) throw new JiraError(400, 'The workflow scheme was not found.');
  const { id: version, versionNumber } = schemeVersion(scheme);
  if (body.version.id !== version || body.version.versionNumber !== versionNumber)
    throw new JiraError(400, 'The workflow scheme has changed since it was read.');
  if (nameIsTaken(records.workflowSchemes, body.name, scheme.id))
    throw new JiraError(400, `A workflow scheme with the name '${body.name}' already exists.`);
  const workflowOf = (id: string) => {
    const workflow = records.workflows.get(id);
    if (!workflow) throw new JiraError(400, `The workflow with id ${id} was not found.`);
    return workflow.name;
  };
  const mappings = (body.workflowsForIssueTypes ?? []).flatMap(({ workflowId, issueTypeIds }) =>
    issueTypeIds.map(type => [type, workflowOf(workflowId)] as const),
  );
  refuseUnknownOrRepeated(
    context,
    mappings.map(([type]) => type),
  );
  const changed: WorkflowScheme = {
    ...scheme,
    name: body.name,
    description: body.description,
    // As described: without one, the default is Jira's own.
    defaultWorkflow:
      body.defaultWorkflowId === undefined ? DEFAULT_WORKFLOW : workflowOf(body.defaultWorkflowId),
    issueTypeMappings: Object.fromEntries(mappings),
    versionNumber: versionNumber + 1,
  };
  for (const project of records.projects.filter(one => one.workflowSchemeId === scheme.id))
    refuseStranded(context, project, changed);
  records.workflowSchemes.put(changed);
}

function refuseUnknownOrRepeated({ records }: JiraContext, types: readonly string[]): void {
  const unknown = types.find(id => !records.issueTypes.get(id));
  if (unknown !== undefined) throw new JiraError(400, `The issue type with id ${unknown} was not found.`);
  if (new Set(types).size < types.length)
    throw new JiraError(400, 'An issue type can have one workflow only.');
}

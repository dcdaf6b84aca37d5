import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { builtWorkflow, settleStatuses } from '../admin/workflow-build.ts';
import type { WorkflowFinding } from '../admin/workflow-findings.ts';
import {
  CREATE_WORKFLOWS,
  UPDATE_WORKFLOWS,
  VALIDATE_CREATE,
  VALIDATE_UPDATE,
  type CreateWorkflows,
  type UpdateWorkflows,
} from '../admin/workflow-payload.ts';
import { workflowDocuments, type WorkflowDocument } from '../admin/workflow-records.ts';
import { creationFindings, updateFindings } from '../admin/workflow-validation.ts';
import type { JiraContext } from '../context.ts';
import { JiraError, route, type Route } from './router.ts';
import { administratorsOnly, creatorsOnly, found } from './site-administration.ts';
import { workflowsJson } from './workflow-json.ts';

const READ = z.strictObject({
  workflowIds: z.array(z.string()).optional(),
  workflowNames: z.array(z.string()).optional(),
  projectAndIssueTypes: z
    .array(z.strictObject({ projectId: z.string(), issueTypeId: z.string() }))
    .optional(),
});

const ALL_LEVELS: readonly WorkflowFinding['level'][] = ['ERROR', 'WARNING'];

/** Workflows, by the bulk operations: whole documents, in and out. */
export function workflowRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/workflows';
  const administer = {
    method: 'POST',
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 401),
  } as const;
  return [
    route({
      ...administer,
      path,
      body: READ,
      handle: ({ body }) => ({ status: 200, body: workflowsJson(context, read(context, body)) }),
    }),
    route({
      ...administer,
      path: `${path}/create/validation`,
      body: VALIDATE_CREATE,
      handle({ body: { payload, validationOptions } }) {
        return { status: 200, body: listed(creationFindings(context, payload), validationOptions?.levels) };
      },
    }),
    route({
      ...administer,
      path: `${path}/create`,
      guard: creatorsOnly(context, 401),
      body: CREATE_WORKFLOWS,
      handle: ({ body }) => ({ status: 200, body: workflowsJson(context, create(context, body)) }),
    }),
    route({
      ...administer,
      path: `${path}/update/validation`,
      body: VALIDATE_UPDATE,
      handle({ body: { payload, validationOptions } }) {
        return { status: 200, body: listed(updateFindings(context, payload), validationOptions?.levels) };
      },
    }),
    route({
      ...administer,
      path: `${path}/update`,
      body: UPDATE_WORKFLOWS,
      handle: ({ body }) => ({ status: 200, body: workflowsJson(context, update(context, body)) }),
    }),
    route({
      method: 'DELETE',
      path: '/rest/api/3/workflow/{entityId}',
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(
        context,
        403,
        'Only Jira administrators can access the workflow configuration.',
      ),
      handle(call) {
        remove(context, call.param('entityId'));
        return { status: 204 };
      },
    }),
  ];
}

function listed(
  findings: readonly WorkflowFinding[],
  levels: readonly WorkflowFinding['level'][] = ALL_LEVELS,
) {
  return { errors: findings.filter(({ level }) => levels.includes(level)) };
}

function refuseErrors(findings: readonly WorkflowFinding[]): void {
  const errors = findings.filter(({ level }) => level === 'ERROR');
  if (errors.length > 0)
    throw new JiraError(
      400,
      errors.map(({ message }) => message),
    );
}

function create(context: JiraContext, payload: CreateWorkflows): WorkflowDocument[] {
  refuseErrors(creationFindings(context, payload));
  const ids = settleStatuses(context, payload.statuses);
  const now = context.clock.iso();
  return payload.workflows.map(workflow =>
    workflowDocuments(context).put({
      id: randomUUID(),
      ...builtWorkflow(workflow, ids),
      version: { id: randomUUID(), versionNumber: 1 },
      created: now,
      updated: now,
      isEditable: true,
    }),
  );
}

/** Replaces whole documents: what the request leaves out is gone. All or nothing. */
function update(context: JiraContext, payload: UpdateWorkflows): WorkflowDocument[] {
  const documents = workflowDocuments(context);
  for (const { id, version } of payload.workflows) refuseConflict(documents.get(id), version);
  refuseErrors(updateFindings(context, payload));
  const ids = settleStatuses(context, payload.statuses);
  return payload.workflows.map(workflow => {
    const { id, name, version, description, created, isEditable } = found(
      documents.get(workflow.id),
      'The workflow was not found.',
    );
    return documents.put({
      id,
      ...builtWorkflow({ ...workflow, name, description: workflow.description ?? description }, ids),
      version: { id: randomUUID(), versionNumber: version.versionNumber + 1 },
      created,
      updated: context.clock.iso(),
      isEditable,
    });
  });
}

function refuseConflict(present: WorkflowDocument | undefined, given: WorkflowDocument['version']): void {
  if (!present) return;
  const { id, versionNumber } = present.version;
  if (id !== given.id || versionNumber !== given.versionNumber) {
    throw new JiraError(
      409,
      `The workflow '${present.name}' has been changed since version ${String(given.versionNumber)}.`,
    );
  }
}

/** The workflows that the request names in any way; names and ids that nothing has are left out. */
function read(
  context: JiraContext,
  { workflowIds, workflowNames, projectAndIssueTypes }: z.infer<typeof READ>,
): WorkflowDocument[] {
  if (!workflowIds && !workflowNames && !projectAndIssueTypes) {
    throw new JiraError(400, 'Give workflow ids, workflow names, or projects with issue types.');
  }
  const { projects, workflowSchemes } = context.records;
  const followed = (projectAndIssueTypes ?? []).map(({ projectId, issueTypeId }) => {
    const project = projects.get(projectId);
    if (!project) throw new JiraError(400, `The project with id ${projectId} was not found.`);
    const scheme = workflowSchemes.get(project.workflowSchemeId);
    return scheme?.issueTypeMappings[issueTypeId] ?? scheme?.defaultWorkflow;
  });
  return workflowDocuments(context).filter(
    ({ id, name }) =>
      (workflowIds?.includes(id) ?? false) ||
      (workflowNames?.includes(name) ?? false) ||
      followed.includes(name),
  );
}

function remove(context: JiraContext, id: string): void {
  const { name, isEditable } = found(workflowDocuments(context).get(id), 'The workflow was not found.');
  if (!isEditable) throw new JiraError(400, 'Cannot delete a system workflow.');
  const used = context.records.workflowSchemes.find(
    ({ defaultWorkflow, issueTypeMappings }) =>
      defaultWorkflow === name || Object.values(issueTypeMappings).includes(name),
  );
  if (used)
    throw new JiraError(400, `Cannot delete a workflow that is associated with the scheme '${used.name}'.`);
  context.records.workflows.remove(id);
}

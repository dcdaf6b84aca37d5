import type { JiraContext } from '../context.ts';
import { unmodelledProperty } from '../permissions/status-properties.ts';
import { notModelled } from '../rest/refusals.ts';
import { transitionFindings } from './transition-validation.ts';
import { error, repeated, type WorkflowFinding } from './workflow-findings.ts';
import type { CreateWorkflows, StatusPayload, UpdateWorkflows, WorkflowPayload } from './workflow-payload.ts';
import { workflowDocuments, type WorkflowDocument } from './workflow-records.ts';

/** What is wrong with workflows to create. */
export function creationFindings(context: JiraContext, payload: CreateWorkflows): WorkflowFinding[] {
  const names = payload.workflows.map(({ name }) => name.toLowerCase());
  const taken = payload.workflows.filter(
    ({ name }) =>
      repeated(names).includes(name.toLowerCase()) ||
      context.records.workflows.find(workflow => workflow.name.toLowerCase() === name.toLowerCase()),
  );
  return [
    ...statusFindings(context, payload.statuses),
    ...taken.map(({ name }) =>
      error('WORKFLOW', 'NON_UNIQUE_WORKFLOW_NAME', `A workflow with the name '${name}' already exists.`),
    ),
    ...payload.workflows.flatMap(workflow => workflowFindings(context, workflow, payload.statuses)),
  ];
}

/** What is wrong with workflows to change, apart from their versions. */
export function updateFindings(context: JiraContext, payload: UpdateWorkflows): WorkflowFinding[] {
  return [
    ...statusFindings(context, payload.statuses),
    ...payload.workflows.flatMap(workflow => {
      const present = workflowDocuments(context).get(workflow.id);
      if (!present)
        return [error('WORKFLOW', 'WORKFLOW_NOT_FOUND', `There is no workflow with the id ${workflow.id}.`)];
      return [
        ...(present.isEditable
          ? []
          : [error('WORKFLOW', 'WORKFLOW_NOT_EDITABLE', `The workflow '${present.name}' cannot be edited.`)]),
        ...workflowFindings(context, { ...workflow, name: present.name }, payload.statuses),
        ...strandedFindings(context, present, new Set(idsKept(workflow, payload.statuses))),
      ];
    }),
  ];
}

function statusFindings({ records }: JiraContext, statuses: readonly StatusPayload[]): WorkflowFinding[] {
  const findings = repeated(statuses.map(({ statusReference }) => statusReference)).map(statusReference =>
    error('STATUS', 'NON_UNIQUE_STATUS_REFERENCE', 'You must use a unique status reference.', {
      statusReference,
    }),
  );
  const names = statuses.map(({ name }) => name.toLowerCase());
  for (const { id, name, statusCategory, statusReference } of statuses) {
    const present = id === undefined ? undefined : records.statuses.get(id);
    if (id !== undefined && !present) {
      findings.push(
        error('STATUS', 'STATUS_NOT_FOUND', `There is no status with the id ${id}.`, { statusReference }),
      );
    }
    if (present && (present.name !== name || present.statusCategory !== statusCategory)) {
      throw notModelled('renaming a status through a workflow');
    }
    const namesake = records.statuses.find(status => status.name.toLowerCase() === name.toLowerCase());
    if ((namesake && namesake.id !== id) || repeated(names).includes(name.toLowerCase())) {
      findings.push(
        error('STATUS', 'NON_UNIQUE_STATUS_NAME', `You must use a unique status name: '${name}'.`, {
          statusReference,
        }),
      );
    }
  }
  return findings;
}

function workflowFindings(
  context: JiraContext,
  workflow: WorkflowPayload,
  statuses: readonly StatusPayload[],
): WorkflowFinding[] {
  const references = workflow.statuses.map(({ statusReference }) => statusReference);
  const known = statuses.map(({ statusReference }) => statusReference);
  const unknown = references.filter(reference => !known.includes(reference));
  const initial = workflow.transitions.filter(({ type }) => type === 'INITIAL').length;
  for (const { properties } of workflow.statuses) {
    const property = unmodelledProperty(properties);
    if (property !== undefined) throw notModelled(`the property ${property} of a status`);
  }
  return [
    ...unknown.map(statusReference =>
      error(
        'STATUS_LAYOUT',
        'STATUS_NOT_FOUND',
        `The status ${statusReference} is not among the statuses of the request.`,
        { statusReference },
      ),
    ),
    ...repeated(references).map(statusReference =>
      error('STATUS_LAYOUT', 'NON_UNIQUE_STATUS', 'A status is in the workflow more than once.', {
        statusReference,
      }),
    ),
    ...(initial === 1
      ? []
      : [
          error(
            'WORKFLOW',
            'NOT_ONE_INITIAL_TRANSITION',
            `'${workflow.name}' must have exactly one initial transition.`,
          ),
        ]),
    ...repeated(workflow.transitions.map(({ id }) => id)).map(transitionId =>
      error(
        'TRANSITION',
        'NON_UNIQUE_TRANSITION_ID',
        `The transition id ${transitionId} is used more than once.`,
        { transitionId },
      ),
    ),
    ...workflow.transitions.flatMap(transition => transitionFindings(context, transition, references)),
  ];
}

function idsKept(
  workflow: { statuses: WorkflowPayload['statuses'] },
  statuses: readonly StatusPayload[],
): string[] {
  const references = new Set(workflow.statuses.map(({ statusReference }) => statusReference));
  return statuses.flatMap(({ id, statusReference }) =>
    id !== undefined && references.has(statusReference) ? [id] : [],
  );
}

/** Statuses can't leave a workflow while work items that follow it are in them. */
function strandedFindings(
  { records }: JiraContext,
  workflow: WorkflowDocument,
  kept: ReadonlySet<string>,
): WorkflowFinding[] {
  const gone = workflow.statuses.map(({ statusId }) => statusId).filter(id => !kept.has(id));
  const occupied = gone.filter(id =>
    records.issues.find(issue => issue.statusId === id && follows(records, issue, workflow.name)),
  );
  return occupied.map(statusReference =>
    error(
      'STATUS',
      'MISSING_STATUS_MAPPING',
      `Work items are in the status '${records.statuses.get(statusReference)?.name ?? statusReference}', which the workflow would lose.`,
      { statusReference },
    ),
  );
}

function follows(
  records: JiraContext['records'],
  issue: { projectId: string; issueTypeId: string },
  workflow: string,
): boolean {
  const scheme = records.workflowSchemes.get(records.projects.get(issue.projectId)?.workflowSchemeId ?? '');
  return (scheme?.issueTypeMappings[issue.issueTypeId] ?? scheme?.defaultWorkflow) === workflow;
}

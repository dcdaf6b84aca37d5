import { randomUUID } from 'node:crypto';
import type { JiraContext } from '../context.ts';
import type { WorkflowTransition } from '../model.ts';
import { workflowDocuments } from './workflow-records.ts';

/** The workflow that a fresh site has, and the scheme that gives it to every work type. */
export const DEFAULT_WORKFLOW = 'jira';

/**
 * Any status to any other, as in a simple space.
 * @param statuses - ids, the first one is where work items begin
 */
export function seedDefaultWorkflow(
  context: JiraContext,
  statuses: readonly [string, string, string],
  schemeId: string,
): void {
  const { records, clock, store } = context;
  const [first] = statuses;
  workflowDocuments(context).put({
    id: randomUUID(),
    name: DEFAULT_WORKFLOW,
    description: 'The default Jira workflow.',
    version: { id: randomUUID(), versionNumber: 1 },
    created: clock.iso(),
    updated: clock.iso(),
    isEditable: false,
    statuses: statuses.map((statusId, index) => ({
      statusId,
      properties: {},
      layout: { x: index * 200, y: 0 },
    })),
    transitions: [
      transition('1', 'INITIAL', 'Create', first),
      ...statuses.map((id, index) =>
        transition(`${String(index + 1)}1`, 'GLOBAL', records.statuses.get(id)?.name ?? id, id),
      ),
    ],
    links: {},
  });
  records.workflowSchemes.put({
    id: store.nextId('workflowScheme', Number(schemeId)),
    name: 'Default Workflow Scheme',
    description: 'The default workflow scheme.',
    defaultWorkflow: DEFAULT_WORKFLOW,
    issueTypeMappings: {},
  });
}

function transition(id: string, type: 'INITIAL' | 'GLOBAL', name: string, to: string): WorkflowTransition {
  return { id, type, name, description: '', from: [], to, validators: [], actions: [], properties: {} };
}

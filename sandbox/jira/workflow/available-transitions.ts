/** The transitions that a user can make of a work item, as it is now. */
import type { Identity } from '../../seams.ts';
import type { JiraContext } from '../context.ts';
import type { Issue, WorkflowTransition } from '../model.ts';
import { accountOf, can } from '../permissions/permissions.ts';
import { projectOf } from '../issues/find-issue.ts';
import { holds } from './conditions.ts';
import { workflowOf } from './workflow-of.ts';

/**
 * The transitions that leave the work item's status and whose conditions let the user.
 * None without the permission Transition Issues.
 */
export function availableTransitions(
  context: JiraContext,
  identity: Identity,
  issue: Issue,
): WorkflowTransition[] {
  const accountId = accountOf(identity);
  const project = projectOf(context, issue);
  if (accountId === undefined || !can(context, identity, 'TRANSITION_ISSUES', project, issue)) return [];
  const workflow = workflowOf(context, project, issue.issueTypeId);
  return workflow.transitions
    .filter(transition => leaves(transition, issue.statusId))
    .filter(transition =>
      holds(context, { accountId, issue, project, workflow, transition }, transition.conditions),
    );
}

function leaves(transition: WorkflowTransition, statusId: string): boolean {
  if (transition.type === 'INITIAL') return false;
  return transition.type === 'GLOBAL' || transition.from.includes(statusId);
}

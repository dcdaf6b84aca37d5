/** Making a transition, in Jira's order: may it be made at all, the screen, the validators, then all of it at once. */
import type { Identity } from '../../seams.ts';
import type { Field, Issue, WorkflowTransition } from '../model.ts';
import { JiraError } from '../rest/refusals.ts';
import { mayWriteProtected } from '../issues/editable-fields.ts';
import { changed, commit } from '../issues/commit.ts';
import { refuseComments } from '../issues/edit-issue.ts';
import { isReadOnly } from '../issues/field-set.ts';
import { projectOf } from '../issues/find-issue.ts';
import { refuseUnassignable } from '../issues/assignee.ts';
import { requestedChange, type RequestedChange } from '../issues/requested-change.ts';
import type { UpdateRequest } from '../issues/update-request.ts';
import type { WorkItemSite } from '../issues/work-item-site.ts';
import { actionValues } from './actions.ts';
import { availableTransitions } from './available-transitions.ts';
import { refuseUnmodelledRules } from './rules.ts';
import { workItemSettings } from './settings.ts';
import { transitionFields } from './transition-bean.ts';
import { validate } from './validators.ts';
import { workflowOf } from './workflow-of.ts';

/**
 * Moves the work item, with the edits of the transition's screen, its changelog entry, its comment and its events.
 * Refuses 400 a transition that the caller can't make now, an edit that the screen doesn't take, and what the
 * validators refuse; 409 when the work item moved while they ran.
 */
export async function performTransition(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  issue: Issue,
  request: UpdateRequest,
): Promise<void> {
  const transition = transitionAsked(site, identity, issue, request);
  refuseUnmodelledRules(transition);
  const screen = screenChange(site, identity, issue, transition, request);
  const project = projectOf(site, issue);
  await validate(site, {
    accountId: identity.accountId,
    issue: changed(site, issue, screen),
    originalIssue: issue,
    edits: screen.values,
    project,
    workflow: workflowOf(site, project, issue.issueTypeId),
    transition,
  });
  refuseMoved(site, issue, transition);
  const actions = actionValues(site, issue, identity.accountId, transition.actions);
  commit(site, issue.id, {
    actor: identity.accountId,
    values: new Map([...screen.values, ...actions]),
    statusId: transition.to,
    comments: screen.comments,
    properties: request.properties,
  });
}

function transitionAsked(
  site: WorkItemSite,
  identity: Identity,
  issue: Issue,
  request: UpdateRequest,
): WorkflowTransition {
  if (!request.transition) throw new JiraError(400, "Missing 'transition' identifier");
  const { id } = request.transition;
  if (!/^\d+$/.test(id)) throw new JiraError(400, "'transition' identifier must be an integer");
  const asked = availableTransitions(site, identity, issue).find(transition => transition.id === id);
  if (!asked) throw new JiraError(400, `Transition id '${id}' is not valid for this issue.`);
  return asked;
}

/** The edits of the screen. A transition without one drops them silently, comments too. */
function screenChange(
  site: WorkItemSite,
  identity: Identity,
  issue: Issue,
  transition: WorkflowTransition,
  request: UpdateRequest,
): RequestedChange {
  if (transition.screenId === undefined) return { values: new Map(), comments: [] };
  const onScreen = new Set(transitionFields(site, issue, transition).map(field => field.id));
  const acceptsReadOnly = workItemSettings(site).readOnlyOnTransition === 'accept';
  const maySet = (field: Field) =>
    isReadOnly(field)
      ? acceptsReadOnly
      : onScreen.has(field.id) && mayWriteProtected(site, identity, field, projectOf(site, issue), issue);
  const change = requestedChange(site, issue, request, maySet);
  refuseUnassignable(site, projectOf(site, issue), change.values.get('assignee'), issue);
  refuseComments(site, identity, issue, change.comments);
  return change;
}

function refuseMoved(site: WorkItemSite, issue: Issue, transition: WorkflowTransition): void {
  if (site.records.issues.get(issue.id)?.statusId === issue.statusId) return;
  throw new JiraError(
    409,
    `It seems that you have tried to perform a workflow operation (${transition.name}) that is not valid for the ` +
      `current state of this issue (${issue.key}). The likely cause is that someone has changed the issue recently, ` +
      'please look at the issue history for details.',
  );
}

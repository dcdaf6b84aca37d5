/** Editing a work item outside any transition. Workflow validators don't see it. */
import type { Identity } from '../../seams.ts';
import type { Field, Issue } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError } from '../rest/refusals.ts';
import { workItemSettings } from '../workflow/settings.ts';
import { workflowOf } from '../workflow/workflow-of.ts';
import { commentsOf } from './comment-bean.ts';
import { refuseUnassignable } from './assignee.ts';
import { commit } from './commit.ts';
import { isEditable, mayEditField } from './editable-fields.ts';
import { issueTypeIdOf } from './create-issue.ts';
import { projectOf } from './find-issue.ts';
import { requestedChange, type NewComment } from './requested-change.ts';
import { refuseUnmodelled, type UpdateRequest } from './update-request.ts';
import type { WorkItemSite } from './work-item-site.ts';

/**
 * Applies the edit, with its changelog entry and events. A transition in the body is ignored, as Jira does.
 * Refuses 400 callers who may not edit, fields that can't be set, and values that aren't the field's.
 * @param inAnyStatus - also in a status that lets no one edit
 */
export function editIssue(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  issue: Issue,
  request: UpdateRequest,
  inAnyStatus = false,
): Issue {
  refuseUnmodelled(request);
  refuseEdit(site, identity, issue, inAnyStatus);
  const issueTypeId = issueTypeAsked(site, issue, request.fields);
  const maySet = (field: Field) => mayEditField(site, identity, issue, field);
  const change = requestedChange(site, issue, request, maySet, ['issuetype']);
  refuseUnassignable(site, projectOf(site, issue), change.values.get('assignee'), issue);
  refuseComments(site, identity, issue, change.comments);
  const { projectId, key } = issue;
  return commit(site, issue.id, {
    actor: identity.accountId,
    ...change,
    properties: request.properties,
    place: { projectId, issueTypeId, key },
  });
}

/**
 * The work type that the edit leaves it with. An edit changes it only to one that follows the same workflow; to others
 * a work item is moved. Source: Jira, "Move an issue"; the edit screen offers no other work types.
 */
function issueTypeAsked(site: WorkItemSite, issue: Issue, fields: Record<string, unknown>): string {
  if (!('issuetype' in fields)) return issue.issueTypeId;
  const project = projectOf(site, issue);
  const issueTypeId = issueTypeIdOf(site, project, fields['issuetype']);
  const follows = (typeId: string) => workflowOf(site, project, typeId).id;
  if (follows(issueTypeId) === follows(issue.issueTypeId)) return issueTypeId;
  throw new JiraError(400, [], { issuetype: 'The issue type selected is invalid.' });
}

/** Refuses 400 callers who may not edit the work item, and a status that lets no one. */
export function refuseEdit(site: WorkItemSite, identity: Identity, issue: Issue, inAnyStatus = false): void {
  if (!can(site, identity, 'EDIT_ISSUES', projectOf(site, issue), issue)) {
    throw new JiraError(400, 'You do not have permission to edit issues in this project.');
  }
  if (!inAnyStatus && !isEditable(site, issue)) {
    throw new JiraError(400, 'The issue is not editable in its current workflow status.');
  }
}

/**
 * Refuses 400 comments of callers who may not comment, and 413 those that a work item takes no more.
 * Source: the official description, "Add comment".
 */
export function refuseComments(
  site: WorkItemSite,
  identity: Identity,
  issue: Issue,
  comments: readonly NewComment[],
): void {
  if (comments.length === 0) return;
  if (!can(site, identity, 'ADD_COMMENTS', projectOf(site, issue), issue))
    throw new JiraError(400, [], { comment: 'You do not have the permission to comment on this issue.' });
  const { commentsPerWorkItem: most } = workItemSettings(site);
  if (commentsOf(site, issue).length + comments.length > most)
    throw new JiraError(413, [], { comment: `An issue has at most ${String(most)} comments.` });
}

/** Assigns, with the permission Assign Issues alone. Refuses 403 without it, 400 someone who can't be assigned. */
export function assignIssue(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  issue: Issue,
  assignee: string | null,
): void {
  const project = projectOf(site, issue);
  if (!can(site, identity, 'ASSIGN_ISSUES', project, issue)) {
    throw new JiraError(403, [], { assignee: 'You do not have permission to assign issues.' });
  }
  if (!isEditable(site, issue)) {
    throw new JiraError(400, 'The issue is not editable in its current workflow status.');
  }
  if (assignee !== null && !site.records.users.get(assignee)) {
    throw new JiraError(400, [], { assignee: `User with account ID '${assignee}' does not exist.` });
  }
  refuseUnassignable(site, project, assignee, issue);
  commit(site, issue.id, { actor: identity.accountId, values: new Map([['assignee', assignee]]) });
}

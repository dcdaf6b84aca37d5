/** Which fields an edit may set. */
import type { Identity } from '../../seams.ts';
import type { Field, Issue, Project, Workflow } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { workflowOf } from '../workflow/workflow-of.ts';
import { workItemSettings } from '../workflow/settings.ts';
import { isReadOnly, isWritable } from './field-set.ts';
import { projectOf } from './find-issue.ts';
import { knownType } from './fields/types-by-key.ts';
import { screenFields } from './screens.ts';
import type { WorkItemSite } from './work-item-site.ts';

const REQUIRED = new Set(['summary', 'issuetype', 'project', 'reporter', 'priority']);

/** Whether Jira refuses work items without a value for the field. */
export function isRequiredField(fieldId: string): boolean {
  return REQUIRED.has(fieldId);
}

/** The fields that the caller may set on an edit, as forms show them: those of the edit screen. */
export function editableFields(site: WorkItemSite, identity: Identity, issue: Issue): Field[] {
  if (!mayEdit(site, identity, issue)) return [];
  const onScreen = screenFields(site, projectOf(site, issue), issue.issueTypeId, 'edit');
  return onScreen
    .flatMap(id => site.records.fields.get(id) ?? [])
    .filter(field => knownType(field) !== undefined && mayEditField(site, identity, issue, field, onScreen));
}

/**
 * Whether an edit over REST may set the field. App fields that are read-only never may be, by anyone: the app
 * has an operation of its own. Source: Forge, jira:customField, "Read-only fields".
 */
export function mayEditField(
  site: WorkItemSite,
  identity: Identity,
  issue: Issue,
  field: Field,
  onScreen = screenFields(site, projectOf(site, issue), issue.issueTypeId, 'edit'),
): boolean {
  if (isReadOnly(field) || !isWritable(site, field, issue)) return false;
  if (workItemSettings(site).editScreens === 'checked' && !onScreen.includes(field.id)) return false;
  return mayWriteProtected(site, identity, field, projectOf(site, issue), issue);
}

const PROTECTED: Readonly<Record<string, string>> = {
  reporter: 'MODIFY_REPORTER',
  assignee: 'ASSIGN_ISSUES',
  duedate: 'SCHEDULE_ISSUES',
};

/** The reporter, the assignee and the due date take permissions of their own. @param issue - absent for a new one */
export function mayWriteProtected(
  site: WorkItemSite,
  identity: Identity,
  field: Field,
  project: Project,
  issue?: Issue,
): boolean {
  const permission = PROTECTED[field.id];
  return permission === undefined || can(site, identity, permission, project, issue);
}

/** Whether the caller may edit at all, and the status lets anyone. */
export function mayEdit(site: WorkItemSite, identity: Identity, issue: Issue): boolean {
  return can(site, identity, 'EDIT_ISSUES', projectOf(site, issue), issue) && isEditable(site, issue);
}

/** Whether the status is one that allows edits: the workflow may say `jira.issue.editable = false`. */
export function isEditable(site: WorkItemSite, issue: Issue): boolean {
  const workflow: Workflow = workflowOf(site, projectOf(site, issue), issue.issueTypeId);
  const status = workflow.statuses.find(({ statusId }) => statusId === issue.statusId);
  return status?.properties['jira.issue.editable'] !== 'false';
}

/**
 * The Jira objects that workflow rules read. Ids are Numbers except where the type reference says otherwise.
 * A property that Jira has and the sandbox doesn't is refused when it is read.
 * Source: Jira expressions type reference: User, Issue, IssueStatus, StatusCategory, IssueType, Project, Transition,
 * Workflow, RichText.
 */
import { ExpressionObject } from './expression-object.ts';
import type { LazyProperties } from './expression-object.ts';
import { absent, readable, recordObject } from './record-object.ts';

export { issueObject, richTextObject } from './issue-object.ts';
export type { IssueFacts } from './issue-object.ts';

type MaybeObject = ExpressionObject | null;

export interface UserFacts {
  accountId: string;
  displayName: string;
  active: boolean;
  timeZone: string;
}

/** A `User`; two are equal when their account ids are. */
export function userObject(user: UserFacts, groups?: () => readonly string[]): ExpressionObject {
  const properties: LazyProperties = {
    ...absent('User', [
      'avatarUrls',
      'getProjectRoles',
      'groupIds',
      'groups',
      'locale',
      'permissions',
      'properties',
    ]),
    accountId: () => user.accountId,
    active: () => user.active,
    displayName: () => user.displayName,
    timeZone: () => user.timeZone,
    ...(groups && { groups }),
  };
  return new ExpressionObject('User', properties, user.accountId);
}

export interface StatusFacts {
  id: string;
  name: string;
  description: string;
  statusCategory: 'TODO' | 'IN_PROGRESS' | 'DONE';
}

const statusCategories = {
  TODO: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  IN_PROGRESS: { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  DONE: { id: 3, key: 'done', name: 'Done', colorName: 'green' },
} as const;

/** An `IssueStatus`. */
export function statusObject(status: StatusFacts): ExpressionObject {
  const { id, name, description } = status;
  const category = statusCategories[status.statusCategory];
  return recordObject('IssueStatus', id, {
    name: () => name,
    description: () => description,
    category: () => recordObject('StatusCategory', String(category.id), readable(category)),
  });
}

/** A `Resolution`. */
export function resolutionObject(resolution: {
  id: string;
  name: string;
  description: string;
}): ExpressionObject {
  const { name, description } = resolution;
  return recordObject('Resolution', resolution.id, readable({ name, description }));
}

/** An `IssueType`. */
export function issueTypeObject(type: {
  id: string;
  name: string;
  description: string;
  hierarchyLevel: number;
}): ExpressionObject {
  const { name, description, hierarchyLevel } = type;
  return recordObject('IssueType', type.id, {
    ...absent('IssueType', ['iconUrl', 'properties']),
    ...readable({ name, description, hierarchyLevel }),
  });
}

/** A `Project`; `style` is `classic` for company-managed ones. */
export function projectObject(project: {
  id: string;
  key: string;
  name: string;
  projectTypeKey: string;
  lead: MaybeObject;
}): ExpressionObject {
  const { key, name, projectTypeKey, lead } = project;
  return recordObject('Project', project.id, {
    ...absent('Project', ['avatarUrls', 'projectCategory', 'properties']),
    ...readable({ key, name, projectTypeKey, lead, style: 'classic' }),
  });
}

/** A `Transition`. */
export function transitionObject(transition: {
  id: string;
  name: string;
  from: MaybeObject;
  to: ExpressionObject;
  hasScreen: boolean;
}): ExpressionObject {
  const { name, from, to, hasScreen } = transition;
  return recordObject('Transition', transition.id, readable({ name, from, to, hasScreen }));
}

/** A `Workflow`; its id is text. */
export function workflowObject(workflow: { id: string; name: string }): ExpressionObject {
  return new ExpressionObject('Workflow', readable({ id: workflow.id, name: workflow.name }), workflow.id);
}

/** The value of a select field, a Map as in the REST API: `issue.customfield_10051.value == "Production"`. */
export function optionValue(option: { id: string; value: string }): Record<string, unknown> {
  return { id: option.id, value: option.value };
}

/** The value of one of Jira's own user pickers, a Map as in the REST API. */
export function userValue(user: UserFacts): Record<string, unknown> {
  const { accountId, displayName, active, timeZone } = user;
  return { accountId, displayName, active, timeZone };
}

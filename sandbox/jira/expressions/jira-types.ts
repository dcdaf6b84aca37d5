/**
 * The Jira objects that workflow rules read. Ids are Numbers except where the type reference says otherwise.
 * A property that Jira has and the sandbox doesn't is refused when it is read.
 * Source: Jira expressions type reference: User, Issue, IssueStatus, StatusCategory, IssueType, Project, Transition,
 * Workflow, RichText.
 */
import { parseDay, parseInstant } from './expression-date.ts';
import type { ExpressionDate } from './expression-date.ts';
import { ExpressionObject } from './expression-object.ts';
import type { LazyProperties } from './expression-object.ts';
import { notModelled } from './failure.ts';

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

/** A `RichText`, as descriptions and paragraph fields are; null for none. */
export function richTextObject(plainText: string | null): MaybeObject {
  return plainText === null ? null : new ExpressionObject('RichText', { plainText: () => plainText });
}

export interface IssueFacts {
  id: string;
  key: string;
  summary: string;
  /** As plain text. */
  description: string | null;
  issueType: ExpressionObject;
  status: ExpressionObject;
  project: ExpressionObject;
  /** ISO 8601 or the REST API's form. */
  created: string;
  updated: string;
  resolutionDate: string | null;
  /** `YYYY-MM-DD`. */
  dueDate: string | null;
  creator: MaybeObject;
  reporter: MaybeObject;
  assignee: MaybeObject;
  labels: readonly string[];
  /**
   * Every custom field of the site, null where it is unset: one that is missing here is an unrecognized property.
   * A select is `optionValue`, a user picker of Jira's own `userValue`, a Forge field of type user `userObject`,
   * a paragraph `richTextObject`, a date of Jira's own its text.
   */
  customFields: Readonly<Record<string, unknown>>;
}

const issuePropertiesNotModelled = [
  ...['attachments', 'changelogs', 'childIssues', 'comments', 'components', 'environment', 'fixVersions'],
  ...[
    'getNewestChangelog',
    'links',
    'originalEstimate',
    'parent',
    'priority',
    'properties',
    'remainingEstimate',
  ],
  ...[
    'resolution',
    'securityLevel',
    'subtasks',
    'timeSpent',
    'versions',
    'voters',
    'votes',
    'watchers',
    'watches',
  ],
  ...['worklogs', 'isEpic', 'epic', 'sprint', 'closedSprints', 'flagged'],
] as const;

/** An `Issue`; two are equal when their ids are. */
export function issueObject(issue: IssueFacts): ExpressionObject {
  const { key, summary, issueType, status, project, creator, reporter, assignee, labels } = issue;
  return recordObject('Issue', issue.id, {
    ...absent('Issue', issuePropertiesNotModelled),
    ...readable({ key, summary, issueType, status, project, creator, reporter, assignee, labels }),
    description: () => richTextObject(issue.description),
    created: () => instant(issue.created),
    updated: () => instant(issue.updated),
    resolutionDate: () => (issue.resolutionDate === null ? null : instant(issue.resolutionDate)),
    dueDate: () => (issue.dueDate === null ? null : day(issue.dueDate)),
    ...readable(issue.customFields),
  });
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

function recordObject(type: string, id: string, properties: LazyProperties): ExpressionObject {
  const number = Number(id);
  if (!/^\d+$/.test(id)) throw new TypeError(`The id of a ${type} is a number, not ${JSON.stringify(id)}.`);
  return new ExpressionObject(type, { id: () => number, ...properties }, number);
}

function readable(values: Readonly<Record<string, unknown>>): LazyProperties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
}

function absent(type: string, names: readonly string[]): LazyProperties {
  const refuse = (name: string) => () => {
    throw notModelled(`${type}.${name}`);
  };
  return Object.fromEntries(names.map(name => [name, refuse(name)]));
}

function instant(text: string): ExpressionDate {
  const date = parseInstant(text);
  if (!date) throw new TypeError(`Not an instant: ${text}`);
  return date;
}

function day(text: string): ExpressionDate {
  const date = parseDay(text);
  if (!date) throw new TypeError(`Not a day: ${text}`);
  return date;
}

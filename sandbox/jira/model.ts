/**
 * The records of the local Jira. Field names follow Jira's REST v3 where it has one; ids are text.
 * `collections(store)` is the one way to reach them.
 */
import type { JiraStore, Stored } from './store.ts';

export interface User extends Stored {
  /** Same as `id`. */
  accountId: string;
  accountType: 'atlassian' | 'app' | 'customer';
  displayName: string;
  /** What Jira shows of it: people can hide it, and then it is null, empty or absent. */
  emailAddress?: string | null;
  active: boolean;
  timeZone: string;
}

export interface Group extends Stored {
  name: string;
  members: string[];
}

export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export interface Status extends Stored {
  name: string;
  description: string;
  statusCategory: StatusCategory;
}

export interface IssueType extends Stored {
  name: string;
  description: string;
  hierarchyLevel: number;
}

/** A field, system (`id` = `summary`) or custom (`id` = `customfield_10050`). */
export interface Field extends Stored {
  name: string;
  description: string;
  custom: boolean;
  /** The custom field type's key, e.g. `com.atlassian.jira.plugin.system.customfieldtypes:select`, or an app's extension ARI. */
  type: string;
  searcherKey?: string;
  /** Forge fields: `{appId}__{environmentId}__static__{moduleKey}`. */
  key?: string;
  schema: { type: string; items?: string; system?: string; custom?: string; customId?: number };
  readOnly: boolean;
}

export interface FieldContext extends Stored {
  fieldId: string;
  name: string;
  description: string;
  /** Empty means every project. */
  projectIds: string[];
  /** Empty means every work type. */
  issueTypeIds: string[];
}

export interface FieldOption extends Stored {
  contextId: string;
  fieldId: string;
  value: string;
  disabled: boolean;
  position: number;
}

export interface Screen extends Stored {
  name: string;
  description: string;
  tabs: { id: string; name: string; fieldIds: string[] }[];
}

export interface ScreenScheme extends Stored {
  name: string;
  description: string;
  screens: { default: string; create?: string; edit?: string; view?: string };
}

export interface IssueTypeScreenScheme extends Stored {
  name: string;
  description: string;
  mappings: { issueTypeId: string; screenSchemeId: string }[];
}

export interface IssueTypeScheme extends Stored {
  name: string;
  description: string;
  defaultIssueTypeId?: string;
  issueTypeIds: string[];
}

/** A rule on a transition; every parameter value is text. */
export interface WorkflowRule {
  id: string;
  ruleKey: string;
  parameters: Record<string, string>;
}

export interface WorkflowConditionGroup {
  operation: 'ALL' | 'ANY';
  conditionGroups: WorkflowConditionGroup[];
  conditions: WorkflowRule[];
}

export interface WorkflowTransition {
  id: string;
  type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  name: string;
  description: string;
  /** Statuses it leaves from; empty for INITIAL and GLOBAL. */
  from: string[];
  to: string;
  screenId?: string;
  conditions?: WorkflowConditionGroup;
  validators: WorkflowRule[];
  actions: WorkflowRule[];
  properties: Record<string, string>;
}

export interface Workflow extends Stored {
  name: string;
  description: string;
  version: { id: string; versionNumber: number };
  statuses: { statusId: string; properties: Record<string, string>; layout?: { x: number; y: number } }[];
  transitions: WorkflowTransition[];
}

export interface WorkflowScheme extends Stored {
  name: string;
  description: string;
  /** A workflow's name. */
  defaultWorkflow: string;
  issueTypeMappings: Record<string, string>;
  /** Counts its changes; absent in one that was never changed. */
  versionNumber?: number;
}

export interface PermissionGrant {
  id: string;
  holder: { type: string; parameter?: string; value?: string };
  permission: string;
}

export interface PermissionScheme extends Stored {
  name: string;
  description: string;
  permissions: PermissionGrant[];
}

export interface Project extends Stored {
  key: string;
  name: string;
  description: string;
  projectTypeKey: string;
  leadAccountId: string;
  assigneeType: 'PROJECT_LEAD' | 'UNASSIGNED';
  issueTypeSchemeId: string;
  issueTypeScreenSchemeId: string;
  workflowSchemeId: string;
  permissionSchemeId: string;
}

export interface Issue extends Stored {
  key: string;
  projectId: string;
  issueTypeId: string;
  statusId: string;
  created: string;
  updated: string;
  creator: string;
  /**
   * By field id, as stored: users as account ids, selects as option ids, dates as text, rich text as ADF.
   * `summary`, `description`, `reporter`, `assignee`, `labels`, `priority`, `resolutiondate` are here too.
   */
  fields: Record<string, unknown>;
  /** Entity properties. */
  properties: Record<string, unknown>;
}

export interface HistoryItem {
  field: string;
  fieldtype: 'jira' | 'custom';
  /** Absent for what is no field, such as the key. */
  fieldId?: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

/** One entry of an issue's changelog. */
export interface History extends Stored {
  issueId: string;
  /** An account id. */
  author: string;
  created: string;
  items: HistoryItem[];
}

export interface Comment extends Stored {
  issueId: string;
  author: string;
  body: unknown;
  created: string;
  updated: string;
  properties: { key: string; value: unknown }[];
}

/** A file that is attached to a work item. */
export interface Attachment extends Stored {
  issueId: string;
  filename: string;
  mimeType: string;
  /** In bytes. */
  size: number;
  /** An account id. */
  author: string;
  created: string;
  /** Its bytes in base64. */
  content: string;
}

/** Every kind of record, by name. */
export function collections(store: JiraStore) {
  return {
    users: store.collection<User>('user'),
    groups: store.collection<Group>('group'),
    statuses: store.collection<Status>('status'),
    issueTypes: store.collection<IssueType>('issueType'),
    fields: store.collection<Field>('field'),
    fieldContexts: store.collection<FieldContext>('fieldContext'),
    fieldOptions: store.collection<FieldOption>('fieldOption'),
    screens: store.collection<Screen>('screen'),
    screenSchemes: store.collection<ScreenScheme>('screenScheme'),
    issueTypeScreenSchemes: store.collection<IssueTypeScreenScheme>('issueTypeScreenScheme'),
    issueTypeSchemes: store.collection<IssueTypeScheme>('issueTypeScheme'),
    workflows: store.collection<Workflow>('workflow'),
    workflowSchemes: store.collection<WorkflowScheme>('workflowScheme'),
    permissionSchemes: store.collection<PermissionScheme>('permissionScheme'),
    projects: store.collection<Project>('project'),
    issues: store.collection<Issue>('issue'),
    histories: store.collection<History>('history'),
    comments: store.collection<Comment>('comment'),
    attachments: store.collection<Attachment>('attachment'),
  };
}

export type Collections = ReturnType<typeof collections>;

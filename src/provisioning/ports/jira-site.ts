import type { Status } from '../../domain/work-type/work-type';

/**
 * How a Jira site is configured: what set-up reads and makes. Every write is one request.
 * Names are compared by whoever asks: reads answer with everything that may have the name.
 */
export interface JiraSite
  extends SiteFields, SiteScreens, SiteWorkTypes, SiteWorkflows, SiteProjects, SitePanels {
  /** What Jira said, when the fault is its refusal of a request; undefined for every other fault. */
  reasonOf(fault: unknown): string | undefined;
}

/** A thing that Jira knows by its id and people by its name. */
export interface Named {
  id: string;
  name: string;
  description: string;
}

export type NewThing = Omit<Named, 'id'>;

export interface SiteFields {
  customFields(): Promise<CustomField[]>;
  /** @returns the id of the new field */
  createField(field: NewThing & { type: FieldType }): Promise<string>;
  describeField(field: Named): Promise<void>;
  fieldContexts(fieldId: string): Promise<FieldContext[]>;
  /** A context for every project and work type. @returns its id */
  createFieldContext(fieldId: string, context: NewThing): Promise<string>;
  /** In Jira's order. */
  fieldOptions(fieldId: string, contextId: string): Promise<FieldOption[]>;
  /** At the end, in this order. */
  addFieldOptions(fieldId: string, contextId: string, values: readonly string[]): Promise<void>;
  setFieldOption(fieldId: string, contextId: string, option: FieldOption): Promise<void>;
  /** Puts these options first, in this order. */
  orderFieldOptions(fieldId: string, contextId: string, optionIds: readonly string[]): Promise<void>;
}

export type FieldType = 'select' | 'user' | 'text' | 'date';

export interface CustomField extends Named {
  /** Null: a type that we don't make, among them those of apps. */
  type: FieldType | null;
  /** Set for the fields of apps. */
  appField: { appId: string; environmentId: string; moduleKey: string } | null;
}

export interface FieldContext {
  id: string;
  name: string;
  /** Whether it holds in every project and for every work type. */
  holdsEverywhere: boolean;
}

export interface FieldOption {
  id: string;
  value: string;
  disabled: boolean;
}

export interface SiteScreens {
  /** As the other reads that end in `Like`: the one of this id; without it, or when there is none, by its name. */
  screensLike(name: string, id?: string): Promise<Named[]>;
  /** With its first tab. */
  createScreen(screen: NewThing): Promise<string>;
  nameScreen(screen: Named): Promise<void>;
  screenTabs(screenId: string): Promise<{ id: string; name: string }[]>;
  /** Field ids, in the order of the tab. */
  tabFields(screenId: string, tabId: string): Promise<string[]>;
  /** At the end of the tab. */
  addTabField(screenId: string, tabId: string, fieldId: string): Promise<void>;
  screenSchemesLike(name: string, id?: string): Promise<ScreenScheme[]>;
  createScreenScheme(scheme: Omit<ScreenScheme, 'id'>): Promise<string>;
  changeScreenScheme(scheme: ScreenScheme): Promise<void>;
  workTypeScreenSchemesLike(name: string, id?: string): Promise<Named[]>;
  nameWorkTypeScreenScheme(scheme: Named): Promise<void>;
  /** Screen scheme ids by work type id; `default` for the others. */
  screenSchemesByWorkType(workTypeScreenSchemeId: string): Promise<Record<string, string>>;
  createWorkTypeScreenScheme(scheme: NewThing & { screenSchemes: Record<string, string> }): Promise<string>;
  /** @param workTypeId - `default` for all others */
  setScreenScheme(workTypeScreenSchemeId: string, workTypeId: string, screenSchemeId: string): Promise<void>;
}

/** Screen ids by what they are for; `default` where nothing else is said. */
export interface ScreenScheme extends Named {
  screens: { default: string; create?: string; edit?: string; view?: string };
}

export interface SiteWorkTypes {
  workTypes(): Promise<Named[]>;
  createWorkType(workType: NewThing): Promise<string>;
  changeWorkType(workType: Named): Promise<void>;
  workTypeSchemesLike(name: string, id?: string): Promise<Named[]>;
  nameWorkTypeScheme(scheme: Named): Promise<void>;
  /** Work type ids. */
  workTypesOfScheme(schemeId: string): Promise<string[]>;
  createWorkTypeScheme(scheme: NewThing & { workTypeIds: readonly string[] }): Promise<string>;
  addToWorkTypeScheme(schemeId: string, workTypeIds: readonly string[]): Promise<void>;
}

/** A status of the whole site. */
export interface SiteStatus extends Named {
  category: Status['category'];
}

export interface SiteWorkflows {
  /** Those of the whole site; statuses of team-managed projects are left out. */
  statuses(): Promise<SiteStatus[]>;
  createStatus(status: Omit<SiteStatus, 'id'>): Promise<string>;
  changeStatus(status: SiteStatus): Promise<void>;
  /** Ids of the spaces in whose workflows the status is. */
  projectsUsingStatus(statusId: string): Promise<string[]>;
  /** The workflow of this id, whatever it is called; without it, or when there is none, the one of exactly this name. */
  workflow(name: string, id?: string): Promise<Workflow | undefined>;
  /** What Jira would not accept of it, in its words; empty when it would. */
  problemsOfNewWorkflow(workflow: WorkflowDesign): Promise<string[]>;
  createWorkflow(workflow: WorkflowDesign): Promise<string>;
  /** Replaces the whole workflow, unless it has changed since it was read. A transition stays the one of its id. */
  changeWorkflow(workflow: Workflow, design: WorkflowDesign): Promise<void>;
  workflowSchemes(): Promise<WorkflowScheme[]>;
  createWorkflowScheme(scheme: Omit<WorkflowScheme, 'id'>): Promise<string>;
  nameWorkflowScheme(scheme: Named): Promise<void>;
  /**
   * Gives a work type a workflow in a scheme, also in one that a space uses; what the other work types have stays,
   * unless the scheme changes at the same time.
   */
  setWorkflow(workflowSchemeId: string, workTypeId: string, workflow: string): Promise<void>;
}

/** A workflow as it should be; statuses by their ids. */
export interface WorkflowDesign {
  name: string;
  description: string;
  statuses: readonly Omit<SiteStatus, 'description'>[];
  initialStatus: string;
  /** What Jira checks and does when a ticket is created. */
  creation: { validators: readonly WorkflowRule[]; postFunctions: readonly WorkflowRule[] };
  transitions: readonly TransitionDesign[];
}

export interface TransitionDesign {
  /** Unique within the workflow. */
  id: string;
  name: string;
  from: readonly string[];
  to: string;
  screenId: string | null;
  /** All must hold for the transition to be offered and accepted. */
  conditions: readonly WorkflowRule[];
  validators: readonly WorkflowRule[];
  /** What Jira does once it is made. */
  postFunctions: readonly WorkflowRule[];
}

/** A rule of a transition: one of Jira's own, or a module of the app with its configuration. */
export type WorkflowRule =
  | { kind: 'permission'; permission: string }
  | { kind: 'app condition' | 'app validator'; module: string; config: Readonly<Record<string, string>> }
  /** One that set-up does not make, as it was found. */
  | { kind: 'other'; ruleKey: string; parameters: Readonly<Record<string, string>> };

export interface Workflow extends WorkflowDesign {
  id: string;
  version: { id: string; versionNumber: number };
}

export interface WorkflowScheme extends Named {
  /** A workflow's name. */
  defaultWorkflow: string;
  /** Workflow names by work type id. */
  workflows: Record<string, string>;
}

export interface SiteProjects {
  permissionSchemes(): Promise<PermissionScheme[]>;
  createPermissionScheme(scheme: Omit<PermissionScheme, 'id'>): Promise<string>;
  namePermissionScheme(scheme: Named): Promise<void>;
  addGrant(permissionSchemeId: string, grant: Grant): Promise<void>;
  projectRoles(): Promise<Named[]>;
  project(idOrKey: string): Promise<Project | undefined>;
  createProject(project: NewProject): Promise<string>;
  schemesOfProject(projectId: string): Promise<SpaceSchemes>;
  /** Gives a space a scheme. Where that would move tickets to other statuses or work types, Jira refuses it. */
  setSchemeOfProject(projectId: string, kind: keyof SpaceSchemes, schemeId: string): Promise<void>;
  /** Which of these permissions the account has not, in the space. */
  permissionsLacking(accountId: string, projectId: string, permissions: readonly string[]): Promise<string[]>;
}

export interface PermissionScheme extends Named {
  grants: readonly Grant[];
}

export interface Grant {
  permission: string;
  holder: GrantHolder;
}

export type GrantHolder =
  | { type: 'anyone signed in' }
  | { type: 'project lead' }
  | { type: 'project role'; roleId: string }
  /** One that set-up does not give, as it was found, in words. */
  | { type: 'other'; who: string };

export interface Project extends Named {
  key: string;
}

/** A company-managed business project, with the schemes it begins with. */
export interface NewProject extends NewThing {
  key: string;
  /** Account id. */
  lead: string;
  workTypeSchemeId: string;
  workTypeScreenSchemeId: string;
  workflowSchemeId: string;
  permissionSchemeId: string;
}

/** The ids of the schemes that a space has; null where Jira's own default has none. */
export interface SpaceSchemes {
  workTypeScheme: string | null;
  workTypeScreenScheme: string | null;
  workflowScheme: string | null;
  permissionScheme: string | null;
}

export interface SitePanels {
  /** Whether all tickets of the space show the app's panel, also those to come; undefined where Jira does not tell. */
  showsPanel(projectId: string, moduleKey: string): Promise<boolean | undefined>;
  /** Has them show it; harmless when they do. */
  showPanel(projectId: string, moduleKey: string): Promise<void>;
}

/** Which app this is, as workflow rules and field types name it. */
export interface AppIdentity {
  appId: string;
  environmentId: string;
}

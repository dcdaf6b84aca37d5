import type { Resource } from '../domain/resource';
import type { SiteStatus, Workflow, WorkflowDesign } from '../domain/workflow/workflow';

/** Statuses and workflows, and the schemes that give them to work types. */
export interface SiteWorkflows {
  /** Those of the whole site; statuses of team-managed projects are left out. */
  statuses(): Promise<SiteStatus[]>;
  createStatus(status: Omit<SiteStatus, 'id'>): Promise<string>;
  changeStatus(status: SiteStatus): Promise<void>;
  /** Ids of the spaces in whose workflows the status is. */
  projectsUsingStatus(statusId: string): Promise<string[]>;
  /** The workflow of this id, whatever it is called; without it, or when there is none, the one of exactly this name. */
  workflow(name: string, id?: string): Promise<Workflow | undefined>;
  /** What Jira would refuse in it, in its words. */
  problemsOfNewWorkflow(workflow: WorkflowDesign): Promise<string[]>;
  createWorkflow(workflow: WorkflowDesign): Promise<string>;
  /** Replaces the whole workflow, unless it has changed since it was read. A transition is kept by its id. */
  changeWorkflow(workflow: Workflow, design: WorkflowDesign): Promise<void>;
  workflowSchemes(): Promise<WorkflowScheme[]>;
  createWorkflowScheme(scheme: Omit<WorkflowScheme, 'id'>): Promise<string>;
  nameWorkflowScheme(scheme: Resource): Promise<void>;
  /**
   * Gives a work type a workflow in a scheme, also in one that a space uses; what the other work types have stays,
   * unless the scheme changes at the same time.
   */
  setWorkflow(workflowSchemeId: string, workTypeId: string, workflow: string): Promise<void>;
}

export interface WorkflowScheme extends Resource {
  /** A workflow's name. */
  defaultWorkflow: string;
  /** Workflow names by work type id. */
  workflows: Record<string, string>;
}

import type { Workflow } from './jira-site';

/** The workflows that tickets follow now, whatever set-up once made. */
export interface WorkflowsInForce {
  /**
   * Those that the work types have in a space, each once, read as the app in one call. `refused`: Jira keeps the app
   * from reading them, in its words.
   */
  read(projectId: string, workTypeIds: readonly string[]): Promise<Workflow[] | { refused: string }>;
}

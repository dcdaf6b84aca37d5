import type { Workflow } from '../domain/workflow/workflow';

/** The workflows that tickets follow now, whatever was applied. */
export interface WorkflowsInForce {
  /**
   * Those of the work types in a space, each once, read as the app in one call. `refused`: Jira does not let the app
   * read them, in its words.
   */
  read(projectId: string, workTypeIds: readonly string[]): Promise<Workflow[] | { refused: string }>;
}

import type { JiraContext } from '../context.ts';
import type { Project, Workflow } from '../model.ts';
import { present } from '../issues/find-issue.ts';

/** The workflow that work items of that type follow in the project. Refuses 422 when the site has none. */
export function workflowOf(
  site: Pick<JiraContext, 'records'>,
  project: Project,
  issueTypeId: string,
): Workflow {
  const scheme = present(
    site.records.workflowSchemes.get(project.workflowSchemeId),
    `workflow scheme ${project.workflowSchemeId}`,
  );
  const name = scheme.issueTypeMappings[issueTypeId] ?? scheme.defaultWorkflow;
  return present(
    site.records.workflows.find(workflow => workflow.name === name),
    `workflow ${name}`,
  );
}

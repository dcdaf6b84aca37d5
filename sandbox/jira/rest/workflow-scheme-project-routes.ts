import * as z from 'zod';
import { DEFAULTS } from '../admin/seed.ts';
import { startTask } from '../admin/tasks.ts';
import type { JiraContext } from '../context.ts';
import type { Project, WorkflowScheme } from '../model.ts';
import { valuesOf } from './page.ts';
import { assignToProject, projectsByScheme } from './project-schemes.ts';
import { JiraError, route, type Route } from './router.ts';
import { administratorsOnly, found } from './site-administration.ts';
import { taskJson } from './task-routes.ts';
import { workflowNameOf, workflowSchemeJson } from './workflow-scheme-routes.ts';

const ASSIGN = z.strictObject({ projectId: z.string(), workflowSchemeId: z.string().optional() });
const SWITCH = z.strictObject({
  projectId: z.string(),
  targetSchemeId: z.string(),
  mappingsByIssueTypeOverride: z
    .array(z.unknown())
    .max(0, 'NOT_MODELLED: moving work items to other statuses')
    .optional(),
});

/** Giving a space its workflow scheme: at once while it is empty, by a task afterwards. */
export function workflowSchemeProjectRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/workflowscheme/project';
  const scopes = ['manage:jira-configuration'];
  const guard = administratorsOnly(context);
  return [
    route({
      method: 'GET',
      path,
      scopes,
      guard,
      query: ['projectId'],
      handle({ query }) {
        if ((valuesOf(query, 'projectId')?.length ?? 0) > 100)
          throw new JiraError(400, 'At most 100 project IDs.');
        const values = projectsByScheme(context, query, 'workflowSchemeId').map(([id, projectIds]) => ({
          workflowScheme: workflowSchemeJson(context, schemeWith(context, id)),
          projectIds,
        }));
        return { status: 200, body: { values } };
      },
    }),
    route({
      method: 'PUT',
      path,
      scopes,
      guard,
      body: ASSIGN,
      handle({ body: { projectId, workflowSchemeId = DEFAULTS.workflowScheme } }) {
        schemeWith(context, workflowSchemeId);
        if (records.issues.find(issue => issue.projectId === projectId)) {
          throw new JiraError(
            400,
            'Only projects with no issues can have their workflow scheme changed this way.',
          );
        }
        assignToProject(context, projectId, { workflowSchemeId });
        return { status: 204 };
      },
    }),
    route({
      method: 'POST',
      path: `${path}/switch`,
      scopes,
      guard: administratorsOnly(context, 401),
      body: SWITCH,
      handle(call) {
        const { projectId, targetSchemeId } = call.body;
        const project = records.projects.get(projectId);
        const scheme = records.workflowSchemes.get(targetSchemeId);
        if (!project || !scheme)
          throw new JiraError(400, 'The project or the workflow scheme was not found.');
        refuseStranded(context, project, scheme);
        const task = startTask(context, call.accountId(), 'Switch workflow scheme', () => {
          assignToProject(context, projectId, { workflowSchemeId: targetSchemeId });
        });
        const answer = taskJson(context, task);
        return { status: 303, headers: { location: answer.self }, body: answer };
      },
    }),
  ];
}

function schemeWith({ records }: JiraContext, id: string): WorkflowScheme {
  return found(records.workflowSchemes.get(id), 'The workflow scheme was not found.');
}

/** Every work item must find its status in the workflow that it would follow. */
export function refuseStranded({ records }: JiraContext, project: Project, scheme: WorkflowScheme): void {
  const stranded = records.issues.find(issue => {
    if (issue.projectId !== project.id) return false;
    const name = workflowNameOf(scheme, issue.issueTypeId);
    const workflow = records.workflows.find(one => one.name === name);
    return !workflow?.statuses.some(({ statusId }) => statusId === issue.statusId);
  });
  if (stranded)
    throw new JiraError(
      400,
      `Status mappings are required: ${stranded.key} is in a status that its new workflow lacks.`,
    );
}

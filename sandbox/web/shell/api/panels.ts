import { z } from 'zod';
import { jira, request } from './request';

const Placements = z.array(
  z.object({
    moduleKey: z.string(),
    /** On all work items of the space. */
    inProject: z.boolean(),
    onIssue: z.boolean(),
  }),
);
export type PanelPlacement = z.infer<typeof Placements>[number];

export const panelsOn = (issueKey: string) => request(Placements, 'GET', address(issueKey));

/** Adds a panel of the app to one work item, or takes it off. */
export const putPanel = (issueKey: string, moduleKey: string, shown: boolean) =>
  request(Placements, 'POST', address(issueKey), { moduleKey, shown });

/** "Show for all work items" and "Hide from all work items", for administrators: a task of Jira's. */
export async function pinPanel(moduleId: string, projectId: string, shown: boolean): Promise<void> {
  const projectList = [{ projectIdOrKey: projectId, action: shown ? 'PIN' : 'UNPIN' }];
  const begun = { moduleId, projectList };
  const { taskId } = await jira(
    z.object({ taskId: z.string() }),
    'POST',
    'forge/panel/action/bulk/async',
    begun,
  );
  await taskEnd(taskId);
}

async function taskEnd(taskId: string): Promise<void> {
  const { status, message } = await jira(
    z.object({ status: z.string(), message: z.string().optional() }),
    'GET',
    `task/${taskId}`,
  );
  if (status === 'COMPLETE') return;
  if (status !== 'ENQUEUED') throw new Error(message ?? `Jira's task ended as ${status}.`);
  await new Promise(resolve => setTimeout(resolve, 100));
  await taskEnd(taskId);
}

function address(issueKey: string): string {
  return `/sandbox/panels/${encodeURIComponent(issueKey)}`;
}

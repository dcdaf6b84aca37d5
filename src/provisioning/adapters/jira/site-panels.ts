import { route } from '@forge/api';
import { z } from 'zod';
import type { SitePanels } from '../../ports/jira-site';
import { ifFound } from '../../../adapters/jira/rest';
import { asAppOrCaller } from './as-app-or-caller';
import { appIdentity, moduleAri } from './invocation';
import { followTask } from './tasks';

const pinStatus = z.object({
  statuses: z
    .array(z.object({ projectIdOrKey: z.string(), pinned: z.boolean(), error: z.string().nullish() }))
    .default([]),
});

/** Where the app's issue panels show. Source: Jira's REST API, "Issue panels": pinned to a project. */
export const SITE_PANELS: SitePanels = {
  async showsPanel(projectId, moduleKey) {
    const statuses = await pinStatusOf(projectId, moduleAri(appIdentity(), moduleKey));
    const found = statuses?.find(({ projectIdOrKey }) => projectIdOrKey === projectId);
    return found && !found.error ? found.pinned : undefined;
  },

  async showPanel(projectId, moduleKey) {
    const { taskId } = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/forge/panel/action/bulk/async`,
      body: {
        moduleId: moduleAri(appIdentity(), moduleKey),
        projectList: [{ projectIdOrKey: projectId, action: 'PIN' }],
      },
      answer: z.object({ taskId: z.string() }),
    });
    await followTask(taskId);
  },
};

/** Undefined where Jira does not have the operation, which is younger than pinning itself. */
async function pinStatusOf(projectId: string, moduleId: string) {
  const answer = await ifFound(
    asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/forge/panel/action/bulk/status`,
      body: { moduleId, projectList: [projectId] },
      answer: pinStatus,
    }),
  );
  return answer?.statuses;
}

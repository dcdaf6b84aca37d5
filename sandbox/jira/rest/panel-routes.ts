import * as z from 'zod';
import { extensionAri } from '../admin/app-install.ts';
import { startTask } from '../admin/tasks.ts';
import type { JiraContext } from '../context.ts';
import type { Project } from '../model.ts';
import { inProject, pin, pinnedAt, unpin } from '../panels/panel-pins.ts';
import { JiraError, notModelled, route, type Route } from './router.ts';
import { administratorsOnly } from './site-administration.ts';

const MOST_PROJECTS = 1_000;

const PIN = z.strictObject({
  moduleId: z.string(),
  projectList: z
    .array(z.strictObject({ projectIdOrKey: z.string(), action: z.enum(['PIN', 'UNPIN']) }))
    .max(MOST_PROJECTS),
});

const STATUS = z.strictObject({ moduleId: z.string(), projectList: z.array(z.string()) });

/** On which projects' work items an issue panel of the app shows without anyone having added it to each. */
export function panelRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/forge/panel/action/bulk';
  const administer = {
    method: 'POST',
    scopes: ['manage:jira-project'],
    guard: administratorsOnly(context, 403),
  } as const;
  return [
    route({
      ...administer,
      path: `${path}/async`,
      body: PIN,
      handle(call) {
        const moduleKey = panelOf(context, call.body.moduleId);
        const actions = call.body.projectList.map(({ projectIdOrKey, action }) => {
          const project = projectOf(context, projectIdOrKey);
          // What Jira makes of a project that is not there is not described.
          if (!project) throw notModelled(`pinning a panel to the unknown project ${projectIdOrKey}`);
          return { place: inProject(project.id), act: action === 'PIN' ? pin : unpin };
        });
        const { id } = startTask(context, call.accountId(), 'Pin or unpin an issue panel', () => {
          for (const { place, act } of actions) act(context, moduleKey, place);
        });
        return { status: 202, body: { taskId: id } };
      },
    }),
    route({
      ...administer,
      path: `${path}/status`,
      body: STATUS,
      handle({ body: { moduleId, projectList } }) {
        const moduleKey = panelOf(context, moduleId);
        return {
          status: 200,
          body: { moduleId, statuses: projectList.map(asked => statusOf(context, moduleKey, asked)) },
        };
      },
    }),
  ];
}

function statusOf(context: JiraContext, moduleKey: string, projectIdOrKey: string) {
  const project = projectOf(context, projectIdOrKey);
  if (!project)
    return {
      projectIdOrKey,
      pinned: false,
      error: `No project could be found with key '${projectIdOrKey}'.`,
    };
  const since = pinnedAt(context, moduleKey, inProject(project.id));
  return since === undefined
    ? { projectIdOrKey, pinned: false }
    : { projectIdOrKey, pinned: true, pinnedAt: since };
}

/** The key of the app's issue panel of that identifier. Refuses 400 where there is none. */
function panelOf(context: JiraContext, moduleId: string): string {
  const app = context.app();
  const panel = app?.modules.issuePanels.find(({ key }) => extensionAri(app, key) === moduleId);
  if (!panel) throw new JiraError(400, `${moduleId} is not an issue panel of an installed app.`);
  return panel.key;
}

function projectOf({ records }: JiraContext, idOrKey: string): Project | undefined {
  return records.projects.find(({ id, key }) => id === idOrKey || key === idOrKey);
}

import type { SandboxClock } from '../clock.ts';
import type { InstalledApp, JiraSite } from '../seams.ts';
import { registerApp } from './admin/app-install.ts';
import { createUser, type NewUser } from './admin/people.ts';
import { seed } from './admin/seed.ts';
import type { JiraContext, JiraSettings } from './context.ts';
import { issueRoutes } from './issues/routes.ts';
import { collections, type User } from './model.ts';
import { issuePanels } from './panels/issue-panels.ts';
import { adminRoutes } from './rest/admin-routes.ts';
import { Router, type Route } from './rest/router.ts';
import type { JiraStore } from './store.ts';
import type { WorkItemSettings } from './workflow/settings.ts';

/** The local Jira, with what a scenario and the web pages need beside the REST API. */
export interface LocalJira extends JiraSite {
  readonly context: JiraContext;
  /** Every operation of its REST API. */
  readonly routes: readonly Route[];
  createUser(user: NewUser): User;
}

export interface LocalJiraOptions {
  store: JiraStore;
  clock: SandboxClock;
  settings?: Partial<JiraSettings & WorkItemSettings>;
}

const DEFAULT_SETTINGS: JiraSettings = {
  baseUrl: 'http://localhost:8080',
  appMayCreateProjectsAndWorkflows: true,
  validators: 'all',
  random: Math.random,
};

/** Opens the site that the store holds; a new store becomes a fresh site. */
export function createJiraSite({ store, clock, settings }: LocalJiraOptions): LocalJira {
  let installed: InstalledApp | undefined;
  const working = new Set<Promise<unknown>>();
  const context: JiraContext = {
    store,
    records: collections(store),
    clock,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    app: () => installed,
    track(work) {
      const done = work.finally(() => working.delete(done));
      working.add(done);
    },
  };
  seed(context);
  const routes = [...adminRoutes(context), ...issueRoutes(context)];
  const router = new Router(routes);
  return {
    context,
    routes,
    panels: issuePanels(context),
    handle: request => router.handle(request),
    install(app) {
      registerApp(context, app);
      installed = app;
    },
    async idle() {
      while (working.size > 0) await Promise.all(working);
    },
    createUser: user => createUser(context, user),
  };
}

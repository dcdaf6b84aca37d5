import type { JiraContext } from '../context.ts';
import { fieldContextRoutes } from './field-context-routes.ts';
import { fieldOptionRoutes } from './field-option-routes.ts';
import { fieldRoutes } from './field-routes.ts';
import { issueTypeRoutes } from './issue-type-routes.ts';
import { issueTypeSchemeRoutes } from './issue-type-scheme-routes.ts';
import { issueTypeScreenSchemeRoutes } from './issue-type-screen-scheme-routes.ts';
import { screenRoutes } from './screen-routes.ts';
import { screenSchemeRoutes } from './screen-scheme-routes.ts';
import { screenTabRoutes } from './screen-tab-routes.ts';
import type { Route } from './router.ts';
import { serverInfoRoutes } from './server-info-routes.ts';
import { statusRoutes } from './status-routes.ts';

const ROUTES = [
  serverInfoRoutes,
  issueTypeRoutes,
  statusRoutes,
  fieldRoutes,
  fieldContextRoutes,
  fieldOptionRoutes,
  screenRoutes,
  screenTabRoutes,
  screenSchemeRoutes,
  issueTypeScreenSchemeRoutes,
  issueTypeSchemeRoutes,
];

/** Every operation by which a site is set up and its people's rights are asked. */
export function adminRoutes(context: JiraContext): Route[] {
  return ROUTES.flatMap(routes => routes(context));
}

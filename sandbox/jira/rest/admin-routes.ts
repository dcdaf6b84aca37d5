import type { JiraContext } from '../context.ts';
import { fieldContextMappingRoutes } from './field-context-mapping-routes.ts';
import { fieldContextRoutes } from './field-context-routes.ts';
import { fieldOptionRoutes } from './field-option-routes.ts';
import { fieldRoutes } from './field-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { issueTypeRoutes } from './issue-type-routes.ts';
import { issueTypeSchemeAssociationRoutes } from './issue-type-scheme-association-routes.ts';
import { issueTypeSchemeRoutes } from './issue-type-scheme-routes.ts';
import { issueTypeScreenSchemeProjectRoutes } from './issue-type-screen-scheme-project-routes.ts';
import { issueTypeScreenSchemeRoutes } from './issue-type-screen-scheme-routes.ts';
import { panelRoutes } from './panel-routes.ts';
import { permissionGrantRoutes } from './permission-grant-routes.ts';
import { permissionRoutes } from './permission-routes.ts';
import { permissionSchemeRoutes } from './permission-scheme-routes.ts';
import { projectConfigurationRoutes } from './project-configuration-routes.ts';
import { projectRoutes } from './project-routes.ts';
import { resolutionRoutes } from './resolution-routes.ts';
import { roleRoutes } from './role-routes.ts';
import type { Route } from './router.ts';
import { screenRoutes } from './screen-routes.ts';
import { screenSchemeRoutes } from './screen-scheme-routes.ts';
import { screenTabRoutes } from './screen-tab-routes.ts';
import { serverInfoRoutes } from './server-info-routes.ts';
import { statusRoutes } from './status-routes.ts';
import { statusUsageRoutes } from './status-usage-routes.ts';
import { taskRoutes } from './task-routes.ts';
import { workflowRoutes } from './workflow-routes.ts';
import { workflowSchemeProjectRoutes } from './workflow-scheme-project-routes.ts';
import { workflowSchemeRoutes } from './workflow-scheme-routes.ts';
import { workflowSchemeUpdateRoutes } from './workflow-scheme-update-routes.ts';
import { workflowSearchRoutes } from './workflow-search-routes.ts';

const ROUTES = [
  serverInfoRoutes,
  issueTypeRoutes,
  statusRoutes,
  statusUsageRoutes,
  resolutionRoutes,
  fieldRoutes,
  fieldContextRoutes,
  fieldContextMappingRoutes,
  fieldOptionRoutes,
  screenRoutes,
  screenTabRoutes,
  screenSchemeRoutes,
  issueTypeScreenSchemeRoutes,
  issueTypeScreenSchemeProjectRoutes,
  issueTypeSchemeRoutes,
  issueTypeSchemeAssociationRoutes,
  workflowRoutes,
  workflowSearchRoutes,
  workflowSchemeRoutes,
  workflowSchemeProjectRoutes,
  workflowSchemeUpdateRoutes,
  permissionSchemeRoutes,
  permissionGrantRoutes,
  permissionRoutes,
  projectRoutes,
  projectConfigurationRoutes,
  roleRoutes,
  groupRoutes,
  taskRoutes,
  panelRoutes,
];

/** Every operation by which a site is set up and its people's rights are asked. */
export function adminRoutes(context: JiraContext): Route[] {
  return ROUTES.flatMap(routes => routes(context));
}

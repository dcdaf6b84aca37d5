/** Everything about work items and people that the local Jira answers over REST. */
import type { JiraContext } from '../context.ts';
import type { Route } from '../rest/router.ts';
import { userRoutes } from '../users/user-routes.ts';
import { userSearchRoutes } from '../users/user-search-routes.ts';
import { bulkTransitionRoutes } from '../workflow/bulk-transition-routes.ts';
import { expressionRoutes } from '../workflow/expression-routes.ts';
import { transitionRoutes } from '../workflow/transition-routes.ts';
import { appFieldRoutes } from './app-field-routes.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { bulkEditRoutes } from './bulk/bulk-edit-routes.ts';
import { bulkMoveRoutes } from './bulk/bulk-move-routes.ts';
import { bulkQueueRoutes } from './bulk/bulk-operations.ts';
import { changelogRoutes } from './changelog-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { workItemRoutes } from './issue-routes.ts';
import { metadataRoutes } from './meta-routes.ts';
import { propertyRoutes } from './property-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { workItemSite } from './work-item-site.ts';

/** Call it once for a site: it remembers the recent writes of each work item. */
export function issueRoutes(context: JiraContext): Route[] {
  const site = workItemSite(context);
  return [
    ...userRoutes(context),
    ...userSearchRoutes(context),
    ...workItemRoutes(site),
    ...commentRoutes(site),
    ...attachmentRoutes(site),
    ...propertyRoutes(site),
    ...changelogRoutes(site),
    ...metadataRoutes(site),
    ...transitionRoutes(site),
    ...bulkTransitionRoutes(site),
    ...bulkEditRoutes(site),
    ...bulkMoveRoutes(site),
    ...bulkQueueRoutes(site),
    ...searchRoutes(site),
    ...appFieldRoutes(site),
    ...expressionRoutes(site),
  ];
}

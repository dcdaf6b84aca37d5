/** The route that moves many work items at once: each through the same transition as one by one. */
import * as z from 'zod';
import { WRITE } from '../issues/call.ts';
import { submitBulk, type BulkAct } from '../issues/bulk/bulk-operations.ts';
import { updateRequest } from '../issues/update-request.ts';
import type { WorkItemSite } from '../issues/work-item-site.ts';
import { route, type Route } from '../rest/router.ts';
import { performTransition } from './perform-transition.ts';

const bulkRequest = z.strictObject({
  bulkTransitionInputs: z
    .array(
      z.strictObject({
        selectedIssueIdsOrKeys: z.array(z.string()).min(1).max(1_000),
        transitionId: z.string(),
      }),
    )
    .min(1),
  sendBulkNotification: z.boolean().optional(),
});

export function bulkTransitionRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/bulk/issues/transition',
      scopes: WRITE,
      body: bulkRequest,
      handle: call => {
        const acts = call.body.bulkTransitionInputs.flatMap(({ selectedIssueIdsOrKeys, transitionId }) =>
          selectedIssueIdsOrKeys.map((idOrKey): BulkAct => ({
            idOrKey,
            act: (identity, issue) =>
              performTransition(
                site,
                identity,
                issue,
                updateRequest.parse({ transition: { id: transitionId } }),
              ),
          })),
        );
        return { status: 201, body: { taskId: submitBulk(site, call, acts) } };
      },
    }),
  ];
}

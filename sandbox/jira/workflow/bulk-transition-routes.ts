/** Routes that move many work items at once: each through the same transition as one by one. */
import * as z from 'zod';
import type { Stored } from '../store.ts';
import type { Identity } from '../../seams.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError, route, type RestCall, type Route } from '../rest/router.ts';
import { READ, signedIn, WRITE } from '../issues/call.ts';
import { jiraTimestamp } from '../issues/fields/timestamp.ts';
import { accountOf } from '../issues/fields/people-types.ts';
import { canBrowse, lookUp } from '../issues/find-issue.ts';
import { updateRequest } from '../issues/update-request.ts';
import type { WorkItemSite } from '../issues/work-item-site.ts';
import { userBean } from '../users/user-bean.ts';
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

/** A bulk operation, under way or done. */
interface BulkOperation extends Stored {
  submittedBy: string;
  created: string;
  updated: string;
  status: 'RUNNING' | 'COMPLETE';
  total: number;
  /** Work items that were moved, by id. */
  processed: number[];
  /** Why the others were not, by id. */
  failed: Record<string, string[]>;
  invalid: number;
}

const operations = (site: WorkItemSite) => site.store.collection<BulkOperation>('bulkOperation');

export function bulkTransitionRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/bulk/issues/transition',
      scopes: WRITE,
      body: bulkRequest,
      handle: call => {
        if (!can(site, call.identity, 'BULK_CHANGE')) {
          throw new JiraError(403, 'You do not have permission to make bulk changes.');
        }
        return { status: 201, body: { taskId: submit(site, call) } };
      },
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/bulk/queue/{taskId}',
      scopes: READ,
      handle: call => {
        const operation = operations(site).get(call.param('taskId'));
        if (operation?.submittedBy !== call.accountId()) throw new JiraError(400, 'The task was not found.');
        return { status: 200, body: progressBean(site, operation) };
      },
    }),
  ];
}

function submit(site: WorkItemSite, call: RestCall<z.infer<typeof bulkRequest>>): string {
  const identity = signedIn(call);
  const moves = call.body.bulkTransitionInputs.flatMap(({ selectedIssueIdsOrKeys, transitionId }) =>
    selectedIssueIdsOrKeys.map(idOrKey => ({ idOrKey, transitionId })),
  );
  const operation = operations(site).put({
    id: site.store.nextId('bulkOperation'),
    submittedBy: identity.accountId,
    created: site.clock.iso(),
    updated: site.clock.iso(),
    status: 'RUNNING',
    total: moves.length,
    processed: [],
    failed: {},
    invalid: 0,
  });
  site.track(run(site, identity, operation, moves));
  return operation.id;
}

async function run(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  operation: BulkOperation,
  moves: readonly { idOrKey: string; transitionId: string }[],
): Promise<void> {
  let now = operation;
  for (const { idOrKey, transitionId } of moves) {
    const issue = lookUp(site, idOrKey);
    if (!issue || !canBrowse(site, identity, issue)) {
      now = { ...now, invalid: now.invalid + 1 };
      continue;
    }
    const problems = await problemsOf(() =>
      performTransition(site, identity, issue, updateRequest.parse({ transition: { id: transitionId } })),
    );
    now =
      problems.length === 0
        ? { ...now, processed: [...now.processed, Number(issue.id)] }
        : { ...now, failed: { ...now.failed, [issue.id]: problems } };
  }
  operations(site).put({ ...now, status: 'COMPLETE', updated: site.clock.iso() });
}

async function problemsOf(move: () => Promise<void>): Promise<string[]> {
  try {
    await move();
    return [];
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    return [...error.errorMessages, ...Object.values(error.errors)];
  }
}

function progressBean(site: WorkItemSite, operation: BulkOperation): Record<string, unknown> {
  const { id, submittedBy, created, updated, status, total, processed, failed, invalid } = operation;
  return {
    taskId: id,
    status,
    progressPercent: status === 'COMPLETE' ? 100 : 0,
    submittedBy: userBean(accountOf(submittedBy, site), site),
    created: jiraTimestamp(created),
    started: jiraTimestamp(created),
    updated: jiraTimestamp(updated),
    totalIssueCount: total,
    processedAccessibleIssues: processed,
    failedAccessibleIssues: failed,
    invalidOrInaccessibleIssueCount: invalid,
  };
}

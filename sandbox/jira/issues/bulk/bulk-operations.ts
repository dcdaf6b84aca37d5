/** What is done to many work items at once, in the background: to each as it would be done to it alone. */
import type { Stored } from '../../store.ts';
import type { Identity, RestResponse } from '../../../seams.ts';
import type { Issue } from '../../model.ts';
import { can } from '../../permissions/permissions.ts';
import { JiraError, route, type RestCall, type Route } from '../../rest/router.ts';
import { userBean } from '../../users/user-bean.ts';
import { READ, signedIn } from '../call.ts';
import { accountOf } from '../fields/people-types.ts';
import { jiraTimestamp } from '../fields/timestamp.ts';
import { canBrowse, lookUp } from '../find-issue.ts';
import type { WorkItemSite } from '../work-item-site.ts';

/** A bulk operation, under way or done. */
interface BulkOperation extends Stored {
  submittedBy: string;
  created: string;
  updated: string;
  status: 'RUNNING' | 'COMPLETE';
  total: number;
  /** Work items to which it was done, by id. */
  processed: number[];
  /** Why it was not done to the others, by id. */
  failed: Record<string, string[]>;
  invalid: number;
}

/** What to do to one work item. Refuses with a JiraError. */
export interface BulkAct {
  idOrKey: string;
  act: (identity: Identity & { accountId: string }, issue: Issue) => void | Promise<void>;
}

const operations = (site: WorkItemSite) => site.store.collection<BulkOperation>('bulkOperation');

export function bulkQueueRoutes(site: WorkItemSite): Route[] {
  return [
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

/** The answer to a bulk request; refusals of the whole have a shape of their own. Source: BulkOperationErrorResponse. */
export function answerBulk(submit: () => string): RestResponse {
  try {
    return { status: 201, body: { taskId: submit() } };
  } catch (error) {
    if (!(error instanceof JiraError) || error.status !== 400) throw error;
    const messages = [...error.errorMessages, ...Object.values(error.errors)];
    return { status: 400, body: { errors: messages.map(message => ({ message })) } };
  }
}

/** Begins to do it, and gives the id of the task. Refuses 403 callers without the permission Make bulk changes. */
export function submitBulk(site: WorkItemSite, call: RestCall, acts: readonly BulkAct[]): string {
  if (!can(site, call.identity, 'BULK_CHANGE')) {
    throw new JiraError(403, 'You do not have permission to make bulk changes.');
  }
  const identity = signedIn(call);
  const operation = operations(site).put({
    id: site.store.nextId('bulkOperation'),
    submittedBy: identity.accountId,
    created: site.clock.iso(),
    updated: site.clock.iso(),
    status: 'RUNNING',
    total: acts.length,
    processed: [],
    failed: {},
    invalid: 0,
  });
  site.track(run(site, identity, operation, acts));
  return operation.id;
}

async function run(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  operation: BulkOperation,
  acts: readonly BulkAct[],
): Promise<void> {
  let now = operation;
  for (const { idOrKey, act } of acts) {
    const issue = lookUp(site, idOrKey);
    if (!issue || !canBrowse(site, identity, issue)) {
      now = { ...now, invalid: now.invalid + 1 };
      continue;
    }
    const problems = await problemsOf(async () => act(identity, issue));
    now =
      problems.length === 0
        ? { ...now, processed: [...now.processed, Number(issue.id)] }
        : { ...now, failed: { ...now.failed, [issue.id]: problems } };
  }
  operations(site).put({ ...now, status: 'COMPLETE', updated: site.clock.iso() });
}

async function problemsOf(act: () => Promise<void>): Promise<string[]> {
  try {
    await act();
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

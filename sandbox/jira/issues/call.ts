/** What every route of a work item begins with. */
import type { Identity, RestResponse } from '../../seams.ts';
import type { Issue } from '../model.ts';
import type { RestCall } from '../rest/router.ts';
import { JiraError } from '../rest/refusals.ts';
import { issueOf } from './find-issue.ts';
import type { WorkItemSite } from './work-item-site.ts';

export const READ = ['read:jira-work'];
export const WRITE = ['write:jira-work'];

/** The work item of the path, if the caller may see it. */
export function issueOfCall(site: WorkItemSite, call: RestCall): Issue {
  return issueOf(site, call.identity, call.param('issueIdOrKey'));
}

/** A caller who is someone. Refuses 401 otherwise. */
export function signedIn(call: RestCall): Identity & { accountId: string } {
  if (call.identity.kind === 'anonymous') {
    throw new JiraError(401, 'Client must be authenticated to access this resource.');
  }
  return call.identity;
}

/** Writes to the work item of the path, unless there are too many writes to it: then 429. */
export async function writing(
  site: WorkItemSite,
  call: RestCall,
  write: (issue: Issue, identity: Identity & { accountId: string }) => RestResponse | Promise<RestResponse>,
): Promise<RestResponse> {
  const issue = issueOfCall(site, call);
  const identity = signedIn(call);
  return site.writes.spend([issue.id], site.clock.now()) ?? write(issue, identity);
}

import type { Identity } from '../../seams.ts';
import type { Issue } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError } from '../rest/refusals.ts';
import { workItemSettings } from '../workflow/settings.ts';
import { attachmentsOf } from './attachment-bean.ts';
import { tellDeleted } from './events.ts';
import { projectOf } from './find-issue.ts';
import type { WorkItemSite } from './work-item-site.ts';

/** Deletes the work item with its history, comments and attachments. Refuses 403 without the permission Delete Issues. */
export function deleteIssue(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  issue: Issue,
): void {
  if (!can(site, identity, 'DELETE_ISSUES', projectOf(site, issue), issue)) {
    throw new JiraError(403, 'You do not have permission to delete issues in this project.');
  }
  const { issues, histories, comments, attachments } = site.records;
  for (const { id } of histories.filter(history => history.issueId === issue.id)) histories.remove(id);
  for (const { id } of comments.filter(comment => comment.issueId === issue.id)) comments.remove(id);
  for (const { id } of attachmentsOf(site, issue)) attachments.remove(id);
  issues.remove(issue.id);
  site.index.changed(issue.id, issue, site.clock.now(), workItemSettings(site).searchLag);
  tellDeleted(site, issue, identity.accountId);
}

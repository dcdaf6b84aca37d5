/** An attachment as REST shows it. */
import type { Attachment, Issue } from '../model.ts';
import { userBean } from '../users/user-bean.ts';
import { accountOf } from './fields/people-types.ts';
import { jiraTimestamp } from './fields/timestamp.ts';
import type { WorkItemSite } from './work-item-site.ts';

/** Those of a work item, the oldest first. */
export function attachmentsOf(
  { records }: Pick<WorkItemSite, 'records'>,
  issue: Pick<Issue, 'id'>,
): Attachment[] {
  return records.attachments
    .filter(({ issueId }) => issueId === issue.id)
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/** The `Attachment` of REST v3: in a work item, and where it was added. */
export function attachmentBean(site: WorkItemSite, attachment: Attachment): Record<string, unknown> {
  const { id, filename, author, created, size, mimeType } = attachment;
  const { baseUrl } = site.settings;
  return {
    self: `${baseUrl}/rest/api/3/attachment/${id}`,
    id,
    filename,
    author: userBean(accountOf(author, site), site),
    created: jiraTimestamp(created),
    size,
    mimeType,
    content: `${baseUrl}/rest/api/3/attachment/content/${id}`,
  };
}

/** The `AttachmentMetadata` of REST v3, where an id is a number. */
export function attachmentMetadata(site: WorkItemSite, attachment: Attachment): Record<string, unknown> {
  return { ...attachmentBean(site, attachment), id: Number(attachment.id) };
}

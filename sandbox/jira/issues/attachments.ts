/** Attaching files to a work item, and taking them off. What an attachment's id names never changes. */
import type { Identity, UploadedFile } from '../../seams.ts';
import type { Attachment, HistoryItem, Issue } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError } from '../rest/refusals.ts';
import { attachmentsOf } from './attachment-bean.ts';
import { touched } from './commit.ts';
import { isEditable } from './editable-fields.ts';
import { tellAttachment, tellChanged } from './events.ts';
import { projectOf } from './find-issue.ts';
import type { WorkItemSite } from './work-item-site.ts';

type SomeOne = Identity & { accountId: string };

/** Source: the official description, "Add attachment". */
const MOST_IN_A_REQUEST = 60;
/** Source: Jira Cloud, "Work item limits". */
const MOST_OF_A_WORK_ITEM = 2_000;

/** Refuses 403 without the permission Create Attachments, 413 more files than a work item takes. */
export function attach(
  site: WorkItemSite,
  identity: SomeOne,
  issue: Issue,
  files: readonly UploadedFile[],
): Attachment[] {
  refuseUnless(site, issue, can(site, identity, 'CREATE_ATTACHMENTS', projectOf(site, issue), issue));
  if (files.length > MOST_IN_A_REQUEST)
    throw new JiraError(413, `No more than ${String(MOST_IN_A_REQUEST)} files can be uploaded at once.`);
  if (attachmentsOf(site, issue).length + files.length > MOST_OF_A_WORK_ITEM)
    throw new JiraError(413, `An issue has at most ${String(MOST_OF_A_WORK_ITEM)} attachments.`);
  const created = site.clock.iso();
  const written = files.map(({ filename, type, bytes }) =>
    site.records.attachments.put({
      id: site.store.nextId('attachment'),
      issueId: issue.id,
      filename,
      mimeType: type,
      size: bytes.byteLength,
      author: identity.accountId,
      created,
      content: Buffer.from(bytes).toString('base64'),
    }),
  );
  tell(site, identity, issue, written, 'created');
  return written;
}

/** Refuses 403 who may not delete it: one's own takes one permission, those of others another. */
export function detach(site: WorkItemSite, identity: SomeOne, issue: Issue, attachment: Attachment): void {
  const may = (permission: string) => can(site, identity, permission, projectOf(site, issue), issue);
  const isOwn = attachment.author === identity.accountId;
  refuseUnless(site, issue, may('DELETE_ALL_ATTACHMENTS') || (isOwn && may('DELETE_OWN_ATTACHMENTS')));
  site.records.attachments.remove(attachment.id);
  tell(site, identity, issue, [attachment], 'deleted');
}

function refuseUnless(site: WorkItemSite, issue: Issue, may: boolean): void {
  if (may && isEditable(site, issue)) return;
  throw new JiraError(403, 'You do not have permission to change the attachments of this issue.');
}

/** The changelog and the events: of the work item, and of each attachment. */
function tell(
  site: WorkItemSite,
  { accountId }: SomeOne,
  issue: Issue,
  attachments: readonly Attachment[],
  what: 'created' | 'deleted',
): void {
  const items = attachments.map(attachment => itemOf(attachment, what));
  const after = touched(site, issue, accountId, items);
  tellChanged(site, issue, after, accountId, items);
  for (const attachment of attachments) tellAttachment(site, attachment, accountId, what);
}

/** Source: changelogs of Jira Cloud sites. */
function itemOf({ id, filename }: Attachment, what: 'created' | 'deleted'): HistoryItem {
  const [there, gone] = [
    { id, text: filename },
    { id: null, text: null },
  ];
  const [from, to] = what === 'created' ? [gone, there] : [there, gone];
  return {
    field: 'Attachment',
    fieldtype: 'jira',
    fieldId: 'attachment',
    ...{ from: from.id, fromString: from.text, to: to.id, toString: to.text },
  };
}

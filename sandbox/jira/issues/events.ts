/** Product events about work items. Source: Forge, events reference, Jira, "Issue events" and "Comment events". */
import type { Attachment, HistoryItem, Issue } from '../model.ts';
import { statusBean } from '../workflow/status-bean.ts';
import type { EditedComment } from './comment-bean.ts';
import { jiraTimestamp } from './fields/timestamp.ts';
import { issueTypeOf, projectOf, statusOf } from './find-issue.ts';
import { issueTypeBean, projectBean } from './place-beans.ts';
import type { WorkItemSite } from './work-item-site.ts';

/** Events carry account ids only, never names or addresses. */
interface Associated {
  accountId: string;
}

export function tellCreated(site: WorkItemSite, issue: Issue, actor: string): void {
  publish(site, 'avi:jira:created:issue', actor, issue, { associatedUsers: associated([actor]) });
}

export function tellDeleted(site: WorkItemSite, issue: Issue, actor: string): void {
  publish(site, 'avi:jira:deleted:issue', actor, issue, { associatedUsers: associated([actor]) });
}

/** Tells of an update, and of an assignment when it is one. */
export function tellChanged(
  site: WorkItemSite,
  before: Issue,
  after: Issue,
  actor: string,
  items: readonly HistoryItem[],
): void {
  const assignment = items.filter(item => item.fieldId === 'assignee');
  const associatedUsers = associated([actor, ...assignment.flatMap(item => [item.from, item.to])]);
  const moved = before.statusId !== after.statusId;
  const statuses = moved
    ? [after.statusId, before.statusId].map(id => statusBean(site, statusOf(site, id)))
    : [];
  publish(site, 'avi:jira:updated:issue', actor, after, {
    changelog: { items },
    associatedUsers,
    ...(moved ? { associatedStatuses: statuses } : {}),
  });
  if (assignment.length > 0) {
    publish(site, 'avi:jira:assigned:issue', actor, after, {
      changelog: { items: assignment },
      associatedUsers,
    });
  }
}

export function tellCommented(site: WorkItemSite, issue: Issue, comment: EditedComment): void {
  const { id, author, updateAuthor = author, body, created, updated } = comment;
  publish(site, 'avi:jira:commented:issue', updateAuthor, issue, {
    associatedUsers: associated([updateAuthor]),
    comment: {
      id,
      author: { accountId: author },
      updateAuthor: { accountId: updateAuthor },
      body,
      created: jiraTimestamp(created),
      updated: jiraTimestamp(updated),
      jsdPublic: true,
    },
  });
}

/** Source: Forge, events reference, Jira, "Attachment events". */
export function tellAttachment(
  site: WorkItemSite,
  { id, issueId, filename: fileName, created, size, mimeType, author }: Attachment,
  actor: string,
  what: 'created' | 'deleted',
): void {
  const createDate = jiraTimestamp(created);
  const attachment = {
    id,
    issueId,
    fileName,
    createDate,
    size: String(size),
    mimeType,
    author: { accountId: author },
  };
  const type = what === 'created' ? 'avi:jira:created:attachment' : 'avi:jira:deleted:attachment';
  send(site, type, actor, { attachment });
}

function publish(
  site: WorkItemSite,
  eventType: string,
  actor: string,
  issue: Issue,
  rest: Record<string, unknown>,
): void {
  send(site, eventType, actor, { issue: eventIssue(site, issue), ...rest });
}

function send(site: WorkItemSite, eventType: string, actor: string, rest: Record<string, unknown>): void {
  const payload = { timestamp: String(site.clock.now()), ...rest };
  site.app()?.publish({
    eventType,
    atlassianId: actor,
    payload: JSON.parse(JSON.stringify(payload)) as typeof payload,
  });
}

function eventIssue(site: WorkItemSite, issue: Issue): Record<string, unknown> {
  const person = (accountId: unknown) => (typeof accountId === 'string' ? { accountId } : null);
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.fields['summary'],
      issuetype: issueTypeBean(site, issueTypeOf(site, issue.issueTypeId)),
      creator: person(issue.creator),
      created: jiraTimestamp(issue.created),
      project: projectBean(site, projectOf(site, issue)),
      reporter: person(issue.fields['reporter']),
      assignee: person(issue.fields['assignee']),
      updated: jiraTimestamp(issue.updated),
      status: statusBean(site, statusOf(site, issue.statusId)),
    },
  };
}

function associated(accountIds: readonly (string | null)[]): Associated[] {
  return [...new Set(accountIds)].filter(id => id !== null).map(accountId => ({ accountId }));
}

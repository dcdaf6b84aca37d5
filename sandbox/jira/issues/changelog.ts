/** The changelog: what changed, told in ids and in words. */
import type { JiraContext } from '../context.ts';
import type { Field, History, HistoryItem, Issue } from '../model.ts';
import { accountOf } from './fields/people-types.ts';
import { isEmpty, type Described, type FieldSite } from './fields/field-type.ts';
import { typeOf } from './fields/types-by-key.ts';
import { jiraTimestamp } from './fields/timestamp.ts';
import { statusOf } from './find-issue.ts';
import { userBean } from '../users/user-bean.ts';

const NOTHING: Described = { id: null, text: null };

/** The item for a field whose value changed. */
export function fieldItem(site: FieldSite, field: Field, before: unknown, after: unknown): HistoryItem {
  const type = typeOf(field);
  const told = (value: unknown) => (isEmpty(value) ? NOTHING : type.describe(value, site));
  const [from, to] = [told(before), told(after)];
  return {
    field: field.custom ? field.name : field.id,
    fieldtype: field.custom ? 'custom' : 'jira',
    fieldId: field.id,
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
}

/** The item for a move from one status to another. */
export function statusItem(site: Pick<JiraContext, 'records'>, from: string, to: string): HistoryItem {
  return {
    field: 'status',
    fieldtype: 'jira',
    fieldId: 'status',
    from,
    fromString: statusOf(site, from).name,
    to,
    toString: statusOf(site, to).name,
  };
}

/** The items for a move to another project, another work type, or both. Source: changelogs of moved work items. */
export function placeItems(
  site: Pick<JiraContext, 'records'>,
  before: Issue,
  after: Pick<Issue, 'projectId' | 'issueTypeId' | 'key'>,
): HistoryItem[] {
  const { projects, issueTypes } = site.records;
  const items: HistoryItem[] = [];
  if (before.projectId !== after.projectId) {
    const [from, to] = [before, after].map(({ projectId }) => projects.get(projectId)?.name ?? null);
    const ids = { from: before.projectId, to: after.projectId };
    items.push({
      field: 'project',
      fieldtype: 'jira',
      fieldId: 'project',
      ...ids,
      fromString: from ?? null,
      toString: to ?? null,
    });
    items.push({
      field: 'Key',
      fieldtype: 'jira',
      from: null,
      fromString: before.key,
      to: null,
      toString: after.key,
    });
  }
  if (before.issueTypeId !== after.issueTypeId) {
    const [from, to] = [before, after].map(({ issueTypeId }) => issueTypes.get(issueTypeId)?.name ?? null);
    const ids = { from: before.issueTypeId, to: after.issueTypeId };
    items.push({
      field: 'issuetype',
      fieldtype: 'jira',
      fieldId: 'issuetype',
      ...ids,
      fromString: from ?? null,
      toString: to ?? null,
    });
  }
  return items;
}

/** The work item's history, oldest first. */
export function historyOf(site: Pick<JiraContext, 'records'>, issue: Issue): History[] {
  return site.records.histories.filter(history => history.issueId === issue.id).sort(byTime);
}

function byTime(a: History, b: History): number {
  return a.created.localeCompare(b.created) || Number(a.id) - Number(b.id);
}

/** A history entry as REST shows it. */
export function historyBean(site: FieldSite, history: History): Record<string, unknown> {
  return {
    id: history.id,
    author: userBean(accountOf(history.author, site), site),
    created: jiraTimestamp(history.created),
    items: history.items,
  };
}

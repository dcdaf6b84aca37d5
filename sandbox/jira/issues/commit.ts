/** Writing a decided change: the work item, its changelog and its comments at once, then the events. */
import type { Comment, Field, History, HistoryItem, Issue } from '../model.ts';
import { present } from './find-issue.ts';
import { fieldItem, placeItems, statusItem } from './changelog.ts';
import { tellChanged, tellCommented } from './events.ts';
import { isEmpty } from './fields/field-type.ts';
import { isAppField } from './fields/types-by-key.ts';
import type { NewComment } from './requested-change.ts';
import { workItemSettings } from '../workflow/settings.ts';
import type { WorkItemSite } from './work-item-site.ts';

/** A change that passed every check. */
export interface Change {
  /** The account that makes it. */
  actor: string;
  /** By field id; null clears. */
  values?: ReadonlyMap<string, unknown>;
  statusId?: string;
  /** Where it goes: to another project, under the key it has there, or to another work type. */
  place?: Pick<Issue, 'projectId' | 'issueTypeId' | 'key'>;
  comments?: readonly NewComment[];
  properties?: readonly { key: string; value: unknown }[];
}

export interface CommitOptions {
  changelog: boolean;
  events: boolean;
}

/** Writes the change to the work item as it is now, and tells about it. Writes nothing when nothing differs. */
export function commit(
  site: WorkItemSite,
  issueId: string,
  change: Change,
  options: CommitOptions = { changelog: true, events: true },
): Issue {
  const before = present(site.records.issues.get(issueId), `work item ${issueId}`);
  const items = itemsOf(site, before, change);
  const comments = change.comments ?? [];
  const properties = change.properties ?? [];
  if (items.length === 0 && comments.length === 0 && properties.length === 0) return before;
  const after = changed(site, before, change);
  store(site, before, after);
  const told = items.filter(item => isTold(site, item));
  if (told.length > 0 && options.changelog) writeHistory(site, after, change.actor, told);
  const written = comments.map(comment => writeComment(site, after, change.actor, comment));
  if (options.events) {
    if (items.length > 0) tellChanged(site, before, after, change.actor, items);
    for (const comment of written) tellCommented(site, after, comment);
  }
  return after;
}

/** Keeps the work item, and what it was for searches that come late. */
export function store(site: WorkItemSite, before: Issue | undefined, after: Issue): void {
  const { searchLag } = workItemSettings(site);
  site.index.changed(after.id, before, site.clock.now(), searchLag);
  site.records.issues.put(after);
}

/** The work item with the change applied; the record itself stays as it is. */
export function changed(
  site: Pick<WorkItemSite, 'clock'>,
  before: Issue,
  change: Omit<Change, 'actor'>,
): Issue {
  const values = Object.fromEntries(change.values ?? []);
  const properties = Object.fromEntries((change.properties ?? []).map(({ key, value }) => [key, value]));
  return {
    ...before,
    ...change.place,
    statusId: change.statusId ?? before.statusId,
    updated: site.clock.iso(),
    fields: { ...before.fields, ...values, ...resolved(site, before.fields, values) },
    properties: { ...before.properties, ...properties },
  };
}

/** Jira dates a resolution itself: when it is set or changed. Without a resolution there is no date. */
export function resolved(
  site: Pick<WorkItemSite, 'clock'>,
  before: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (!('resolution' in values) || same(before['resolution'], values['resolution'])) return {};
  return { resolutiondate: isEmpty(values['resolution']) ? null : site.clock.iso() };
}

function itemsOf(site: WorkItemSite, before: Issue, change: Change): HistoryItem[] {
  const items: HistoryItem[] = change.place ? placeItems(site, before, change.place) : [];
  for (const [fieldId, value] of change.values ?? []) {
    const field: Field = present(site.records.fields.get(fieldId), `field ${fieldId}`);
    if (!same(before.fields[fieldId], value))
      items.push(fieldItem(site, field, before.fields[fieldId], value));
  }
  const { statusId } = change;
  if (statusId !== undefined && statusId !== before.statusId)
    items.push(statusItem(site, before.statusId, statusId));
  return items;
}

/** Whether the changelog tells of it. */
function isTold(site: WorkItemSite, { fieldId }: HistoryItem): boolean {
  const field = fieldId === undefined ? undefined : site.records.fields.get(fieldId);
  return !field || !isAppField(field) || workItemSettings(site).appFieldsInChangelog === 'told';
}

/** Whether two stored values are the same; unset ones are, however they are kept. */
export function same(a: unknown, b: unknown): boolean {
  return (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
}

/** The work item with an entry of its changelog for what is kept beside it: its attachments. */
export function touched(site: WorkItemSite, issue: Issue, actor: string, items: HistoryItem[]): Issue {
  const after = changed(site, issue, {});
  store(site, issue, after);
  writeHistory(site, after, actor, items);
  return after;
}

function writeHistory(site: WorkItemSite, issue: Issue, author: string, items: HistoryItem[]): History {
  const id = site.store.nextId('history');
  return site.records.histories.put({ id, issueId: issue.id, author, created: issue.updated, items });
}

function writeComment(site: WorkItemSite, issue: Issue, author: string, comment: NewComment): Comment {
  const at = issue.updated;
  const { body, properties } = comment;
  const id = site.store.nextId('comment');
  return site.records.comments.put({
    id,
    issueId: issue.id,
    author,
    body,
    created: at,
    updated: at,
    properties,
  });
}

/** A work item as REST shows it. */
import type { Field, Issue } from '../model.ts';
import { statusBean } from '../workflow/status-bean.ts';
import { transitionBeans } from '../workflow/transition-bean.ts';
import { accountOf } from './fields/people-types.ts';
import { isEmpty } from './fields/field-type.ts';
import { jiraTimestamp } from './fields/timestamp.ts';
import { knownType } from './fields/types-by-key.ts';
import { attachmentBean, attachmentsOf } from './attachment-bean.ts';
import { historyBean, historyOf } from './changelog.ts';
import { commentPage, commentsOf } from './comment-bean.ts';
import { customFieldsAt } from './field-set.ts';
import { fieldMetadata } from './field-metadata.ts';
import { issueTypeOf, projectOf, statusOf } from './find-issue.ts';
import { issueTypeBean, projectBean } from './place-beans.ts';
import { editableFields } from './editable-fields.ts';
import type { Expansion, Shown } from './requested-fields.ts';
import type { WorkItemSite } from './work-item-site.ts';
import type { Identity } from '../../seams.ts';
import { userBean } from '../users/user-bean.ts';

/** The most entries of the changelog that come with one work item, the newest first. Source: seen on live sites. */
const HISTORIES_OF_ONE = 100;
/** The same where several come at once. Source: the official description, "Bulk fetch issues", expand=changelog. */
export const HISTORIES_OF_MANY = 40;

/** What of a work item is wanted. */
export interface IssueView {
  shown: Shown;
  expand: ReadonlySet<Expansion>;
  /** Keys of entity properties; `*all` for every one. */
  properties: readonly string[];
  /** Who looks: decides the transitions that are shown. */
  identity: Identity;
  /** The most entries of the changelog; 100 if not given. */
  histories?: number;
}

/** The `IssueBean` of REST v3. */
export function issueBean(site: WorkItemSite, issue: Issue, view: IssueView): Record<string, unknown> {
  const fields = Object.entries(valuesOf(site, issue)).filter(([id]) => view.shown(id));
  return {
    expand: 'names,schema,transitions,editmeta,changelog',
    id: issue.id,
    self: `${site.settings.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields.map(([id, show]) => [id, show()])) } : {}),
    ...(view.properties.length > 0 ? { properties: propertiesOf(issue, view.properties) } : {}),
    ...expansions(site, issue, view),
  };
}

function expansions(site: WorkItemSite, issue: Issue, view: IssueView): Record<string, unknown> {
  const shown = shownRecords(site, issue, view.shown);
  const { expand, identity } = view;
  return {
    ...(expand.has('names') ? { names: Object.fromEntries(shown.map(({ id, name }) => [id, name])) } : {}),
    ...(expand.has('schema')
      ? { schema: Object.fromEntries(shown.map(({ id, schema }) => [id, schema])) }
      : {}),
    ...(expand.has('changelog') ? { changelog: changelogOf(site, issue, view.histories) } : {}),
    ...(expand.has('transitions') ? { transitions: transitionBeans(site, identity, issue, {}) } : {}),
    ...(expand.has('editmeta') ? { editmeta: { fields: editmeta(site, identity, issue) } } : {}),
  };
}

/** The fields that may be edited, with what each takes. */
export function editmeta(site: WorkItemSite, identity: Identity, issue: Issue): Record<string, unknown> {
  const fields = editableFields(site, identity, issue);
  return Object.fromEntries(fields.map(field => [field.id, fieldMetadata(site, field, issue)]));
}

function shownRecords(site: WorkItemSite, issue: Issue, shown: Shown): Field[] {
  const ids = new Set(Object.keys(valuesOf(site, issue)));
  return site.records.fields.filter(({ id }) => ids.has(id) && shown(id));
}

/** Every field with its value, computed when it is asked for. */
function valuesOf(site: WorkItemSite, issue: Issue): Record<string, () => unknown> {
  const kept = site.records.fields.filter(field => !field.custom && knownType(field) !== undefined);
  const own = [...kept, ...customFieldsAt(site, issue)];
  return {
    ...Object.fromEntries(own.map(field => [field.id, () => shownValue(site, issue, field)])),
    status: () => statusBean(site, statusOf(site, issue.statusId)),
    issuetype: () => issueTypeBean(site, issueTypeOf(site, issue.issueTypeId)),
    project: () => projectBean(site, projectOf(site, issue)),
    creator: () => userBean(accountOf(issue.creator, site), site),
    created: () => jiraTimestamp(issue.created),
    updated: () => jiraTimestamp(issue.updated),
    attachment: () => attachmentsOf(site, issue).map(attachment => attachmentBean(site, attachment)),
    comment: () => commentPage(site, issue, commentsOf(site, issue), 0, 5_000),
  };
}

function shownValue(site: WorkItemSite, issue: Issue, field: Field): unknown {
  const stored = issue.fields[field.id];
  if (isEmpty(stored)) return field.id === 'labels' ? [] : null;
  return knownType(field)?.show(stored, site) ?? null;
}

/** `total` counts what is on the page, so nothing here tells that there is more. Source: `PageOfChangelogs`. */
function changelogOf(site: WorkItemSite, issue: Issue, most = HISTORIES_OF_ONE): Record<string, unknown> {
  const newest = historyOf(site, issue).reverse().slice(0, most);
  const histories = newest.map(history => historyBean(site, history));
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}

function propertiesOf(issue: Issue, keys: readonly string[]): Record<string, unknown> {
  const wanted = keys.flatMap(key => key.split(','));
  const all = wanted.includes('*all');
  return Object.fromEntries(Object.entries(issue.properties).filter(([key]) => all || wanted.includes(key)));
}

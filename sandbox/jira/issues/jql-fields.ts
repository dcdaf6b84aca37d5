/** The fields of this site as JQL knows them, and the work items as it reads them. */
import { JqlError, type JqlField, type JqlSubject, type JqlValue } from '../jql/index.ts';
import type { Field, Issue, IssueType, Project, Status } from '../model.ts';
import { plainText } from './fields/adf.ts';
import { entriesOf } from './fields/catalogue-types.ts';
import { isEmpty, type FieldSite } from './fields/field-type.ts';
import { knownType, typeOf } from './fields/types-by-key.ts';
import { issueTypeOf, projectOf, statusOf } from './find-issue.ts';
import { user } from './fields/people-types.ts';

type Reader = (site: FieldSite, issue: Issue) => readonly JqlValue[];

/** System fields that are not kept as values of fields. */
const BESIDE: Readonly<Record<string, { kind: JqlValue['kind']; read: Reader }>> = {
  key: { kind: 'key', read: (_site, { key, id }) => [{ kind: 'key', key, id }] },
  project: { kind: 'named', read: (site, issue) => [projectValue(projectOf(site, issue))] },
  issuetype: { kind: 'named', read: (site, issue) => [typeValue(issueTypeOf(site, issue.issueTypeId))] },
  status: { kind: 'named', read: (site, issue) => [statusValue(statusOf(site, issue.statusId))] },
  statusCategory: { kind: 'named', read: (site, issue) => [categoryValue(statusOf(site, issue.statusId))] },
  creator: { kind: 'user', read: (site, issue) => user.search(issue.creator, site) },
  created: { kind: 'instant', read: (_site, issue) => [{ kind: 'instant', at: Date.parse(issue.created) }] },
  updated: { kind: 'instant', read: (_site, issue) => [{ kind: 'instant', at: Date.parse(issue.updated) }] },
  comment: { kind: 'text', read: (site, issue) => [text(commentTexts(site, issue))] },
  text: { kind: 'text', read: (site, issue) => [text(everyText(site, issue))] },
};

/** The field of that name: an id, or a custom field's name in any case. Undefined when there is none. */
export function jqlField(site: FieldSite, name: string): JqlField | undefined {
  const beside = Object.hasOwn(BESIDE, name) ? BESIDE[name] : undefined;
  const allowed = allowedValues(site, name);
  if (beside) return { id: name, kind: beside.kind, ...(allowed ? { allowed } : {}) };
  const field = namedField(site, name);
  if (!field) return undefined;
  const options = optionValues(site, field) ?? allowed;
  return {
    id: field.id,
    kind: typeOf(field).searchKind,
    ...(options ? { allowed: options } : {}),
    ...(field.id === 'resolution' ? { emptyName: 'unresolved' } : {}),
  };
}

/** The work item, as a query reads it. */
export function jqlSubject(site: FieldSite, issue: Issue): JqlSubject {
  return {
    values(name) {
      const beside = Object.hasOwn(BESIDE, name) ? BESIDE[name] : undefined;
      if (beside) return beside.read(site, issue);
      const field = site.records.fields.get(name);
      if (!field) return undefined;
      const stored = issue.fields[field.id];
      return isEmpty(stored) ? [] : typeOf(field).search(stored, site);
    },
  };
}

function namedField(site: FieldSite, name: string): Field | undefined {
  const known = site.records.fields.get(name);
  if (known) return known;
  const named = site.records.fields.filter(
    field => field.custom && field.name.toLowerCase() === name.toLowerCase(),
  );
  if (named.length > 1) {
    throw new JqlError(
      'NOT_MODELLED',
      `The name ${name}, which ${String(named.length)} fields have: use cf[…].`,
    );
  }
  return named[0];
}

function allowedValues(site: FieldSite, name: string): (() => JqlValue[]) | undefined {
  const { records } = site;
  switch (name) {
    case 'project':
      return () => records.projects.all().map(projectValue);
    case 'issuetype':
      return () => records.issueTypes.all().map(typeValue);
    case 'status':
      return () => records.statuses.all().map(statusValue);
    case 'statusCategory':
      return () => CATEGORIES.map(category => ({ kind: 'named', ...category }));
    case 'priority':
    case 'resolution':
      return () =>
        entriesOf(name, site).map(({ id, name: entry }) => ({ kind: 'named', id, names: [entry] }));
    default:
      return undefined;
  }
}

function optionValues(site: FieldSite, field: Field): (() => JqlValue[]) | undefined {
  if (field.schema.type !== 'option' && field.schema.items !== 'option') return undefined;
  const options = () => site.records.fieldOptions.filter(option => option.fieldId === field.id);
  return () => options().map(({ id, value }) => ({ kind: 'named', id, names: [value] }));
}

function projectValue({ id, key, name }: Project): JqlValue {
  return { kind: 'named', id, names: [key, name] };
}

function typeValue({ id, name }: IssueType): JqlValue {
  return { kind: 'named', id, names: [name] };
}

function statusValue({ id, name }: Status): JqlValue {
  return { kind: 'named', id, names: [name] };
}

const CATEGORIES = [
  { id: '2', names: ['To Do', 'new'] },
  { id: '4', names: ['In Progress', 'indeterminate'] },
  { id: '3', names: ['Done', 'done'] },
] as const;

function categoryValue({ statusCategory }: Status): JqlValue {
  const index = { TODO: 0, IN_PROGRESS: 1, DONE: 2 } as const;
  return { kind: 'named', ...CATEGORIES[index[statusCategory]], order: index[statusCategory] };
}

function text(content: string): JqlValue {
  return { kind: 'text', text: content };
}

function commentTexts(site: FieldSite, issue: Issue): string {
  const comments = site.records.comments.filter(comment => comment.issueId === issue.id);
  return comments.map(({ body }) => plainText(body)).join('\n');
}

/** Summary, description, comments and the text of custom fields. */
function everyText(site: FieldSite, issue: Issue): string {
  const texts = site.records.fields
    .filter(field => knownType(field)?.searchKind === 'text' && !isEmpty(issue.fields[field.id]))
    .flatMap(field => typeOf(field).search(issue.fields[field.id], site))
    .map(value => (value.kind === 'text' ? value.text : ''));
  return [...texts, commentTexts(site, issue)].join('\n');
}

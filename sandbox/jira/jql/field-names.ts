import { notModelled, unknownField } from './errors.ts';

/** What Jira calls its own fields, by each of their names in JQL, lower case. */
const systemFields: ReadonlyMap<string, string> = new Map([
  ...named('key', 'issuekey', 'issue', 'id'),
  ...named('issuetype', 'type'),
  ...named('created', 'createddate'),
  ...named('updated', 'updateddate'),
  ...named('duedate', 'due'),
  ...named('resolutiondate', 'resolved', 'resolveddate'),
  ...named('statusCategory', 'statuscategory'),
  ...['project', 'status', 'labels', 'assignee', 'reporter', 'creator'].flatMap(field => named(field)),
  ...['summary', 'description', 'text', 'priority', 'resolution', 'comment'].flatMap(field => named(field)),
]);

function named(field: string, ...aliases: string[]): [string, string][] {
  return [field, ...aliases].map(name => [name, field]);
}

/**
 * The one name of a field that has several; other names stay as they are written.
 * @throws JqlError for `customfield_10050`, which is no name in JQL: `cf[10050]` is
 */
export function canonicalField(name: string): string {
  if (/^customfield_\d+$/i.test(name)) throw unknownField(name);
  return systemFields.get(name.toLowerCase()) ?? name;
}

/** The name that a query calls a field by. */
export function shownName(field: string): string {
  return field.replace(/^customfield_(\d+)$/, 'cf[$1]');
}

/** `cf[10050]` → `customfield_10050`; entity properties have brackets too. */
export function bracketedField(name: string, inside: string): string {
  if (name.toLowerCase() === 'cf' && /^\d+$/.test(inside)) return `customfield_${inside}`;
  throw notModelled(`${name}[${inside}]`);
}

import { notModelled } from './errors.ts';

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

/** The one name of a field that has several; other names stay as they are written. */
export function canonicalField(name: string): string {
  return systemFields.get(name.toLowerCase()) ?? name;
}

/** `cf[10050]` → `customfield_10050`; entity properties have brackets too. */
export function bracketedField(name: string, inside: string): string {
  if (name.toLowerCase() === 'cf' && /^\d+$/.test(inside)) return `customfield_${inside}`;
  throw notModelled(`${name}[${inside}]`);
}

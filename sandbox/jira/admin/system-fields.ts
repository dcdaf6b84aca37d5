import type { Field } from '../model.ts';

/** A system field as Jira Cloud has it, with whether it can be put on screens and found in JQL. */
interface SystemField {
  id: string;
  name: string;
  schema: { type: string; items?: string };
  /** Whether it can be put on a screen. */
  orderable: boolean;
  clauseNames: readonly string[];
}

const scalar = (
  id: string,
  name: string,
  type: string,
  orderable: boolean,
  clauseNames = [id],
): SystemField => ({
  id,
  name,
  schema: { type },
  orderable,
  clauseNames,
});

const list = (
  id: string,
  name: string,
  items: string,
  orderable: boolean,
  clauseNames = [id],
): SystemField => ({
  id,
  name,
  schema: { type: 'array', items },
  orderable,
  clauseNames,
});

const SYSTEM_FIELDS: readonly SystemField[] = [
  scalar('summary', 'Summary', 'string', true),
  scalar('description', 'Description', 'string', true),
  scalar('reporter', 'Reporter', 'user', true),
  scalar('assignee', 'Assignee', 'user', true),
  scalar('creator', 'Creator', 'user', false),
  list('labels', 'Labels', 'string', true),
  scalar('priority', 'Priority', 'priority', true),
  scalar('status', 'Status', 'status', false),
  scalar('issuetype', 'Work type', 'issuetype', true, ['issuetype', 'type']),
  scalar('project', 'Space', 'project', false),
  scalar('resolution', 'Resolution', 'resolution', true),
  scalar('resolutiondate', 'Resolved', 'datetime', false, ['resolutiondate', 'resolved']),
  scalar('created', 'Created', 'datetime', false, ['created', 'createdDate']),
  scalar('updated', 'Updated', 'datetime', false, ['updated', 'updatedDate']),
  scalar('duedate', 'Due date', 'date', true, ['due', 'duedate']),
  scalar('comment', 'Comment', 'comments-page', true),
  list('issuelinks', 'Linked work items', 'issuelinks', true, ['issueLink']),
  list('attachment', 'Attachment', 'attachment', true, ['attachments']),
];

const BY_ID = new Map(SYSTEM_FIELDS.map(field => [field.id, field]));

/** The records of the system fields, for a new site. */
export function systemFieldRecords(): Field[] {
  return SYSTEM_FIELDS.map(({ id, name, schema }) => ({
    id,
    name,
    description: '',
    custom: false,
    type: id,
    schema: { ...schema, system: id },
    readOnly: false,
  }));
}

/** Whether the field can be put on a screen. Forge's fields that only the app writes can, as on a real site. */
export function isScreenable(field: Field): boolean {
  return field.custom || (BY_ID.get(field.id)?.orderable ?? false);
}

/** The names by which JQL finds the field: `cf[10050]` and its name for a custom one. */
export function clauseNamesOf(field: Field): string[] {
  if (!field.custom) return [...(BY_ID.get(field.id)?.clauseNames ?? [])];
  return [`cf[${field.id.replace('customfield_', '')}]`, field.name];
}

/** Work items: reading, searching, changing. */
import { z } from 'zod';
import { FieldMetadata, fieldOf, FieldSchema, type Field } from './fields';
import { Person } from './people';
import { jira, nothing } from './request';

export const Status = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.object({ key: z.string() }),
});
export type Status = z.infer<typeof Status>;

const Project = z.object({ id: z.string(), key: z.string(), name: z.string(), projectTypeKey: z.string() });
const IssueType = z.object({ id: z.string(), name: z.string() });

const IssueRow = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status: Status,
    issuetype: IssueType,
    assignee: Person.nullish(),
    updated: z.string(),
  }),
});
export type IssueRow = z.infer<typeof IssueRow>;

const Issue = z.object({
  id: z.string(),
  key: z.string(),
  names: z.record(z.string(), z.string()),
  schema: z.record(z.string(), FieldSchema),
  fields: z.looseObject({
    summary: z.string(),
    status: Status,
    issuetype: IssueType,
    project: Project,
    creator: Person.nullish(),
    created: z.string(),
    updated: z.string(),
  }),
});
export type Issue = z.infer<typeof Issue>;

const IssuePage = z.object({
  issues: z.array(IssueRow),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().optional(),
});
export type IssuePage = z.infer<typeof IssuePage>;

const COLUMNS = ['summary', 'status', 'issuetype', 'assignee', 'updated'];

/** One page of work items; `token` from the page before. */
export function searchIssues(jql: string, token?: string): Promise<IssuePage> {
  const body = {
    jql,
    fields: COLUMNS,
    maxResults: 25,
    ...(token === undefined ? {} : { nextPageToken: token }),
  };
  return jira(IssuePage, 'POST', 'search/jql', body);
}

const at = (key: string) => `issue/${encodeURIComponent(key)}`;

export const readIssue = (key: string) => jira(Issue, 'GET', `${at(key)}?expand=names,schema`);

/** When it last changed: what the open view watches. */
export async function lastUpdate(key: string): Promise<string> {
  const Updated = z.object({ fields: z.object({ updated: z.string() }) });
  return (await jira(Updated, 'GET', `${at(key)}?fields=updated`)).fields.updated;
}

/** The fields that this person may edit here, in the order of the edit screen. */
export async function editableFields(key: string): Promise<Field[]> {
  const EditMeta = z.object({ fields: z.record(z.string(), FieldMetadata) });
  const { fields } = await jira(EditMeta, 'GET', `${at(key)}/editmeta`);
  return Object.entries(fields).map(([id, metadata]) => fieldOf(metadata, id));
}

const Transition = z.object({
  id: z.string(),
  name: z.string(),
  to: Status,
  hasScreen: z.boolean().optional(),
  fields: z.record(z.string(), FieldMetadata).optional(),
});

export interface Transition {
  id: string;
  name: string;
  to: Status;
  /** The fields of its screen. */
  fields: Field[];
}

/** The transitions that this person may make now, with their screens. */
export async function availableTransitions(key: string): Promise<Transition[]> {
  const Transitions = z.object({ transitions: z.array(Transition) });
  const { transitions } = await jira(Transitions, 'GET', `${at(key)}/transitions?expand=transitions.fields`);
  return transitions.map(({ id, name, to, fields = {} }) => ({
    id,
    name,
    to,
    fields: Object.entries(fields).map(([fieldId, metadata]) => fieldOf(metadata, fieldId)),
  }));
}

export type FieldValues = Record<string, unknown>;

export const makeTransition = (key: string, transitionId: string, fields: FieldValues) => {
  const values = Object.keys(fields).length > 0 ? { fields } : {};
  return jira(nothing, 'POST', `${at(key)}/transitions`, { transition: { id: transitionId }, ...values });
};
export const editIssue = (key: string, fields: FieldValues) => jira(nothing, 'PUT', at(key), { fields });
export const createIssue = (fields: FieldValues) =>
  jira(z.object({ key: z.string() }), 'POST', 'issue', { fields });

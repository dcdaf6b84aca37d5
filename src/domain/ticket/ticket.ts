import type { AccountId, Accounts } from '../shared/account';
import type { AdfDocument } from '../shared/adf';
import type { Instant } from '../shared/instant';
import type { AppFieldName, FieldName, FieldValue, FieldValues } from '../work-type/fields';

/** A ticket of one of our work types, as Jira has it at one moment, with its whole history. */
export interface Ticket {
  id: string;
  key: string;
  summary: string;
  /** In the Atlassian Document Format; null when it has none. */
  description: AdfDocument | null;
  /** The name of one of our work types. */
  workType: string;
  /** The name of one of the work type's statuses. */
  status: string;
  creator: AccountId;
  reporter: AccountId | null;
  assignee: AccountId | null;
  created: Instant;
  labels: readonly string[];
  attachments: readonly Attachment[];
  /** Those of people; null where nothing is set, or what is set can't be read. */
  fields: FieldValues;
  /** The fields whose value can't be read: a gate says so, and nothing else stops for them. */
  unreadable: readonly FieldName[];
  /** What the app has written, as it stands on the ticket. */
  appFields: Readonly<Record<AppFieldName, string | null>>;
  /** Oldest first, complete. */
  history: readonly HistoryEntry[];
  /** The accounts that Jira named with the ticket. */
  accounts: Accounts;
}

/** A file that is attached to a ticket. What its id names never changes. */
export interface Attachment {
  id: string;
  filename: string;
  /** In bytes. */
  size: number;
}

/** One entry of the ticket's changelog. */
export interface HistoryEntry {
  id: string;
  at: Instant;
  actor: AccountId;
  changes: readonly Change[];
}

/**
 * A change of one field; `other` stands for every field that decides nothing. Values as in `FieldValue`, statuses and
 * work types by name, spaces by key or name as Jira shows them, attachments by id: from one that was removed, to one that
 * was added. Of summary and description only that they changed.
 */
export interface Change {
  field:
    | 'status'
    | 'reporter'
    | 'workType'
    | 'space'
    | 'summary'
    | 'description'
    | 'attachment'
    | FieldName
    | AppFieldName
    | 'other';
  from: string | null;
  to: string | null;
}

/** What is being set on a transition's screen. */
export interface ScreenChanges {
  fields: Partial<FieldValues>;
  /** Absent when the reporter isn't being set. */
  reporter?: AccountId | null;
  /** App-written fields that the transition carries: no one may do that. */
  appFields: readonly AppFieldName[];
}

export const NO_CHANGES: ScreenChanges = { fields: {}, appFields: [] };

/** The ticket's fields as they will be once the transition's screen is saved. */
export function withScreen(ticket: Ticket, screen: ScreenChanges): FieldValues {
  return { ...ticket.fields, ...screen.fields };
}

/** What a field held once that entry of the history was made: whatever later entries changed is taken back. */
export function fieldAfter(ticket: Ticket, field: FieldName, change: string): FieldValue {
  const later = ticket.history.slice(ticket.history.findIndex(({ id }) => id === change) + 1);
  const next = later.flatMap(({ changes }) => changes).find(one => one.field === field);
  return next ? next.from : ticket.fields[field];
}

import type { AccountId } from '../domain/shared/account';
import type { CommentParagraph } from '../domain/ticket/comment';
import type { ScreenChanges, Ticket } from '../domain/ticket/ticket';
import type { NewTicket } from '../domain/ticket/new-ticket';
import type { AppFieldName } from '../domain/work-type/fields';
import type { StatusName } from '../domain/work-type/work-type';
import type { CreatedTicket } from './creations';

export interface TicketPage {
  /** With their whole history. */
  tickets: Ticket[];
  /** The ids of those that could not be read with the others. */
  unread: string[];
  /** Of the next page; absent on the last. */
  cursor?: string;
}

/** Where tickets are that are looked for by id: those of whom nothing is said are gone, or where Remit can't see them. */
export interface Sight {
  /** Those that are where they should be, with their whole history. */
  tickets: Ticket[];
  /** Those of another space, or of a work type that is none of ours. */
  elsewhere: { id: string; key: string }[];
  /** Those that are there, or may be, and can't be read: Remit may lack the permission to see any. */
  unreadable: string[];
}

/** Writes app-only fields of the ticket that was read; null empties one. */
export type WriteAppFields = (values: Partial<Record<AppFieldName, string | null>>) => Promise<void>;

/** No one can tell now whether the ticket was created: within two minutes someone can. */
export class CreationUnderWay extends Error {
  constructor(mark: string) {
    super(`A ticket is being created for ${mark}, or was a moment ago.`);
    this.name = 'CreationUnderWay';
  }
}

/** The tickets of our work types, read and written as the app. */
export interface Tickets {
  /** By id or key, with the whole history; undefined when it is gone or is none of ours. */
  read(idOrKey: string): Promise<Ticket | undefined>;
  /** The same, with what writes its app-only fields: where these are was read with it, and is not read again. */
  readToWrite(idOrKey: string): Promise<{ ticket: Ticket; writeAppFields: WriteAppFields } | undefined>;
  /**
   * The ticket with what is being set on a transition's screen, and the name of the status the transition leads to.
   * `unreadable`: the names of fields that are being given a value they cannot hold; nothing of the screen is read then.
   * @param modifiedFields - as Jira hands them to a function validator, by field id
   */
  readForTransition(
    key: string,
    toStatusId: string,
    modifiedFields: Record<string, unknown>,
  ): Promise<
    { ticket: Ticket; screen: ScreenChanges; unreadable: readonly string[]; to: string } | undefined
  >;
  /**
   * SHA-256 of the bytes of an attachment, by its id, in lower-case hexadecimal; undefined when Jira doesn't give them.
   */
  fileHash(attachment: string): Promise<string | undefined>;
  /**
   * Creates a ticket in the name of the person who calls, or finds the one that they have created and no one has moved
   * yet. `refused`: they may not, or Jira asks for more than a summary.
   * @param workType - its name
   */
  createAsCaller(workType: string, summary: string): Promise<CreatedTicket | 'refused'>;
  /**
   * Creates a ticket as the app, once per mark: anyone who asks again is told of the first. `refused`: Jira keeps the app
   * from it, or asks for more.
   * @throws CreationUnderWay when it is being created, or may have been without that Jira could tell yet: ask again later
   */
  createOnce(ticket: NewTicket): Promise<CreatedTicket | 'refused'>;
  /**
   * A page of the tickets that may need attention: open ones, those changed in the hours looked back on, those in one of the statuses or in one that set-up didn't make, and those with one of the labels. With
   * `changedWithinHours` only the last, and those that changed so lately.
   * `cursor lapsed`: Jira does not know the cursor any more, and would not however often it were asked.
   */
  pageToReconcile(page: {
    cursor?: string | undefined;
    changedWithinHours?: number | undefined;
    lookBackHours: number;
    labels: readonly string[];
    statuses: readonly StatusName[];
  }): Promise<TicketPage | 'cursor lapsed'>;
  /** Where these tickets are, by their ids; at most 100. */
  sightOf(ids: readonly string[]): Promise<Sight>;
  /** @param assignee - null leaves the ticket unassigned */
  assign(ticket: Ticket, assignee: AccountId | null): Promise<'assigned' | 'not assignable'>;
  /**
   * Makes the transition that leads to a status, as the app; a ticket that stands there already was moved.
   * `not offered`: no transition leads there that the app may make.
   */
  move(ticket: Ticket, to: StatusName): Promise<'moved' | 'not offered'>;
  setLabel(ticket: Ticket, label: string, present: boolean): Promise<void>;
  /**
   * Comments once per `mark`: a comment of the app that carries it already is not repeated. `refused`: the app may not
   * comment there, or the ticket has as many comments as Jira allows.
   */
  commentOnce(
    ticket: Ticket,
    mark: string,
    paragraphs: readonly CommentParagraph[],
  ): Promise<'said' | 'refused'>;
}

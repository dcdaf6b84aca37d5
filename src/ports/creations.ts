/** A ticket that was created. */
export interface CreatedTicket {
  id: string;
  key: string;
}

/** What is known of the creation of a ticket, when someone wants to create it. */
export type Creation =
  | { state: 'created'; ticket: CreatedTicket }
  /** Someone creates it now, or did so lately and never learned what became of it. */
  | { state: 'under way' }
  | {
      state: 'begun';
      /** Tells what became of it. @param ticket - null: nothing was created, and anyone who asks next may try */
      ended(ticket: CreatedTicket | null): Promise<void>;
    };

/**
 * Keeps a ticket from being created twice: Jira does not know a repeated request, and its search is late. Of those who
 * want to create the same, one begins; when what became of that is lost, no one else begins for one minute at least, by
 * when a search finds what was created.
 */
export interface Creations {
  /** @param mark - what the ticket is created for */
  begin(mark: string): Promise<Creation>;
}

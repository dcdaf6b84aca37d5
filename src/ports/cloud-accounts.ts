import type { CloudAccount } from '../domain/cloud-account/cloud-account';
import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';

/** The register of cloud accounts. */
export interface CloudAccounts {
  /**
   * Reserves provider and account id for the entry's ticket, in one atomic step: free ids, the ticket's own
   * reservation and reservations of others older than `lapsedBefore` can be taken. A ticket keeps one reservation only.
   */
  reserve(entry: CloudAccount, lapsedBefore: Instant): Promise<'reserved' | 'taken'>;
  /**
   * Makes the ticket's reservation active, under the account id that Jira kept: of two gates that decide a ticket at
   * once, the one that reserved last need not be the one whose transition was made.
   * `absent`: the ticket has no reservation, or another ticket took that account id.
   * @param accountId - normalised
   */
  confirm(ticket: string, accountId: string, at: Instant): Promise<'registered' | 'already' | 'absent'>;
  list(): Promise<CloudAccount[]>;
  /** The active entry of the ticket. */
  ofTicket(ticket: string): Promise<CloudAccount | undefined>;
  /** The active entries of several tickets, at the cost of one. */
  ofTickets(tickets: readonly string[]): Promise<CloudAccount[]>;
  /** Writes the new owner down, for the active entry of the account's ticket. */
  changeOwner(account: CloudAccount, owner: AccountId): Promise<void>;
}

import type { CloudAccount } from '../domain/cloud-account/cloud-account';
import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';

/** The register of cloud accounts. */
export interface CloudAccounts {
  /**
   * Reserves provider and account id for the entry's ticket, in one atomic step: free ids, the ticket's own
   * reservation and reservations of others older than `lapsedBefore` can be taken. What the ticket reserved before it
   * gives back. Of two gates that decide it at once neither has seen the other's: then both stand until `confirm`.
   * @param held - the ticket's reservations, as the decision has read them
   */
  reserve(
    entry: CloudAccount,
    lapsedBefore: Instant,
    held: readonly CloudAccount[],
  ): Promise<'reserved' | 'taken'>;
  /**
   * Makes the ticket's reservation active, under the account id that Jira kept: of two gates that decide a ticket at
   * once, the one that reserved last need not be the one whose transition was made. Whatever else the ticket has
   * reserved it gives back.
   * `absent`: the ticket has no reservation, or another ticket took that account id.
   * @param accountId - normalised
   * @param held - the ticket's reservations, as they were read after the transition
   */
  confirm(
    ticket: string,
    accountId: string,
    at: Instant,
    held: readonly CloudAccount[],
  ): Promise<'registered' | 'already' | 'absent'>;
  list(): Promise<CloudAccount[]>;
  /** The active entry of the ticket. */
  ofTicket(ticket: string): Promise<CloudAccount | undefined>;
  /** The active entries of several tickets, at the cost of one. */
  ofTickets(tickets: readonly string[]): Promise<CloudAccount[]>;
  /** Writes the new owner down, for the active entry of the account's ticket. */
  changeOwner(account: CloudAccount, owner: AccountId): Promise<void>;
}

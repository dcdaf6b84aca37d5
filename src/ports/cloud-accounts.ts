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
  /** Makes the ticket's reservation active. `absent`: the ticket has neither a reservation nor an active entry. */
  confirm(ticket: string, at: Instant): Promise<'registered' | 'already' | 'absent'>;
  list(): Promise<CloudAccount[]>;
  /** The active entry of the ticket. */
  ofTicket(ticket: string): Promise<CloudAccount | undefined>;
  /** Writes the new owner down, for the active entry of the account's ticket. */
  changeOwner(account: CloudAccount, owner: AccountId): Promise<void>;
}

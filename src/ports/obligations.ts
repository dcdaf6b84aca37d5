import type { Obligation } from '../domain/obligation/obligation';
import type { Instant } from '../domain/shared/instant';

/** The index of the tickets under obligation: those that are checked by id, whatever Jira says of them. */
export interface Obligations {
  /** Adds it, or replaces what is known of its ticket. @param at - when it was checked */
  keep(obligation: Obligation, at: Instant): Promise<void>;
  /** Harmless when the index does not have it. */
  drop(ticket: string): Promise<void>;
  ofTickets(tickets: readonly string[]): Promise<Obligation[]>;
  /** Those that were checked last before an instant, by the id of their ticket. */
  toCheck(page: { before: Instant; after?: string | undefined; limit: number }): Promise<Obligation[]>;
  /** That these were checked; others that it names are in no index, and stay so. */
  checked(tickets: readonly string[], at: Instant): Promise<void>;
  /** Those that can't be checked. */
  inTrouble(limit: number): Promise<Obligation[]>;
}

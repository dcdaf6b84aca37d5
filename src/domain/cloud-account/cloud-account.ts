import type { AccountId } from '../shared/account';
import { HOUR, plus, type Instant } from '../shared/instant';
import { comparable, comparableId } from '../shared/text';

/**
 * An entry of the cloud account register, grown from tickets. A gate reserves provider and account id
 * for its ticket; the transition that follows makes the entry active.
 * Source: requirements W3, R13; domain rules, "Cloud accounts".
 */
export interface CloudAccount {
  provider: string;
  /** Normalised; see `normaliseAccountId`. */
  accountId: string;
  service: string;
  environment: string;
  dataClassification: string;
  owner: AccountId;
  securityContact: AccountId;
  billingOwner: AccountId | null;
  /** The ticket's id and key. */
  ticket: string;
  ticketKey: string;
  status: 'reserved' | 'active';
  reservedAt: Instant;
  registeredAt: Instant | null;
}

/** What a decision asks about a cloud account: its id, normalised. */
export const ASKED_ACCOUNT = 'cloud account';

/** Characters of an account id, normalised: no provider’s are longer, and the register keeps no more. */
export const LONGEST_ACCOUNT_ID = 255;

/** How long a reservation stands without the transition that confirms it. */
const RESERVATION_LAPSES_AFTER = HOUR;

/**
 * One spelling per account: providers print the same identifier with and without dashes, spaces and capitals
 * (`1234-5678-9012`), text that is pasted brings other dashes and characters that cannot be seen, and one account must
 * not be registered twice. Source: Unicode, UAX #15 (NFKC).
 */
export function normaliseAccountId(text: string): string {
  const compact = comparableId(text).replaceAll(' ', '');
  return /^[\d-]+$/.test(compact) ? compact.replaceAll('-', '') : compact;
}

/** Whether two entries are of one account, however its provider is spelled. */
export function isSameAccount(
  one: Pick<CloudAccount, 'provider' | 'accountId'>,
  other: Pick<CloudAccount, 'provider' | 'accountId'>,
): boolean {
  return one.accountId === other.accountId && comparable(one.provider) === comparable(other.provider);
}

/** Whether the entry keeps its account id from another ticket at this instant. */
export function isTakenFrom(entry: CloudAccount, ticketId: string, at: Instant): boolean {
  if (entry.ticket === ticketId) return false;
  return entry.status === 'active' || entry.reservedAt >= reservationsLapsedBefore(at);
}

/** The instant before which an unconfirmed reservation has lapsed. */
export function reservationsLapsedBefore(at: Instant): Instant {
  return plus(at, -RESERVATION_LAPSES_AFTER);
}

import type { AccountId } from '../shared/account';
import { HOUR, plus, type Instant } from '../shared/instant';

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

/** How long a reservation stands without the transition that confirms it. */
const RESERVATION_LAPSES_AFTER = HOUR;

/**
 * One spelling per account: providers print the same identifier with and without dashes, spaces and capitals
 * (`1234-5678-9012`), text that is pasted brings other dashes and characters that cannot be seen, and one account must
 * not be registered twice. Source: Unicode, UAX #15 (NFKC).
 */
export function normaliseAccountId(text: string): string {
  const compact = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .normalize('NFKC');
  return /^[\d-]+$/.test(compact) ? compact.replaceAll('-', '') : compact;
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

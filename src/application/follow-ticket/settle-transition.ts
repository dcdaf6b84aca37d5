import { normaliseAccountId } from '../../domain/cloud-account/cloud-account';
import { evidenceId, ticketSubject, type EvidenceEntry } from '../../domain/evidence/evidence-entry';
import type { Instant } from '../../domain/shared/instant';
import type { CommentParagraph } from '../../domain/ticket/comment';
import type { ObservedTransition } from '../../domain/ticket/observed-transition';
import { fieldAfter, type Ticket } from '../../domain/ticket/ticket';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { DecisionRecords } from '../../ports/decisions';
import type { Tickets } from '../../ports/tickets';

/** What a transition entailed, done; to be put on record. */
export interface Settled {
  entries: EvidenceEntry[];
  /** The account that is in the register by it, and since when. */
  registered?: { accountId: string; at: Instant };
}

/** Nothing is registered here, so no evidence may say that it was. */
const RESERVATION_LOST: CommentParagraph = [
  'This cloud account is not in the register: its reservation lapsed before the transition was seen, and another ticket took the identifier. Check Account ID on both.',
];

/** Does what a committed transition entails. Repeated, it does nothing and says the same. */
export async function settleTransition(
  { cloudAccounts, tickets }: { cloudAccounts: CloudAccounts; tickets: Tickets },
  ticket: Ticket,
  { reservations }: Pick<DecisionRecords, 'reservations'>,
  transition: ObservedTransition,
  at: Instant,
): Promise<Settled> {
  const subject = ticketSubject(ticket.id);
  const { decision, transition: made, ...committed } = transition;
  const { change, actor } = transition;
  const seen: EvidenceEntry = {
    id: evidenceId('transition-observed', subject, { change }),
    at,
    kind: 'transition-observed',
    actor,
    subject,
    facts: {
      ticketKey: ticket.key,
      ...committed,
      transition: made?.name ?? null,
      decision: decision?.id ?? null,
    },
  };
  if (transition.to !== 'Provisioned' || !decision) return { entries: [seen] };
  const accountId = normaliseAccountId(fieldAfter(ticket, 'accountId', change) ?? '');
  const outcome = await cloudAccounts.confirm(ticket.id, accountId, transition.at, reservations);
  const id = evidenceId('cloud-account-registered', subject, { change });
  if (outcome === 'absent') {
    await tickets.commentOnce(ticket, `${id}-absent`, [RESERVATION_LOST]);
    return { entries: [seen] };
  }
  const facts = { ticketKey: ticket.key, decision: decision.id };
  const registration: EvidenceEntry = { id, at, kind: 'cloud-account-registered', actor, subject, facts };
  return { entries: [registration, seen], registered: { accountId, at: transition.at } };
}

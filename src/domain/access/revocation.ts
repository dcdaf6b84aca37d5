import { evidenceId, ticketSubject } from '../evidence/evidence-entry';
import type { NameOf } from '../shared/account';
import type { Route } from '../responsibility/route';
import type { CommentParagraph } from '../ticket/comment';
import type { AccountId } from '../shared/account';
import { dayInWords } from '../shared/date-in-words';
import { dayOf, type Instant } from '../shared/instant';
import { latestSubmit, type ObservedTransition } from '../ticket/observed-transition';
import type { Ticket } from '../ticket/ticket';
import { transitionFrom, type WorkType } from '../work-type/work-type';

/** Carried by tickets whose access has ended and has not been revoked, so that they can be found. */
export const REVOCATION_LABEL = 'revocation-due';

/** Access that has ended and is still there: the facts of a `revocation-due` entry. */
export interface RevocationDue {
  id: string;
  /** Its last day; null when none was ever approved. */
  lastDay: string | null;
  performer: AccountId | null;
}

/** What has to be written for a ticket to say whether its access is due to be revoked; empty when it does. */
export interface RevocationPlan {
  /** Absent: the label is as it should be. */
  label?: boolean;
  /** What to tell and to record, once for each end: absent when that is done. */
  notice?: { due: RevocationDue; assignee: AccountId | null; comment: CommentParagraph };
}

/**
 * Plans what the end of an access takes, from the day after its last: the label, the performer, one comment, one entry
 * of evidence. The same inputs plan nothing twice, and once it is revoked the label goes.
 * @param recorded - ids of the ticket's entries of this kind
 * Source: domain rules, "Access"; requirement W1.
 */
export function planRevocation(
  { ticket, workType, observed }: Granted,
  route: Route | null,
  recorded: readonly string[],
  name: NameOf,
  at: Instant,
): RevocationPlan {
  if (!workType.transitions.some(({ means }) => means === 'revoke')) return {};
  const end = revocationDue({ ticket, workType, observed }, at);
  const isLabelled = ticket.labels.includes(REVOCATION_LABEL);
  const label = isLabelled === (end !== undefined) ? {} : { label: end !== undefined };
  if (!end) return label;
  const id = evidenceId('revocation-due', ticketSubject(ticket.id), end);
  if (recorded.includes(id)) return label;
  const performer = route?.performer ?? null;
  const due = { id, ...end, performer };
  return {
    ...label,
    notice: { due, assignee: performer, comment: dueComment(ticket, end, performer, name) },
  };
}

interface Granted {
  ticket: Ticket;
  workType: WorkType;
  observed: readonly ObservedTransition[];
}

/**
 * Whether a ticket stands for access that has ended and was not revoked, with its last day. The day that was approved
 * holds, whatever the field says since; an earlier one in the field holds too, a later one or none prolongs nothing.
 * Access for which no day is on record has ended: none is open-ended.
 */
export function revocationDue(
  { ticket, workType, observed }: Granted,
  at: Instant,
): { lastDay: string | null } | undefined {
  if (!transitionFrom(workType, ticket.status, 'revoke')) return undefined;
  const approved = latestSubmit(observed)?.decision?.snapshot?.decidingFields.accessUntil ?? null;
  const [lastDay = null] = [approved, ticket.fields.accessUntil].filter(day => day !== null).sort();
  return lastDay !== null && lastDay >= dayOf(at) ? undefined : { lastDay };
}

/** What the panel says of it. */
export function revocationMessage(
  ticket: Ticket,
  { lastDay }: { lastDay: string | null },
  performer: AccountId | null,
  name: NameOf,
): string {
  const ended =
    lastDay === null ? 'This access has no end on record' : `This access ended on ${dayInWords(lastDay)}`;
  const who = performer === null ? 'Whoever performs it' : name(performer);
  return `${ended} and has not been revoked. ${who}: take ${entitlementOf(ticket, name)} away, then use Revoke.`;
}

function dueComment(
  ticket: Ticket,
  { lastDay }: { lastDay: string | null },
  performer: AccountId | null,
  name: NameOf,
): CommentParagraph {
  const to = performer === null ? [] : [{ mention: performer, name: name(performer) }, ', '];
  const ended = lastDay === null ? 'it has no end on record' : `it ended on ${dayInWords(lastDay)}`;
  return [
    ...to,
    'this access is due to be revoked: ',
    { strong: ended },
    `. Take ${entitlementOf(ticket, name)} away, then use Revoke.`,
  ];
}

/** Who has which entitlement on what, as far as the ticket says. */
function entitlementOf({ fields: { entitlement, beneficiary, cloudService } }: Ticket, name: NameOf): string {
  const whose = beneficiary === null ? '' : ` of ${name(beneficiary)}`;
  const where = cloudService === null ? '' : ` on ${cloudService}`;
  return `${entitlement ?? 'the access'}${whose}${where}`;
}

import type { AccountId, NameOf } from '../../shared/account';
import { dayInWords } from '../../shared/date-in-words';
import { dayOf, type Instant } from '../../shared/instant';
import type { CommentParagraph } from '../../ticket/comment';
import type { TicketStory } from '../../ticket/story';
import { lastKnownStatus } from '../../ticket/known-status';
import type { Ticket } from '../../ticket/ticket';
import { transitionFrom } from '../../work-type/work-type';
import { say } from '../../shared/sentence';

/** Carried by tickets whose access has ended and has not been revoked, so that they can be found. */
export const REVOCATION_LABEL = 'revocation-due';

/**
 * Whether a ticket stands for access that has ended and was not revoked, with its last day. The day that was approved
 * holds, whatever the field says since: no one asks access back by editing it, and no one prolongs it. Where none was
 * approved the field counts, and access without any day has ended: none is open-ended.
 */
export function revocationDue(story: TicketStory, at: Instant): AccessEnd | undefined {
  const { workType } = story;
  if (!transitionFrom(workType, lastKnownStatus(story), 'revoke')) return undefined;
  const lastDay = lastDayOf(story);
  return lastDay !== null && lastDay >= dayOf(at) ? undefined : { lastDay };
}

/** The last day of the access: the one that was approved, and where none was, what the field says. */
export function lastDayOf({ ticket, submission }: TicketStory): string | null {
  return submission?.decision?.snapshot?.decidingFields.accessUntil ?? ticket.fields.accessUntil;
}

/** An access that has ended. */
export interface AccessEnd {
  /** Its last day; null when none was ever approved. */
  lastDay: string | null;
}

/** What the panel says of it. */
export function revocationMessage(
  ticket: Ticket,
  { lastDay }: AccessEnd,
  performer: AccountId | null,
  name: NameOf,
): string {
  const ended =
    lastDay === null
      ? 'This access has no recorded end date'
      : say`This access ended on ${dayInWords(lastDay)}`;
  const who = performer === null ? 'The performer' : name(performer);
  return say`${ended} and has not been revoked. ${who}: remove ${entitlementOf(ticket, name)}, then use Revoke.`;
}

/** Tells the performer, on the ticket. */
export function revocationComment(
  ticket: Ticket,
  { lastDay }: AccessEnd,
  performer: AccountId | null,
  name: NameOf,
): CommentParagraph {
  const to = performer === null ? [] : [{ mention: performer, name: name(performer) }, ', '];
  const ended = lastDay === null ? 'it has no recorded end date' : say`it ended on ${dayInWords(lastDay)}`;
  return [
    ...to,
    'this access is due to be revoked: ',
    { strong: ended },
    say`. Remove ${entitlementOf(ticket, name)}, then use Revoke.`,
  ];
}

/** Who has which entitlement on what, as far as the ticket says. */
function entitlementOf({ fields: { entitlement, beneficiary, cloudService } }: Ticket, name: NameOf): string {
  const whose = beneficiary === null ? '' : say` from ${name(beneficiary)}`;
  const where = cloudService === null ? '' : say` on ${cloudService}`;
  return say`${entitlement ?? 'the access'}${whose}${where}`;
}

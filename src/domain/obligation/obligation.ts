import type { Bypass } from '../bypass/bypass';
import type { Instant } from '../shared/instant';
import { lastKnownStatus } from '../ticket/known-status';
import type { TicketStory } from '../ticket/story';
import { statusOf, type StatusName } from '../work-type/work-type';

/**
 * A ticket that something outside Jira rests on: an approval, an account, an access, or a bypass that is open. It is
 * checked by its id until it is closed, whatever Jira says of its status category, its space or its last change.
 * Source: domain rules, "Under obligation".
 */
export interface Obligation {
  /** Its id. */
  ticket: string;
  /** The key that it had last. */
  ticketKey: string;
  /** The name of its work type. */
  workType: string;
  /** Where it stood last, of the statuses that its work type has. */
  status: StatusName;
  /** The last day of what was given; null where it has none. */
  lastDay: string | null;
  /** Why it can't be checked; null when it can. */
  trouble: ObligationTrouble | null;
  /** The id of the newest entry about trouble that has ended; null before the first. */
  previous: string | null;
}

/** `gone`: deleted, or where Remit can't see it. `moved`: out of the space, or to a work type that is none of ours. */
export const TROUBLES = ['gone', 'moved', 'unreadable', 'unknown status'] as const;

export type Trouble = (typeof TROUBLES)[number];

export interface ObligationTrouble {
  /** The id of the entry about it. */
  id: string;
  what: Trouble;
  since: Instant;
  /** The key that it was moved to, or the status that is unknown; null where there is neither. */
  where: string | null;
}

/**
 * The status in which something rests on the ticket: it binds, or the ticket bypassed approval and has not left that
 * behind. Null when nothing does, and when it was closed.
 */
export function bindingStatus(story: TicketStory, open: readonly Bypass[]): StatusName | null {
  const status = lastKnownStatus(story);
  const binds = statusOf(story.workType, status).binds ?? false;
  return binds || open.length > 0 ? status : null;
}

/** Whether both say the same of a ticket. */
export function isSameObligation(a: Obligation, b: Obligation): boolean {
  const keys = ['ticket', 'ticketKey', 'workType', 'status', 'lastDay', 'previous'] as const;
  return keys.every(key => a[key] === b[key]) && a.trouble?.id === b.trouble?.id;
}

/** Whether someone has to judge it where it can't be undone; in an unknown status a ticket can be moved on. */
export function isJudged({ what }: ObligationTrouble): boolean {
  return what !== 'unknown status';
}

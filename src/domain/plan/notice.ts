import { recording, type Step } from '../effects/effect';
import type { Standing } from '../effects/pending';
import type { EvidenceEntry } from '../evidence/evidence-entry';
import { ticketFacts } from '../evidence/facts';
import type { CommentParagraph } from '../ticket/comment';
import type { Ticket } from '../ticket/ticket';
import type { Found } from './found';
import { dayOf } from '../shared/instant';
import { noticeGiven, noticeId, noticeRefused } from './notice-evidence';

/**
 * A comment that is made once what it tells of is on record, with a record of its own that it was made: so it is tried
 * again alone. Nothing when it was made, and until tomorrow when Jira did not take it.
 * Source: domain rules, "Record first, tell second".
 */
export function notice(
  ticket: Ticket,
  found: Recorded & Pick<Found, 'at' | 'pseudonymOf'>,
  mark: string,
  paragraphs: () => readonly CommentParagraph[],
): Step[] {
  if (wasTold(ticket, found, mark)) return [];
  const effect = { do: 'comment once', mark, paragraphs: paragraphs() } as const;
  const facts = { ...ticketFacts(ticket), mark };
  const given = noticeGiven.entry({ at: found.at, actor: null, facts }, found.pseudonymOf);
  const refusal = { at: found.at, actor: null, facts: { ...facts, day: dayOf(found.at) } };
  const refused = noticeRefused.entry(refusal, found.pseudonymOf);
  if (found.standing.recorded.has(refused.id)) return [];
  return [{ effects: [effect], records: [given], otherwise: recording(refused) }];
}

/** What is on record of a ticket. */
export interface Recorded {
  standing: Pick<Standing, 'recorded'>;
}

/** Whether the comment of this mark was made. */
export function wasTold(ticket: Ticket, { standing }: Recorded, mark: string): boolean {
  return standing.recorded.has(noticeId(ticket.id, mark));
}

/** Puts something on record, and tells of it once it is there. */
export function recordThenTell(
  ticket: Ticket,
  found: Recorded & Pick<Found, 'at' | 'pseudonymOf'>,
  entry: EvidenceEntry,
  paragraphs: () => readonly CommentParagraph[],
): Step[] {
  return found.standing.recorded.has(entry.id)
    ? notice(ticket, found, entry.id, paragraphs)
    : recording(entry);
}

import { recording, type Step } from '../effects/effect';
import type { Standing } from '../effects/pending';
import { evidenceId, ticketSubject, type EvidenceEntry } from '../evidence/evidence-entry';
import type { AccountId } from '../shared/account';
import type { CommentParagraph } from '../ticket/comment';
import type { Ticket } from '../ticket/ticket';
import type { Found } from './found';

/** An entry about a ticket: its id is that of the facts that tell it apart, which are all of them unless said otherwise. */
export function ticketEntry(
  kind: EvidenceEntry['kind'],
  ticket: Ticket,
  { at }: Pick<Found, 'at'>,
  facts: object,
  {
    actor = null,
    id = evidenceId(kind, ticketSubject(ticket.id), facts),
  }: { actor?: AccountId | null; id?: string } = {},
): EvidenceEntry {
  return {
    id,
    at,
    kind,
    actor,
    subject: ticketSubject(ticket.id),
    facts: { ticketKey: ticket.key, ...facts },
  };
}

/**
 * A comment that is made once what it tells of is on record, with a record of its own that it was made: so it is tried
 * again alone. Nothing when it was made.
 * Source: domain rules, "Record first, tell second".
 */
export function notice(
  ticket: Ticket,
  found: Recorded & Pick<Found, 'at'>,
  mark: string,
  paragraphs: () => readonly CommentParagraph[],
): Step[] {
  if (wasTold(ticket, found, mark)) return [];
  const effect = { do: 'comment once', mark, paragraphs: paragraphs() } as const;
  return [{ effects: [effect], records: [ticketEntry('notice-given', ticket, found, { mark })] }];
}

/** What is on record of a ticket. */
export interface Recorded {
  standing: Pick<Standing, 'recorded'>;
}

/** Whether the comment of this mark was made. */
export function wasTold(ticket: Ticket, { standing }: Recorded, mark: string): boolean {
  return standing.recorded.has(evidenceId('notice-given', ticketSubject(ticket.id), { mark }));
}

/** Puts something on record, and tells of it once it is there. */
export function recordThenTell(
  ticket: Ticket,
  found: Recorded & Pick<Found, 'at'>,
  entry: EvidenceEntry,
  paragraphs: () => readonly CommentParagraph[],
): Step[] {
  return found.standing.recorded.has(entry.id)
    ? notice(ticket, found, entry.id, paragraphs)
    : recording(entry);
}

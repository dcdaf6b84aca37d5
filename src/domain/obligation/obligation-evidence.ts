import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { ticketSubject, type EvidenceEntry } from '../evidence/evidence-entry';
import { ofTicket } from '../evidence/facts';
import type { PseudonymOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import { TROUBLES, type Obligation, type ObligationTrouble, type Trouble } from './obligation';
import { troubleInWords } from './obligation-words';

/** That a ticket something rests on can't be checked where it should be. */
export const ticketOutOfReach = defineEvidence('ticket-out-of-reach', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    workType: z.string(),
    /** Where it stood last. */
    status: z.string(),
    what: z.enum(TROUBLES),
    where: z.string().nullable(),
    /** The id of the entry about trouble before; null for the first. */
    previous: z.string().nullable(),
  }),
  title: 'Ticket out of reach',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ what, where, previous }) => ({ what, where, previous }),
  describe: ({ facts }) => troubleInWords(facts),
});

/** That it can be checked again. */
export const ticketBackInReach = defineEvidence('ticket-back-in-reach', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The id of the entry about the trouble that has ended. */
    trouble: z.string(),
  }),
  title: 'Ticket back in reach',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ trouble }) => ({ trouble }),
  describe: () => 'The ticket can be checked again.',
});

/** The trouble of a ticket, and its entry: the one on record when it is the same still. */
export function troubleOf(
  { trouble, previous, ...of }: Omit<Obligation, 'lastDay'>,
  { what, where }: { what: Trouble; where: string | null },
  by: { at: Instant; pseudonymOf: PseudonymOf },
): { trouble: ObligationTrouble; entry: EvidenceEntry | null } {
  if (trouble?.what === what && trouble.where === where) return { trouble, entry: null };
  const { ticket, ticketKey, workType, status } = of;
  const facts = {
    ...{ ticket, ticketKey, workType, status },
    ...{ what, where, previous: trouble?.id ?? previous },
  };
  const entry = ticketOutOfReach.entry({ at: by.at, actor: null, facts }, by.pseudonymOf);
  return { trouble: { id: entry.id, what, where, since: by.at }, entry };
}

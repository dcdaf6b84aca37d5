import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { evidenceId, ticketSubject } from '../evidence/evidence-entry';
import { ofTicket } from '../evidence/facts';
import { person } from '../evidence/person';
import { say } from '../shared/sentence';

/** That a comment of Remit's stands on a ticket: it is made once, and tells of something that is on record. */
export const noticeGiven = defineEvidence('notice-given', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** Which comment it is. */
    mark: z.string(),
  }),
  title: 'Notice given',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ mark }) => ({ mark }),
  describe: () => 'Remit commented on the ticket.',
});

/** The id of the entry that the comment of this mark was made. */
export function noticeId(ticket: string, mark: string): string {
  return evidenceId(noticeGiven.kind, ticketSubject(ticket), { mark });
}

/**
 * That Jira did not take a comment: Remit may not comment there, or the ticket has as many as Jira allows. Once a day,
 * for it is tried again the next day.
 */
export const noticeRefused = defineEvidence('notice-refused', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** Which comment it is. */
    mark: z.string(),
    day: z.string(),
  }),
  title: 'Notice refused',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ mark, day }) => ({ mark, day }),
  describe: () =>
    'Jira did not take Remit’s comment on the ticket. What it was about is on record all the same.',
});

/** That a ticket was assigned, or stood assigned, as it was asked for: people may assign it to others from then on. */
export const assignmentMade = defineEvidence('assignment-made', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The id of the entry that asks for it. */
    for: z.string(),
    /** Null when no one. */
    person: person().nullable(),
  }),
  title: 'Assigned',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: facts => ({ for: facts.for }),
  describe: ({ facts }, { person: name }) =>
    facts.person === null
      ? 'The ticket was left unassigned.'
      : say`The ticket was assigned to ${name(facts.person)}.`,
});

/** That Jira did not let a ticket be assigned to the person it is for. */
export const assignmentRefused = defineEvidence('assignment-refused', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The id of the entry that asks for it. */
    for: z.string(),
    person: person().nullable(),
  }),
  title: 'Assignment refused',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: facts => ({ for: facts.for, person: facts.person }),
  describe: ({ facts }, { person: name }) =>
    say`Jira did not let the ticket be assigned to ${facts.person === null ? 'the person it is for' : name(facts.person)}.`,
});

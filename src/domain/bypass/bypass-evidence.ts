import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { ofTicket, recordedInstant } from '../evidence/facts';
import { person } from '../evidence/person';
import { ticketSubject } from '../evidence/evidence-entry';
import { happenedInWords } from './bypass-words';
import { say } from '../shared/sentence';

/** A bypass that a ticket's history shows. */
export const gateBypassed = defineEvidence('gate-bypassed', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    workType: z.string(),
    bypass: z.enum([
      'not in the workflow',
      'not permitted by its gate',
      'made by someone else',
      'created in a later status',
      'moved in with a later status',
      'changed behind the lock',
    ]),
    /** The changelog entry; null for the creation. */
    change: z.string().nullable(),
    /** When it happened; the entry says when it was found. */
    when: recordedInstant,
    by: person(),
    byKind: z.enum(['person', 'app', 'customer']).nullable(),
    from: z.string().nullable(),
    to: z.string(),
    transition: z.string().nullable(),
    /** The people who alone could make it. */
    expected: z.array(person()).readonly(),
    /** What was changed behind the lock: names of fields and files. */
    changed: z.array(z.string()).readonly(),
    /** What it does not count as, and what became of it. */
    meaning: z.string(),
    /** The names of the gates on the way there. */
    gates: z.array(z.string()).readonly(),
  }),
  title: 'Gate bypassed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ change }) => ({ change }),
  describe: ({ facts }, { person: name }) => happenedInWords(facts, name),
});

/** That a ticket has left a bypass behind: it went back to its beginning, or through its gates since. */
export const bypassResolved = defineEvidence('bypass-resolved', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The id of the entry about the bypass. */
    bypass: z.string(),
    /** The changelog entry and the status that resolved it; null when the ticket became another kind of ticket. */
    change: z.string().nullable(),
    to: z.string().nullable(),
  }),
  title: 'Bypass resolved',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ bypass }) => ({ bypass }),
  describe: () => 'The bypassed step was undone.',
});

/** That the matrix approver has judged a bypass. The ticket counts as approved no more than before. */
export const bypassAcknowledged = defineEvidence('bypass-acknowledged', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The id of the entry about the bypass. */
    bypass: z.string(),
    reason: z.string(),
    roleName: z.string(),
  }),
  title: 'Bypass acknowledged',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ bypass }) => ({ bypass }),
  describe: ({ actor, facts: { roleName, reason } }, { person: name }) =>
    say`By ${name(actor ?? '')}, for the ${roleName}: “${reason}”`,
});

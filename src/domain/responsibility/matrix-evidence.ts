import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { ticketSubject } from '../evidence/evidence-entry';
import { ofTicket, recordedInstant } from '../evidence/facts';
import { person } from '../evidence/person';
import { momentInWords } from '../shared/date-in-words';
import { say } from '../shared/sentence';

/** A version of the responsibility matrix and how it came about. */
export const matrixApproved = defineEvidence('matrix-approved', {
  version: 1,
  facts: z.strictObject({
    number: z.number(),
    contentHash: z.string(),
    author: person(),
    /** Everyone who wrote in it. */
    authors: z.array(person()).readonly(),
    approvedBy: person(),
    approvedAt: recordedInstant,
    effectiveFrom: recordedInstant,
    /** The key and the id of the Responsibility change; null for the version that set-up brought. */
    changeTicket: z.string().nullable(),
    ticket: z.string().nullable(),
    /** The id of the gate decision that permitted the approval. */
    decision: z.string().nullable(),
  }),
  title: 'Matrix approved',
  subjectOf: ({ number }) => `matrix:${String(number)}`,
  distinguishing: ({ contentHash }) => ({ contentHash }),
  describe: ({ facts: { number, approvedBy, effectiveFrom, changeTicket } }, { person: name }) =>
    say`Version ${String(number)}, by ${name(approvedBy)}, in force from ${momentInWords(effectiveFrom)}${changeTicket === null ? '' : say` (${changeTicket})`}.`,
});

/** That an approved draft became no version: it, or the day it was to hold from, was changed after its approval. */
export const matrixNotAdopted = defineEvidence('matrix-not-adopted', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The changelog entry of the approval. */
    change: z.string(),
    decision: z.string().nullable(),
  }),
  title: 'Matrix not changed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ change }) => ({ change }),
  describe: () => 'The draft was changed after it was approved, and is open again.',
});

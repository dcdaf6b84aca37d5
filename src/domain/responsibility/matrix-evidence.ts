import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { ticketSubject } from '../evidence/evidence-entry';
import { ofTicket, recordedInstant } from '../evidence/facts';
import { person } from '../evidence/person';
import { momentInWords } from '../shared/date-in-words';
import { listed, say } from '../shared/sentence';

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
    /** The numbers of versions that were still to come, and never will be in force because of this one. */
    supersedes: z.array(z.number()).readonly(),
  }),
  title: 'Matrix approved',
  subjectOf: ({ number }) => `matrix:${String(number)}`,
  distinguishing: ({ contentHash }) => ({ contentHash }),
  describe: (
    { facts: { number, approvedBy, effectiveFrom, changeTicket, supersedes } },
    { person: name },
  ) => {
    const from = changeTicket === null ? '' : say` (${changeTicket})`;
    const approved = say`Version ${String(number)}, by ${name(approvedBy)}, in force from ${momentInWords(effectiveFrom)}${from}.`;
    if (supersedes.length === 0) return approved;
    return say`${approved} Because of it, version ${listed(supersedes.map(String))} will never be in force.`;
  },
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

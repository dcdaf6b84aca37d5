import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { ofTicket, recordedInstant } from '../evidence/facts';
import { person } from '../evidence/person';
import { ticketSubject } from '../evidence/evidence-entry';
import { say } from '../shared/sentence';

/** A change of status that Jira committed, with the decision that permitted it. */
export const transitionObserved = defineEvidence('transition-observed', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The changelog entry. */
    change: z.string(),
    at: recordedInstant,
    actor: person(),
    from: z.string().nullable(),
    to: z.string(),
    /** Null when the workflow has no such transition. */
    transition: z.string().nullable(),
    /** The id of the gate's decision; null where no gate permitted it. */
    decision: z.string().nullable(),
  }),
  title: 'Status changed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ change }) => ({ change }),
  describe: ({ facts: { transition, from, to, decision } }) => {
    const by = transition === null ? '' : say` by ${transition}`;
    const permitted = decision === null ? '' : ', as its gate had permitted';
    return say`From ${from ?? 'nowhere'} to ${to}${by}${permitted}.`;
  },
});

import { z } from 'zod';
import { defineEvidence } from '../../evidence/define-evidence';
import { ofTicket } from '../../evidence/facts';
import { person } from '../../evidence/person';
import { ticketSubject } from '../../evidence/evidence-entry';
import { say } from '../../shared/sentence';

/** Access that has ended and is still there: once for each end. */
export const revocationDue = defineEvidence('revocation-due', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** Null when none was ever approved. */
    lastDay: z.string().nullable(),
    /** Who was asked to take it away. */
    performer: person().nullable(),
  }),
  title: 'Revocation due',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ lastDay }) => ({ lastDay }),
  describe: ({ facts: { performer } }, { person: name }) =>
    say`This access has ended. ${performer === null ? 'It has no performer now.' : say`${name(performer)} was asked to revoke it.`}`,
});

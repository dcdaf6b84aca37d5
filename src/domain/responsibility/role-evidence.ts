import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { recordedInstant } from '../evidence/facts';
import { person } from '../evidence/person';
import { noticeOf, type HolderChange } from './appointment-notice';

const period = z.strictObject({
  role: z.string(),
  accountId: person(),
  capacity: z.enum(['holder', 'deputy']),
  from: recordedInstant,
  to: recordedInstant.nullable(),
});

/** A change of the holders register. Of one change there is one entry, whatever a repetition found it to replace. */
export const roleHolderChanged = defineEvidence('role-holder-changed', {
  version: 1,
  facts: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('begins'), period, replaces: z.array(period).readonly() }),
    z.strictObject({ kind: z.literal('ends'), period, to: recordedInstant }),
  ]),
  title: 'Role holder changed',
  subjectOf: ({ period: { role } }) => `role:${role}`,
  distinguishing,
  describe: ({ facts }, names) => noticeOf(facts, names),
});

function distinguishing(change: HolderChange) {
  const { accountId, capacity, from } = change.period;
  const to = change.kind === 'ends' ? change.to : change.period.to;
  return { kind: change.kind, accountId, capacity, from, to };
}

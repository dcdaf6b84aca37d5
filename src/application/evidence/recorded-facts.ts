import { z } from 'zod';
import type { HolderChange } from '../../domain/responsibility/appointment-notice';
import { isInstant, toInstant } from '../../domain/shared/instant';

/** An instant as it is on record. It refuses what is none: who reads the record says what becomes of it then. */
export const recordedInstant = z
  .string()
  .refine(isInstant, 'This is no instant.')
  .transform(text => toInstant(text));

const period = z.object({
  role: z.string(),
  accountId: z.string(),
  capacity: z.enum(['holder', 'deputy']),
  from: recordedInstant,
  to: recordedInstant.nullable(),
});

/** The facts of a `role-holder-changed` entry. */
export const recordedHolderChange: z.ZodType<HolderChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begins'), period, replaces: z.array(period) }),
  z.object({ kind: z.literal('ends'), period, to: recordedInstant }),
]);

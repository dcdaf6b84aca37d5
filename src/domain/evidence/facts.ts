import { z } from 'zod';
import { isInstant, toInstant } from '../shared/instant';

/** An instant as it is on record. */
export const recordedInstant = z
  .string()
  .refine(isInstant, 'This is not an instant.')
  .transform(text => toInstant(text));

/** Which ticket an entry is about. */
export const ofTicket = {
  /** Its id. */
  ticket: z.string(),
  /** The key that it had then. */
  ticketKey: z.string(),
};

/** The facts of every entry about a ticket. */
export function ticketFacts({ id, key }: { id: string; key: string }) {
  return { ticket: id, ticketKey: key };
}

/** `OWNER_NOT_NAMED` as one reads it. */
export function codeInWords(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

import { z } from 'zod';
import { person } from '../evidence/person';
import { routeRefusalFacts } from '../responsibility/route-facts';
import { APP_FIELD_NAMES, FIELD_NAMES } from '../work-type/fields';

const field = z.literal(FIELD_NAMES);
const fields = z.array(field).readonly();

/** Why a gate keeps a ticket where it is, as it goes on record. The set is closed. */
export const gateRefusalFacts = z.discriminatedUnion('code', [
  ...routeRefusalFacts,
  z.strictObject({ code: z.literal('FIELD_MISSING'), fields }),
  z.strictObject({ code: z.literal('ACCOUNT_INACTIVE'), field, account: person() }),
  z.strictObject({ code: z.literal('DATE_IN_PAST'), field, date: z.string() }),
  z.strictObject({
    code: z.literal('PERIOD_TOO_LONG'),
    field,
    date: z.string(),
    /** In days. */
    longest: z.number(),
    isPrivileged: z.boolean(),
  }),
  z.strictObject({ code: z.literal('OWNER_NOT_NAMED') }),
  z.strictObject({ code: z.literal('OWNER_INACTIVE'), account: person() }),
  z.strictObject({ code: z.literal('OWNER_IS_NOT_A_PERSON'), account: person() }),
  z.strictObject({ code: z.literal('SECURITY_CONTACT_NOT_NAMED') }),
  z.strictObject({ code: z.literal('ROUTE_STALE'), was: person().nullable(), now: person() }),
  z.strictObject({ code: z.literal('NOT_APPROVED_BY_ACCOUNTABLE') }),
  z.strictObject({
    code: z.literal('APP_FIELD_FORGED'),
    fields: z.array(z.literal(APP_FIELD_NAMES)).readonly(),
  }),
  z.strictObject({
    code: z.literal('CONTENT_CHANGED'),
    fields,
    /** What people read beside the fields. */
    text: z
      .array(z.enum(['summary', 'description']))
      .readonly()
      .optional(),
    /** Names of files that were part of what was submitted. */
    files: z
      .strictObject({ removed: z.array(z.string()).readonly(), replaced: z.array(z.string()).readonly() })
      .optional(),
    /** The service that the ticket names has another provider, or is another; null when it is none. */
    service: z
      .strictObject({ name: z.string(), was: z.string().nullable(), is: z.string().nullable() })
      .optional(),
    /** What else the ticket puts up is not what was submitted. */
    submits: z.strictObject({ what: z.string(), where: z.string() }).optional(),
    /** A version was approved after the draft was begun. */
    matrix: z.literal('base').optional(),
  }),
  z.strictObject({
    code: z.literal('ATTACHMENT_UNREADABLE'),
    because: z.enum(['too large', 'too many', 'not answered']),
    files: z.array(z.string()).readonly(),
  }),
  z.strictObject({ code: z.literal('NO_DRAFT') }),
  z.strictObject({
    code: z.literal('MATRIX_HAS_ERRORS'),
    count: z.number(),
    /** What the first few of them say. */
    first: z.array(z.string()).readonly(),
  }),
  z.strictObject({ code: z.literal('TICKET_UNKNOWN') }),
  z.strictObject({ code: z.literal('VALUE_UNREADABLE'), fields: z.array(z.string()).readonly() }),
  z.strictObject({ code: z.literal('TRANSITION_UNKNOWN'), from: z.string(), to: z.string() }),
  z.strictObject({ code: z.literal('ACCOUNT_ID_MISSING') }),
  z.strictObject({ code: z.literal('ACCOUNT_ID_TOO_LONG'), longest: z.number() }),
  z.strictObject({
    code: z.literal('ACCOUNT_ALREADY_REGISTERED'),
    provider: z.string(),
    accountId: z.string(),
    ticketKey: z.string(),
  }),
]);

/** Why a gate keeps a ticket where it is. Each code has its words in `refusal.ts`. */
export type GateRefusal = z.output<typeof gateRefusalFacts>;

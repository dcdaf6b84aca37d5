import { z } from 'zod';
import { subjectOf } from './route-words';
import { defineEvidence } from '../evidence/define-evidence';
import { ticketSubject, type EvidenceEntry } from '../evidence/evidence-entry';
import { codeInWords, ofTicket, ticketFacts } from '../evidence/facts';
import { person } from '../evidence/person';
import type { Instant } from '../shared/instant';
import type { RecordedRouting, Routing } from './routing';
import type { TicketRouteRefusal } from './ticket-route';

const route = z.strictObject({
  matrixVersion: z.number(),
  matrixHash: z.string(),
  responsibility: z.string(),
  domain: z.string(),
  activity: z.string(),
  service: z.string(),
  specificity: z.enum([
    'activity and service',
    'activity',
    'domain default for the service',
    'domain default',
    'matrix approver',
  ]),
  role: z.string(),
  roleName: z.string(),
  accountable: person(),
  decidedBy: z.enum(['holder', 'deputy', 'matrix approver']),
  passedOver: z.array(person()).readonly(),
  performer: person(),
});

/** The app's own codes and their details: written by the plan, shown again, never decided upon. */
const refusal = z.looseObject({ code: z.string() }) as unknown as z.ZodType<
  TicketRouteRefusal,
  TicketRouteRefusal
>;

const routing = {
  ...ofTicket,
  /** The ticket's status then. */
  status: z.string(),
  /** The id of the routing before it; null for the first. */
  previous: z.string().nullable(),
};

/** Who decides a ticket from then on, and why. */
export const routed = defineEvidence('routed', {
  version: 1,
  facts: z.strictObject({ ...routing, route, refusal: z.null() }),
  title: 'Routed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutTicket,
  describe: ({ facts: { status, route: to } }, { person: name }) => {
    const matrix = to.matrixVersion === 0 ? '' : ` in matrix v${String(to.matrixVersion)}`;
    return `In ${status}: to ${name(to.accountable)}, for the ${to.roleName}: ${subjectOf(to)}${matrix}.`;
  },
});

/** That nobody decides a ticket, and why. */
export const routingRefused = defineEvidence('routing-refused', {
  version: 1,
  facts: z.strictObject({ ...routing, route: z.null(), refusal }),
  title: 'Not routed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutTicket,
  describe: ({ facts }) => `No approver: ${codeInWords(facts.refusal.code)}.`,
});

function withoutTicket<Facts extends { ticket: string; ticketKey: string }>({
  ticket: _ticket,
  ticketKey: _key,
  ...facts
}: Facts) {
  return facts;
}

/** The entry of a routing: `routed`, or `routing-refused` when nobody decides the ticket. */
export function routingEntry(
  ticket: { id: string; key: string },
  { status, previous, route: to, refusal: why }: Omit<Routing, 'id'>,
  at: Instant,
): EvidenceEntry {
  const facts = { ...ticketFacts(ticket), status, previous };
  if (to) return routed.entry({ at, actor: null, facts: { ...facts, route: to, refusal: null } });
  if (why) return routingRefused.entry({ at, actor: null, facts: { ...facts, route: null, refusal: why } });
  throw new TypeError('A routing has a route, or a reason why there is none.');
}

/** The routing on record; undefined when this release cannot read it. */
export function routingOf(entry: EvidenceEntry): RecordedRouting | undefined {
  const read = routed.read(entry) ?? routingRefused.read(entry);
  return read && { id: read.id, at: read.at, ...read.facts };
}

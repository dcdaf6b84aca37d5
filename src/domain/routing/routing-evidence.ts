import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { ticketSubject, type EvidenceEntry } from '../evidence/evidence-entry';
import { codeInWords, ofTicket, ticketFacts } from '../evidence/facts';
import { withPeople } from '../evidence/person';
import { routeFacts, routeRefusalFacts } from '../responsibility/route-facts';
import type { AccountOf, PseudonymOf } from '../shared/account';
import { contentHash } from '../shared/content-hash';
import type { Instant } from '../shared/instant';
import { sourceOf, subjectOf } from './route-words';
import type { RecordedRouting, Routing } from './routing';
import { storedForm } from './stored-route';
import { say } from '../shared/sentence';

const refusalFacts = z.discriminatedUnion('code', [
  ...routeRefusalFacts,
  z.strictObject({ code: z.literal('SERVICE_NOT_NAMED') }),
]);

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
  facts: z.strictObject({ ...routing, route: routeFacts, refusal: z.null() }),
  title: 'Routed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutTicket,
  describe: ({ facts: { status, route } }, { person: name }) =>
    say`In ${status}: to ${name(route.accountable)}, for the ${route.roleName}: ${subjectOf(route)}${sourceOf(route)}.`,
});

/** That no one decides a ticket, and why. */
export const routingRefused = defineEvidence('routing-refused', {
  version: 1,
  facts: z.strictObject({ ...routing, route: z.null(), refusal: refusalFacts }),
  title: 'Not routed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutTicket,
  describe: ({ facts }) => say`No approver: ${codeInWords(facts.refusal.code)}.`,
});

function withoutTicket<Facts extends { ticket: string; ticketKey: string }>({
  ticket: _ticket,
  ticketKey: _key,
  ...facts
}: Facts) {
  return facts;
}

/** The entry of a routing: `routed`, or `routing-refused` when no one decides the ticket. */
export function routingEntry(
  ticket: { id: string; key: string },
  { status, previous, route, refusal }: Omit<Routing, 'id'>,
  { at, pseudonymOf }: { at: Instant; pseudonymOf: PseudonymOf },
): EvidenceEntry {
  const facts = { ...ticketFacts(ticket), status, previous };
  const by = { at, actor: null };
  if (route) return routed.entry({ ...by, facts: { ...facts, route, refusal: null } }, pseudonymOf);
  if (refusal) return routingRefused.entry({ ...by, facts: { ...facts, route, refusal } }, pseudonymOf);
  throw new TypeError('A routing has a route, or a reason why there is none.');
}

/** The routing on record; undefined when this release cannot read it, or it is none. */
export function routingOf(entry: EvidenceEntry, accountOf: AccountOf): RecordedRouting | undefined {
  const read = routed.read(entry, accountOf) ?? routingRefused.read(entry, accountOf);
  return read && { id: read.id, at: read.at, ...read.facts };
}

/**
 * What the comment about a routing is marked with. The ticket's status is no part of it: when the comment was made and
 * its record cut off, the ticket may have moved on before the routing is done again, and has been told of it already.
 */
export function commentMark({ route, refusal, previous }: Routing, pseudonymOf: PseudonymOf): string {
  const to = route && storedForm(withPeople(routeFacts.parse(route), pseudonymOf));
  const why = refusal && withPeople(refusalFacts.parse(refusal), pseudonymOf);
  return contentHash({ route: to, refusal: why, previous });
}

import { recording, type Effect, type Step } from '../effects/effect';
import { differing } from '../effects/pending';
import { refusalMessage } from '../decision/refusal';
import type { Route } from '../responsibility/route';
import { routedComment } from '../routing/route-words';
import type { Routing } from '../routing/routing';
import { commentMark, routingEntry } from '../routing/routing-evidence';
import { NOT_ROUTED, sameRoute, storedForm, type StoredRoute } from '../routing/stored-route';
import type { TicketRouteRefusal } from '../routing/ticket-route';
import { isActive, type AccountId, type NameOf } from '../shared/account';
import { contentHash } from '../shared/content-hash';
import type { CommentParagraph } from '../ticket/comment';
import type { TicketStory } from '../ticket/story';
import { isFinal, statusOf, type WorkType } from '../work-type/work-type';
import type { Found } from './found';
import { notice } from './notice';
import { assignedOnce, assignmentRefused, toldIfRefused, wasAssigned } from './assignment';

/** Carried by tickets that the matrix gives to no one, so that they can be found. */
export const GAP_LABEL = 'responsibility-gap';

/**
 * What it takes for a ticket to stand as its route says, and for its readers to know. A ticket in a final status is
 * left as it is.
 * Source: domain rules, "Routing"; requirements W3, R5; white-space 1, 7.
 */
export function routingSteps(story: TicketStory, found: Found): Step[] {
  const { ticket, workType } = story;
  if (isFinal(workType, ticket.status)) return [];
  const route = found.route.ok ? found.route.value : null;
  const refusal = found.route.ok ? null : found.route.refusal;
  const last = found.routings.at(-1) ?? null;
  const routing = newRouting(ticket, { route, refusal }, last, found);
  const isGap = gapOf({ status: ticket.status, refusal }, workType) !== null;
  const assignee = assigneeFor(story, route, isGap);
  const label: Effect = { do: 'label', label: GAP_LABEL, present: isGap };
  return [
    ...standing(story, { route, assignee }, routing ?? null, found),
    { effects: [label], records: [] },
    ...(routing ? [] : told(story, route, found)),
  ];
}

/**
 * Fields and assignee, and the routing on record, which certifies the fields alone: a ticket that can't be assigned is
 * routed all the same. A new routing writes the fields before it assigns; one that only restores them writes them last,
 * so that they differ from the routing on record, and say so, until all is done.
 */
function standing(
  { ticket }: TicketStory,
  { route, assignee }: { route: Route | null; assignee: AccountId | null | undefined },
  routing: Routing | null,
  found: Found,
): Step[] {
  const values: Partial<StoredRoute> = route ? storedForm(route) : NOT_ROUTED;
  const write: Effect = { do: 'write fields', values };
  const mark = (routing ?? found.routings.at(-1))?.id ?? '';
  const assign = assignee === undefined ? [] : assignedOnce(ticket, found, mark, assignee);
  if (routing) return [{ effects: [write], records: [routingEntry(ticket, routing, found)] }, ...assign];
  const isRestored = Object.keys(differing(values, found.standing.appFields)).length > 0;
  if (!isRestored || assignee === undefined || !wasAssigned(ticket, found, mark, assignee))
    return [...assign, { effects: [write], records: [] }];
  const refused = assignmentRefused(ticket, found, mark, assignee);
  return [
    {
      effects: [{ do: 'assign', to: assignee }, write],
      records: [],
      otherwise: [{ effects: [write], records: [] }, ...recording(refused)],
    },
  ];
}

/** The routing to put on record; undefined when it is the last one there. */
function newRouting(
  ticket: TicketStory['ticket'],
  { route, refusal }: { route: Route | null; refusal: TicketRouteRefusal | null },
  last: Routing | null,
  found: Found,
): Routing | undefined {
  const facts = { status: ticket.status, route, refusal, previous: last?.id ?? null };
  if (last !== null && last.status === ticket.status && isSame(last, facts)) return undefined;
  return { id: routingEntry(ticket, facts, found).id, ...facts };
}

type Outcome = Pick<Routing, 'route' | 'refusal'>;

/** Whether two routings give the ticket to the same people for the same reason. */
function isSame(a: Outcome, b: Outcome): boolean {
  // By content: what comes back from storage may have its properties in another order.
  return contentHash(a.refusal) === contentHash(b.refusal) && sameRoute(asStored(a.route), asStored(b.route));
}

function asStored(route: Route | null): StoredRoute {
  return route ? storedForm(route) : NOT_ROUTED;
}

/** Why no one decides the ticket; null when someone does, or its author may still name the service. */
function gapOf(
  { status, refusal }: Pick<Routing, 'status' | 'refusal'>,
  workType: WorkType,
): TicketRouteRefusal | null {
  const isStillOpen = refusal?.code === 'SERVICE_NOT_NAMED' && status === workType.initialStatus;
  return isStillOpen ? null : refusal;
}

function assigneeFor(
  { ticket, workType }: TicketStory,
  route: Route | null,
  isGap: boolean,
): AccountId | null | undefined {
  const { assignTo } = statusOf(workType, ticket.status);
  if (isGap) return null;
  if (assignTo === 'creator') return isActive(ticket.accounts, ticket.creator) ? ticket.creator : null;
  return assignTo && route ? route[assignTo] : undefined;
}

/** The comment about the route as it stands on record: made when the route was first so, whatever the status since. */
function told({ ticket, workType }: TicketStory, route: Route | null, found: Found): Step[] {
  const { routings } = found;
  const differs = (nth: number) => {
    const [one, before] = [routings[nth], routings[nth - 1]];
    return !one || !before || !isSame(one, before) || isGap(one, workType) !== isGap(before, workType);
  };
  let first = routings.length - 1;
  while (first > 0 && !differs(first)) first -= 1;
  const routing = routings[first];
  // What led there is older than what was read: it was told then.
  const isToldBefore = first === 0 && routing?.previous != null;
  const comment =
    routing && !isToldBefore && commentFor(routing, routings[first - 1] ?? null, workType, found.name);
  const { assignTo } = statusOf(workType, ticket.status);
  const person = assignTo === 'creator' ? ticket.creator : assignTo && route ? route[assignTo] : null;
  return [
    ...(routing && comment
      ? notice(ticket, found, commentMark(routing, found.pseudonymOf), () => [comment])
      : []),
    ...toldIfRefused(ticket, found, routings.at(-1)?.id ?? '', person),
  ];
}

function isGap(routing: Routing, workType: WorkType): boolean {
  return gapOf(routing, workType) !== null;
}

function commentFor(
  routing: Routing,
  before: Routing | null,
  workType: WorkType,
  name: NameOf,
): CommentParagraph | undefined {
  const gap = gapOf(routing, workType);
  if (gap) return [{ strong: 'Not routed. ' }, gapMessage(gap, name)];
  return routing.route ? routedComment(routing.route, before?.route ?? null, name) : undefined;
}

function gapMessage(gap: TicketRouteRefusal, name: NameOf): string {
  return gap.code === 'SERVICE_NOT_NAMED'
    ? refusalMessage({ code: 'FIELD_MISSING', fields: ['cloudService'] }, name, 'ticket')
    : refusalMessage(gap, name, 'ticket');
}

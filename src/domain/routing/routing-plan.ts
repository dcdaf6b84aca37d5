import { evidenceId, ticketSubject } from '../evidence/evidence-entry';
import { refusalMessage } from '../decision/refusal';
import type { NameOf } from '../shared/account';
import type { Route } from '../responsibility/route';
import type { AccountId } from '../shared/account';
import { isActive } from '../shared/account';
import { contentHash } from '../shared/content-hash';
import type { Result } from '../shared/result';
import type { Ticket } from '../ticket/ticket';
import { isFinal, statusOf, type WorkType } from '../work-type/work-type';
import type { CommentParagraph } from '../ticket/comment';
import { routedComment } from './route-words';
import type { Routing } from './routing';
import { NOT_ROUTED, ROUTE_FIELDS, sameRoute, storedForm, type StoredRoute } from './stored-route';
import type { TicketRouteRefusal } from './ticket-route';

/** Carried by tickets that the matrix gives to nobody, so that they can be found. */
export const GAP_LABEL = 'responsibility-gap';

/** What has to be written for a ticket to stand as its route says; empty when it already does. */
export interface RoutingPlan {
  appFields: Partial<StoredRoute>;
  /** Absent: leave the assignee alone. Null: unassign. */
  assignee?: AccountId | null;
  /** Absent: the label is as it should be. */
  gapLabel?: boolean;
  /** Absent: there is nothing new to tell. */
  comment?: CommentParagraph;
  /** The routing to record, last of all; absent when it is the one on record. */
  routing?: Routing;
}

/**
 * Plans what routing a ticket takes, as data. The same inputs plan nothing twice: what is written already is left out.
 * A ticket in a final status is left as it is.
 * Source: domain rules, "Routing"; requirements W3, R5; white-space 1, 7.
 */
export function planRouting(
  ticket: Ticket,
  workType: WorkType,
  outcome: Result<Route, TicketRouteRefusal>,
  last: Routing | null,
  name: NameOf,
): RoutingPlan {
  const status = statusOf(workType, ticket.status);
  if (isFinal(workType, ticket.status)) return { appFields: {} };
  const route = outcome.ok ? outcome.value : null;
  const refusal = outcome.ok ? null : outcome.refusal;
  const isGap = refusal !== null && !isStillOpen(ticket.status, workType, refusal);
  const routing = newRouting(ticket, route, refusal, last);
  const appFields = differences(ticket.appFields, route ? storedForm(route) : NOT_ROUTED);
  // Fields that stand for another route may come of one that was cut short, with an assignee of its own.
  const isRouted = routing !== undefined || Object.keys(appFields).length > 0;
  const assignee = isRouted ? assigneeFor(ticket, status.assignTo, route, isGap) : undefined;
  const comment = routing && commentFor(route, isGap ? refusal : null, last, workType, name);
  return {
    appFields,
    ...(assignee !== undefined && assignee !== ticket.assignee ? { assignee } : {}),
    ...(ticket.labels.includes(GAP_LABEL) === isGap ? {} : { gapLabel: isGap }),
    ...(comment ? { comment } : {}),
    ...(routing ? { routing } : {}),
  };
}

/** A ticket that has not been submitted may still be waiting for its author to name the service. */
function isStillOpen(status: string, workType: WorkType, refusal: TicketRouteRefusal): boolean {
  return refusal.code === 'SERVICE_NOT_NAMED' && status === workType.initialStatus;
}

function newRouting(
  ticket: Ticket,
  route: Route | null,
  refusal: TicketRouteRefusal | null,
  last: Routing | null,
): Routing | undefined {
  const isOnRecord =
    last !== null &&
    last.status === ticket.status &&
    sameRefusal(last.refusal, refusal) &&
    sameRoute(asStored(last.route), asStored(route));
  if (isOnRecord) return undefined;
  const facts = { status: ticket.status, route, refusal, previous: last?.id ?? null };
  return { id: evidenceId(route ? 'routed' : 'routing-refused', ticketSubject(ticket.id), facts), ...facts };
}

/** By content: what comes back from storage may have its properties in another order. */
function sameRefusal(a: TicketRouteRefusal | null, b: TicketRouteRefusal | null): boolean {
  return contentHash(a) === contentHash(b);
}

function asStored(route: Route | null): StoredRoute {
  return route ? storedForm(route) : NOT_ROUTED;
}

function differences(now: StoredRoute, wanted: StoredRoute): Partial<StoredRoute> {
  return Object.fromEntries(
    ROUTE_FIELDS.filter(field => now[field] !== wanted[field]).map(field => [field, wanted[field]]),
  );
}

function assigneeFor(
  ticket: Ticket,
  assignTo: 'creator' | 'accountable' | 'performer' | undefined,
  route: Route | null,
  isGap: boolean,
): AccountId | null | undefined {
  if (isGap) return null;
  if (assignTo === 'creator') return isActive(ticket.accounts, ticket.creator) ? ticket.creator : null;
  return assignTo && route ? route[assignTo] : undefined;
}

function commentFor(
  route: Route | null,
  gap: TicketRouteRefusal | null,
  last: Routing | null,
  workType: WorkType,
  name: NameOf,
): CommentParagraph | undefined {
  if (gap) {
    const wasTold = last?.refusal && !isStillOpen(last.status, workType, last.refusal);
    return wasTold && sameRefusal(last.refusal, gap)
      ? undefined
      : [{ strong: 'Not routed. ' }, gapMessage(gap, name)];
  }
  if (!route || sameRoute(asStored(last?.route ?? null), storedForm(route))) return undefined;
  return routedComment(route, last?.route ?? null, name);
}

function gapMessage(gap: TicketRouteRefusal, name: NameOf): string {
  return gap.code === 'SERVICE_NOT_NAMED'
    ? refusalMessage({ code: 'FIELD_MISSING', fields: ['cloudService'] }, name, 'ticket')
    : refusalMessage(gap, name, 'ticket');
}

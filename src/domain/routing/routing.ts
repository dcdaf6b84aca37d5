import type { Route } from '../responsibility/route';
import type { Instant } from '../shared/instant';
import type { TicketRouteRefusal } from './ticket-route';

/** One routing of a ticket: the facts of a `routed` or `routing-refused` entry. */
export interface Routing {
  id: string;
  /** The ticket's status then: it decides the ticket is assigned to. */
  status: string;
  route: Route | null;
  refusal: TicketRouteRefusal | null;
  /** The id of the routing before it; null for the first. Makes a return to an earlier route a routing of its own. */
  previous: string | null;
}

/** A routing with when it was recorded. */
export interface RecordedRouting extends Routing {
  at: Instant;
}

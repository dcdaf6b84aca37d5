import type { Standing } from '../effects/pending';
import type { Obligation } from '../obligation/obligation';
import type { Route } from '../responsibility/route';
import type { RecordedRouting } from '../routing/routing';
import type { TicketRouteRefusal } from '../routing/ticket-route';
import type { NameOf, PseudonymOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import type { Result } from '../shared/result';

/** Something on record of a ticket. */
export interface Mark {
  id: string;
  kind: string;
}

/** What was found of a ticket beside its story: who decides it now, how it stands, and what is on record. */
export interface Found {
  route: Result<Route, TicketRouteRefusal>;
  /** How the ticket was routed, oldest first. */
  routings: readonly RecordedRouting[];
  standing: Standing;
  /** What the index of tickets under obligation says of it; null when it does not have it. */
  obligation: Obligation | null;
  /** Everything on record of the ticket, oldest first. */
  marks: readonly Mark[];
  /** How people are called; in a plan, by something that stands for the name. */
  name: NameOf;
  /** How people are called on record. */
  pseudonymOf: PseudonymOf;
  at: Instant;
}

/** Who decides now; null when no one does. */
export function routeNow({ route }: Pick<Found, 'route'>): Route | null {
  return route.ok ? route.value : null;
}

import type { EvidenceKind } from '../evidence/evidence-entry';
import type { Standing } from '../effects/pending';
import type { Route } from '../responsibility/route';
import type { RecordedRouting } from '../routing/routing';
import type { TicketRouteRefusal } from '../routing/ticket-route';
import type { NameOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import type { Result } from '../shared/result';

/** Something on record of a ticket. */
export interface Mark {
  id: string;
  kind: EvidenceKind;
}

/** What was found of a ticket beside its story: who decides it now, how it stands, and what is on record. */
export interface Found {
  route: Result<Route, TicketRouteRefusal>;
  /** How the ticket was routed, oldest first. */
  routings: readonly RecordedRouting[];
  standing: Standing;
  /** Everything on record of the ticket, oldest first. */
  marks: readonly Mark[];
  /** How people are called; in a plan, by something that stands for the name. */
  name: NameOf;
  at: Instant;
}

/** Who decides now; null when nobody does. */
export function routeNow({ route }: Pick<Found, 'route'>): Route | null {
  return route.ok ? route.value : null;
}

import type { CloudAccount } from '../cloud-account/cloud-account';
import type { MatrixChange } from '../responsibility/matrix-change';
import type { Allocation } from '../responsibility/resolve';
import type { Route } from '../responsibility/route';
import type { StoredRoute } from '../routing/stored-route';
import type { TicketRouteRefusal } from '../routing/ticket-route';
import type { Settings } from '../settings/settings';
import type { Accounts } from '../shared/account';
import type { Instant } from '../shared/instant';
import type { Result } from '../shared/result';
import type { ScreenChanges, Ticket } from '../ticket/ticket';
import type { GateSign, Transition, WorkType } from '../work-type/work-type';
import type { GateDecision } from '../decision/decision';
import type { GateRefusal } from '../decision/refusal';

/** Everything a gate may look at; it knows nothing else, and changes nothing. */
export interface GateFacts {
  ticket: Ticket;
  workType: WorkType<Gate>;
  transition: Transition<Gate>;
  screen: ScreenChanges;
  allocation: Allocation;
  /** Whom the matrix names now, as it will be once the screen is saved. */
  route: Result<Route, TicketRouteRefusal>;
  /** The accounts of everybody on the ticket and on the screen. */
  accounts: Accounts;
  /** The ticket's earlier decisions, oldest first. */
  decisions: readonly GateDecision[];
  /** What the app last wrote on the ticket; null before it was first routed. */
  lastRouted: StoredRoute | null;
  /** Who has the account id that is being provisioned. */
  cloudAccount: CloudAccount | null;
  /** The provider of the ticket's service, when the service is known. */
  provider: string | null;
  settings: Settings;
  /** The draft that the ticket puts up for decision; null when it has none, as every ticket of another work type. */
  matrixChange: MatrixChange | null;
  at: Instant;
}

/** A gate of a transition. Whatever it refuses keeps the ticket where it is; nothing lets it pass. */
export interface Gate extends GateSign {
  refusals(facts: GateFacts): GateRefusal[];
}

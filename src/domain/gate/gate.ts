import type { DecidedFile } from '../decision/decided-content';
import type { GateRefusal } from '../decision/refusal';
import type { CloudService } from '../responsibility/cloud-service';
import type { Allocation } from '../responsibility/resolve';
import type { Route } from '../responsibility/route';
import type { StoredRoute } from '../routing/stored-route';
import type { TicketRouteRefusal } from '../routing/ticket-route';
import type { Settings } from '../settings/settings';
import type { Accounts, PseudonymOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import type { Result } from '../shared/result';
import type { TicketStory } from '../ticket/story';
import type { ScreenChanges } from '../ticket/ticket';
import type { Subject } from '../work-type/subject';
import type { GateSign, Transition } from '../work-type/work-type';

/** Everything a gate may look at; it knows nothing else, and changes nothing. */
export interface GateFacts<S extends Subject = Subject> {
  story: TicketStory;
  /** What the ticket is about beside its own fields. */
  subject: S;
  transition: Transition<Gate>;
  screen: ScreenChanges;
  /** The one that the ticket names, as it will be once the screen is saved; null when that is none, or unknown. */
  service: CloudService | null;
  /** Those that are decided: at Submit the ones that are attached, later what is left of those that were. */
  files: readonly DecidedFile[];
  allocation: Allocation;
  /** Who decides now, as it will be once the screen is saved. */
  route: Result<Route, TicketRouteRefusal>;
  /** The accounts of everyone on the ticket and on the screen. */
  accounts: Accounts;
  /** What the app last wrote on the ticket; null before it was first routed. */
  lastRouted: StoredRoute | null;
  settings: Settings;
  /** What is hashed and recorded names people so. */
  pseudonymOf: PseudonymOf;
  at: Instant;
}

/** A gate of a transition. What it refuses keeps the ticket where it is; nothing lets it pass. */
export interface Gate<S extends Subject = Subject> extends GateSign {
  refusals(facts: GateFacts<S>): GateRefusal[];
}

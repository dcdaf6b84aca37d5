import type { Allocation } from '../responsibility/resolve';
import { resolve } from '../responsibility/resolve';
import type { Route, RouteRefusal } from '../responsibility/route';
import { refuse, type Result } from '../shared/result';
import type { Instant } from '../shared/instant';
import { excludedPeople } from '../ticket/excluded-people';
import { NO_CHANGES, withScreen, type ScreenChanges, type Ticket } from '../ticket/ticket';
import { keepsFromBeneficiary, type WorkType } from '../work-type/work-type';

/** Why a ticket has no route. `SERVICE_NOT_NAMED`: it does not say yet which service it is about. */
export type TicketRouteRefusal = RouteRefusal | { code: 'SERVICE_NOT_NAMED' };

/** Where a ticket's responsibility is looked up: its own domain by the domain's default, else the work type's activity. */
export function ticketResponsibility(
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges = NO_CHANGES,
): { domain: string; activity: string; service: string | null } {
  const { responsibilityDomain, cloudService } = withScreen(ticket, screen);
  return responsibilityDomain === null
    ? { ...workType.responsibility, service: cloudService }
    : { domain: responsibilityDomain, activity: '', service: cloudService };
}

/** The route of a ticket now, as it will be once the screen is saved. Refuses as `resolve` does. */
export function routeOf(
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges,
  allocation: Allocation,
  at: Instant,
): Result<Route, TicketRouteRefusal> {
  const { domain, activity, service } = ticketResponsibility(ticket, workType, screen);
  if (service === null) return refuse({ code: 'SERVICE_NOT_NAMED' });
  const involved = excludedPeople(ticket, workType, screen);
  const beneficiaries = [...involved].filter(([, because]) => because.has('benefits from it'));
  const mayNotPerform = new Set(
    keepsFromBeneficiary(workType) ? beneficiaries.map(([person]) => person) : [],
  );
  const question = { domain, activity, service, at, excluded: new Set(involved.keys()), mayNotPerform };
  return resolve(question, allocation);
}

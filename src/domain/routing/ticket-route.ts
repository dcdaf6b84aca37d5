import type { Allocation } from '../responsibility/resolve';
import { routeToMatrixApprover } from '../responsibility/matrix-approver';
import { resolve } from '../responsibility/resolve';
import type { Route, RouteRefusal } from '../responsibility/route';
import { refuse, type Result } from '../shared/result';
import type { Instant } from '../shared/instant';
import { excludedPeople } from '../ticket/excluded-people';
import { NO_CHANGES, withScreen, type ScreenChanges, type Ticket } from '../ticket/ticket';
import { keepsFromBeneficiary, type WorkType } from '../work-type/work-type';

/** Why a ticket has no route. `SERVICE_NOT_NAMED`: it does not say yet which service it is about. */
export type TicketRouteRefusal = RouteRefusal | { code: 'SERVICE_NOT_NAMED' };

/**
 * Where a ticket's responsibility is looked up: its own domain by the domain's default, else the work type's activity.
 * A change of the matrix is looked up nowhere: it is a matter of governance, and goes to the matrix approver.
 */
export function ticketResponsibility(
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges = NO_CHANGES,
): { domain: string; activity: string; service: string | null } {
  const { responsibility } = workType;
  if (responsibility.by === 'matrix approver') return { domain: 'Governance', activity: '', service: null };
  const { responsibilityDomain, cloudService } = withScreen(ticket, screen);
  const { domain, activity } = responsibility;
  return responsibilityDomain === null
    ? { domain, activity, service: cloudService }
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
  const involved = excludedPeople(ticket, workType, screen);
  if (workType.responsibility.by === 'matrix approver')
    return routeToMatrixApprover({ at, excluded: new Set(involved.keys()) }, allocation);
  const { domain, activity, service } = ticketResponsibility(ticket, workType, screen);
  if (service === null) return refuse({ code: 'SERVICE_NOT_NAMED' });
  const beneficiaries = [...involved].filter(([, because]) => because.has('benefits from it'));
  const mayNotPerform = new Set(
    keepsFromBeneficiary(workType) ? beneficiaries.map(([person]) => person) : [],
  );
  const question = { domain, activity, service, at, excluded: new Set(involved.keys()), mayNotPerform };
  return resolve(question, allocation);
}

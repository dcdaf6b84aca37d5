import type { Allocation } from '../responsibility/resolve';
import { findDomain } from '../responsibility/domains';
import { resolve } from '../responsibility/resolve';
import { routeToRole } from '../responsibility/role-route';
import type { Route } from '../responsibility/route';
import type { RouteRefusal } from '../responsibility/route-facts';
import type { Settings } from '../settings/settings';
import { refuse, type Result } from '../shared/result';
import type { Instant } from '../shared/instant';
import { keptOut } from '../ticket/excluded-people';
import { approvalStep, type TicketStory } from '../ticket/story';
import { NO_CHANGES, withScreen, type ScreenChanges, type Ticket } from '../ticket/ticket';
import type { Subject } from '../work-type/subject';
import { keepsFromBeneficiary, transitionFrom, type WorkType } from '../work-type/work-type';

/** Why a ticket has no route. `SERVICE_NOT_NAMED`: it does not say yet which service it is about. */
export type TicketRouteRefusal = RouteRefusal | { code: 'SERVICE_NOT_NAMED' };

/** What the route of a ticket depends on, beside its story. */
export interface RouteFacts {
  allocation: Allocation;
  subject: Subject;
  settings: Settings;
  at: Instant;
}

/**
 * Where the matrix is asked about a ticket: its own domain by the domain's default, else the work type's activity.
 * Where a role approves, the ticket counts as one of governance.
 */
export function ticketResponsibility(
  ticket: Ticket,
  { responsibility }: WorkType,
  screen: ScreenChanges = NO_CHANGES,
): { domain: string; activity: string; service: string | null } {
  const { responsibilityDomain, cloudService: service } = withScreen(ticket, screen);
  if (responsibility.by === 'role') return { domain: 'Governance', activity: '', service };
  if (responsibilityDomain !== null) {
    const domain = findDomain(responsibilityDomain) ?? responsibilityDomain;
    return { domain, activity: '', service };
  }
  const { domain, activity } = responsibility;
  return { domain, activity, service };
}

/**
 * The route of a ticket now, as it will be once the screen is saved. What was given can be taken back whatever becomes of
 * the matrix and its roles: where they name no one who may, the matrix approver and their deputies do.
 * Refuses as `resolve` does. Source: domain rules, "Excluded": Revoke and Close never run out of people.
 */
export function routeOf(
  story: TicketStory,
  screen: ScreenChanges,
  facts: RouteFacts,
): Result<Route, TicketRouteRefusal> {
  const { ticket, workType } = story;
  const route = routeByRules(story, screen, facts);
  if (route.ok || !transitionFrom(workType, ticket.status, 'revoke')) return route;
  const { allocation, settings, at } = facts;
  const role = settings.matrixApproverRole;
  const excluded = new Set(keptOut(story, screen).keys());
  const last = routeToRole({ role, matter: 'Revocation', step: 1, at, excluded }, allocation);
  return last.ok ? last : route;
}

function routeByRules(
  story: TicketStory,
  screen: ScreenChanges,
  { allocation, subject, settings, at }: RouteFacts,
): Result<Route, TicketRouteRefusal> {
  const { ticket, workType } = story;
  const { responsibility } = workType;
  const involved = keptOut(story, screen);
  const excluded = new Set(involved.keys());
  if (responsibility.by === 'role') {
    const step = approvalStep(story);
    const role = responsibility.role({ subject, step, settings });
    return routeToRole({ role, matter: responsibility.matter, step, at, excluded }, allocation);
  }
  const { domain, activity, service } = ticketResponsibility(ticket, workType, screen);
  if (service === null) return refuse({ code: 'SERVICE_NOT_NAMED' });
  const beneficiaries = [...involved].filter(([, because]) => because.has('benefits from it'));
  const mayNotPerform = new Set(
    keepsFromBeneficiary(workType) ? beneficiaries.map(([person]) => person) : [],
  );
  return resolve({ domain, activity, service, at, excluded, mayNotPerform }, allocation);
}

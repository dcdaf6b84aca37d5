import type { RecordedRouting } from '../routing/routing';
import type { AccountId } from '../shared/account';
import { elapsed } from '../shared/instant';
import type { Transition } from '../work-type/work-type';
import { CLOCK_SKEW, type ObservedTransition } from '../ticket/observed-transition';
import type { Change, Ticket } from '../ticket/ticket';
import { peopleWhoMay, type Standing } from './who-may';

/** A ticket with its history, and how the app has routed it, oldest first. */
export interface RoutedStory {
  ticket: Ticket;
  routings: readonly (Pick<RecordedRouting, 'at' | 'route'> & { previous?: string | null })[];
}

/** Who could make a transition. */
export interface WhoCould {
  /** As it stood just before. */
  now: readonly AccountId[];
  /**
   * By what was written within a minute of it, which Jira may have looked at, and by the app's own record of the route:
   * whether Jira's changelog keeps what an app writes is not documented.
   */
  about: readonly AccountId[];
}

/**
 * Who could make a transition when it was made: the person its gate's decision names, else those its condition
 * let. `editors`: anyone who can edit the ticket, which no record says.
 */
export function whoCould(
  story: RoutedStory,
  { who }: Transition,
  { change, at, decision }: ObservedTransition,
): 'editors' | WhoCould {
  if (who === 'editor') return 'editors';
  const holder = decision?.snapshot?.holder;
  if (who === 'accountable' && holder != null) return { now: [holder], about: [] };
  const { history } = story.ticket;
  const position = history.findIndex(({ id }) => id === change);
  const standing = standingBefore(story.ticket, position);
  const now = peopleWhoMay(who, standing);
  const recent = history.slice(0, position).filter(entry => elapsed(entry.at, at) <= CLOCK_SKEW);
  const standings = [
    ...recent.map((_, index) => standingBefore(story.ticket, position - recent.length + index)),
    ...routesAbout(story, at).map(route => ({ ...standing, ...route })),
  ];
  return { now, about: standings.flatMap(one => peopleWhoMay(who, one)) };
}

/** The route on record at an instant, and those of the minute around it. */
function routesAbout(
  { routings }: RoutedStory,
  at: ObservedTransition['at'],
): Pick<Standing, 'accountable' | 'performer'>[] {
  const then = routings.findLast(routing => routing.at <= at);
  const around = routings.filter(routing => Math.abs(elapsed(routing.at, at)) <= CLOCK_SKEW);
  return [...(then ? [then] : []), ...around].flatMap(({ route }) => (route ? [route] : []));
}

/** What stood on the ticket just before an entry of its history was made. */
function standingBefore(ticket: Ticket, position: number): Standing {
  const { creator, fields, appFields } = ticket;
  const before = (field: Change['field'], now: string | null) => {
    const changes = ticket.history.slice(position).flatMap(entry => entry.changes);
    const next = changes.find(change => change.field === field);
    return next ? next.from : now;
  };
  return {
    creator,
    accountable: before('accountable', appFields.accountable),
    performer: before('performer', appFields.performer),
    beneficiary: before('beneficiary', fields.beneficiary),
  };
}

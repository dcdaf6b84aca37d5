import { contentHash } from '../domain/shared/content-hash';
import { dayOf } from '../domain/shared/instant';
import type { Job, Jobs, Sweep } from '../ports/jobs';
import type { Sweeps } from '../ports/sweeps';
import { ticketsToFollow, type LookPorts } from './tickets-to-follow';

export interface SweepPorts extends LookPorts {
  jobs: Jobs;
  sweeps: Sweeps;
}

/**
 * A ticket that changed so lately is looked at by every sweep: its event may have been lost, or following it may have
 * failed as often as the queue repeats it.
 */
const RECENT_HOURS = 6;

/**
 * The sweep of every hour. All tickets are looked at once a day, and whenever what routes rest upon is not what it was
 * at the last sweep that found all as it should be: another matrix in force, another setting, a role, a deputy whose
 * period began, a holder who has left. Otherwise only what changed lately is.
 * Source: domain rules, "Routing".
 */
export async function sweepHourly(ports: SweepPorts): Promise<void> {
  const standing = await standingNow(ports);
  const isAsBefore = standing === (await ports.sweeps.lastStanding());
  await sweepTickets(ports, isAsBefore ? { changedWithinHours: RECENT_HOURS } : { standing });
}

/** What the route of a ticket depends on apart from the ticket, and the day, on which access ends. */
async function standingNow({ decisions, directory, clock }: SweepPorts): Promise<string> {
  const at = clock.now();
  const { matrix, roles, holders, settings } = await decisions.registersAsOf(at);
  const people = [...new Set(holders.map(({ accountId }) => accountId))].sort();
  const accounts = await directory.accounts(people);
  const active = people.filter(person => accounts.get(person)?.active === true);
  return contentHash({ day: dayOf(at), matrix: matrix?.number ?? null, roles, holders, settings, active });
}

/**
 * Has those tickets of a page of the search followed that need it: whose events were lost, whose deputy's period
 * began, whose people became inactive, and the ticket of the draft of the matrix, wherever it is. The next page is a
 * job of its own. Source: domain rules, "Routing".
 */
export async function sweepTickets(ports: SweepPorts, sweep: Sweep): Promise<void> {
  const { tickets, jobs, drafts, sweeps } = ports;
  const page = await tickets.pageToFollow(sweep);
  // The next sweep begins anew, and looks at all of them: this one does not say that all is well.
  if (page === 'cursor lapsed') return;
  const drafted = sweep.cursor === undefined ? (await drafts.current())?.ticket : undefined;
  const needed = await ticketsToFollow(ports, page.tickets);
  const ids = new Set([...(drafted ? [drafted] : []), ...page.unread, ...needed]);
  const follow = [...ids].map((ticket): Job => ({ kind: 'follow ticket', ticket }));
  // Following may fail, and what was not read may need it: only a sweep that found all as it should be says so.
  const isAsItShould = needed.length + page.unread.length === 0;
  const standing = isAsItShould ? sweep.standing : undefined;
  const next: Job[] =
    page.cursor === undefined ? [] : [{ kind: 'sweep', ...sweep, standing, cursor: page.cursor }];
  const pushed = [...follow, ...next];
  if (pushed.length > 0) await jobs.push(pushed);
  if (page.cursor === undefined && standing !== undefined) await sweeps.completed(standing);
}

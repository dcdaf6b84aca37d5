import { contentHash } from '../../domain/shared/content-hash';
import { dayOf } from '../../domain/shared/instant';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Clock } from '../../ports/clock';
import type { Decisions } from '../../ports/decisions';
import type { Job, Jobs, Sweep } from '../../ports/jobs';
import type { Sweeps } from '../../ports/sweeps';
import type { Tickets } from '../../ports/tickets';
import { lookAtAll, type Looked } from './look-at-tickets';
import type { LookPorts } from './look-ports';
import type { TicketKinds } from './reading';
import { foundIn, stepsLeft } from './reconcile-ticket';

export interface SweepPorts extends LookPorts {
  kinds: TicketKinds;
  decisions: LookPorts['decisions'] & Pick<Decisions, 'registersAsOf'>;
  tickets: Pick<Tickets, 'pageToReconcile'>;
  jobs: Jobs;
  sweeps: Sweeps;
  clock: Clock;
}

/**
 * A ticket that changed so lately is looked at by every sweep: its event may have been lost, or its job may have failed
 * as often as the queue repeats it.
 */
const RECENT_HOURS = 6;

/**
 * The sweep of every hour. All tickets are looked at once a day, and whenever what routes rest upon differs from the
 * last sweep that found nothing to do: another matrix in force, another setting, a role, a deputy whose period began, a
 * holder who has left. Otherwise only what changed lately is.
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
 * Plans a page of tickets without carrying anything out, and has a job look after each that has something left to do:
 * whose events were lost, whose deputy's period began, whose people became inactive, and the ticket of the draft of the
 * matrix, wherever it is. The next page is a job of its own. Source: domain rules, "Routing".
 */
export async function sweepTickets(ports: SweepPorts, sweep: Sweep): Promise<void> {
  const { kinds, tickets, jobs, drafts, sweeps } = ports;
  const labels = kinds.all.flatMap(({ workType }) => workType.followedLabels ?? []);
  const page = await tickets.pageToReconcile({ ...sweep, labels });
  // The next sweep begins again, and looks at all of them: this one doesn't say that nothing was left to do.
  if (page === 'cursor lapsed') return;
  const drafted = sweep.cursor === undefined ? (await drafts.current())?.ticket : undefined;
  const { toDo, unreadable } = await ticketsWithSomethingToDo(ports, page.tickets);
  const ids = new Set([...(drafted ? [drafted] : []), ...page.unread, ...toDo]);
  const follow = [...ids].map((ticket): Job => ({ kind: 'reconcile ticket', ticket }));
  // A job may fail, and what was not read may need one: only a sweep that found nothing to do says so.
  const isNothingLeft = toDo.length + unreadable.length + page.unread.length === 0;
  const standing = isNothingLeft ? sweep.standing : undefined;
  const next: Job[] =
    page.cursor === undefined ? [] : [{ kind: 'sweep', ...sweep, standing, cursor: page.cursor }];
  const pushed = [...follow, ...next];
  if (pushed.length > 0) await jobs.push(pushed);
  if (page.cursor === undefined && standing !== undefined) await sweeps.completed(standing);
}

/**
 * Which of these tickets have something left to do; and which can't be planned, which is told apart: it is a fault, and
 * no work for a job. @returns their ids
 */
export async function ticketsWithSomethingToDo(
  ports: SweepPorts,
  tickets: readonly Ticket[],
): Promise<{ toDo: string[]; unreadable: string[] }> {
  const { kinds, clock } = ports;
  const looked = await lookAtAll(ports, tickets, { kinds, at: clock.now(), purpose: 'plan' });
  const toDo: string[] = [];
  const unreadable: string[] = [];
  for (const one of looked) {
    const left = isSomethingLeft(one);
    if (left === 'unreadable') unreadable.push(one.story.ticket.id);
    else if (left) toDo.push(one.story.ticket.id);
  }
  return { toDo, unreadable };
}

function isSomethingLeft(looked: Looked): boolean | 'unreadable' {
  try {
    return stepsLeft(looked, foundIn(looked)).length > 0;
  } catch (fault) {
    console.error(`Ticket ${looked.story.ticket.key} can't be planned`, fault);
    return 'unreadable';
  }
}

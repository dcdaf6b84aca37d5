import { contentHash } from '../../domain/shared/content-hash';
import { dayOf, elapsed, HOUR, toInstant, type Instant } from '../../domain/shared/instant';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Clock } from '../../ports/clock';
import type { Decisions } from '../../ports/decisions';
import type { Job, Jobs, Sweep } from '../../ports/jobs';
import type { Ledger } from '../../ports/ledger';
import type { Obligations } from '../../ports/obligations';
import { QuotaExceeded } from '../../ports/quota-exceeded';
import type { Sweeps } from '../../ports/sweeps';
import type { Tickets } from '../../ports/tickets';
import { lookAtAll, type Looked } from './look-at-tickets';
import type { LookPorts } from './look-ports';
import type { TicketKinds } from './reading';
import { foundWhole, stepsLeft } from './reconcile-ticket';

export interface SweepPorts extends LookPorts {
  kinds: TicketKinds;
  decisions: LookPorts['decisions'] & Pick<Decisions, 'registersAsOf'>;
  tickets: Pick<Tickets, 'pageToReconcile'>;
  obligations: Pick<Obligations, 'checked'>;
  ledger: Pick<Ledger, 'recorded'>;
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
 * The sweep of every hour. All tickets are looked at once a day, those under obligation among them whatever Jira says
 * of them, back to the last sweep that has completed; and whenever what routes rest upon differs from the
 * last sweep that found nothing to do: another matrix in force, another setting, a role, a deputy whose period began, a
 * holder who has left. Otherwise only what changed lately is.
 * Source: domain rules, "Routing".
 */
export async function sweepHourly(ports: SweepPorts): Promise<void> {
  const standing = await standingNow(ports);
  const last = await ports.sweeps.last();
  const isAsBefore = last.began !== undefined && standing === last.standing;
  if (isAsBefore) return sweepTickets(ports, { changedWithinHours: RECENT_HOURS });
  const began = ports.clock.now();
  await sweepTickets(ports, { standing, began, lookBackHours: hoursSince(last.began, began) });
}

const WEEK_HOURS = 7 * 24;

/** Jira's index is late, and so may a sweep have been when it came across what changed then. */
const OVERLAP_HOURS = 24;

/** Farther than any site goes. */
const EVER_HOURS = 50 * 365 * 24;

function hoursSince(last: Instant | undefined, now: Instant): number {
  if (last === undefined) return EVER_HOURS;
  return Math.max(WEEK_HOURS, Math.ceil(elapsed(last, now) / HOUR) + OVERLAP_HOURS);
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
  const { kinds, tickets, jobs, drafts, obligations } = ports;
  const statuses = kinds.all.flatMap(({ workType }) =>
    workType.statuses.filter(({ binds }) => binds).map(({ name }) => name),
  );
  const labels = kinds.all.flatMap(({ workType }) => workType.followedLabels ?? []);
  const { cursor, changedWithinHours, lookBackHours = WEEK_HOURS, began } = sweep;
  const asked = { cursor, changedWithinHours, lookBackHours, labels, statuses: [...new Set(statuses)] };
  const page = await tickets.pageToReconcile(asked);
  // The next sweep begins again, and looks at all of them: this one doesn't say that nothing was left to do.
  if (page === 'cursor lapsed') return;
  const drafted = cursor === undefined ? (await drafts.current())?.ticket : undefined;
  const { toDo, unreadable, obliged } = await ticketsWithSomethingToDo(ports, page.tickets);
  const ids = new Set([...(drafted ? [drafted] : []), ...page.unread, ...toDo]);
  const follow = [...ids].map((ticket): Job => ({ kind: 'reconcile ticket', ticket }));
  // A job may fail, and what was not read may need one: only a sweep that found nothing to do says so.
  const isNothingLeft = toDo.length + unreadable.length + page.unread.length === 0;
  const standing = isNothingLeft ? sweep.standing : undefined;
  const pushed = [...follow, ...goingOn({ ...sweep, standing }, page.cursor)];
  if (pushed.length > 0) await jobs.push(pushed);
  if (began === undefined) return;
  await obligations.checked(obliged, toInstant(began));
}

/** The next page; after the last one, the tickets under obligation that no page has shown. */
function goingOn(sweep: Sweep, cursor: string | undefined): Job[] {
  if (cursor !== undefined) return [{ kind: 'sweep', ...sweep, cursor }];
  const { began, standing } = sweep;
  return began === undefined ? [] : [{ kind: 'check obligations', began, standing }];
}

/**
 * Which of these tickets have something left to do; and which can't be planned, which is told apart: it is a fault, and
 * no work for a job. Of those that can, `obliged` are under obligation. @returns their ids
 */
export async function ticketsWithSomethingToDo(
  ports: SweepPorts,
  tickets: readonly Ticket[],
): Promise<{ toDo: string[]; unreadable: string[]; obliged: string[] }> {
  const toDo: string[] = [];
  const unreadable: string[] = [];
  const obliged: string[] = [];
  for (const one of await lookedAtEach(ports, tickets)) {
    const left = 'unread' in one ? 'unreadable' : await isSomethingLeft(ports, one);
    const { id } = 'unread' in one ? one.unread : one.story.ticket;
    if (left === 'unreadable') unreadable.push(id);
    else if (left) toDo.push(id);
    if (left !== 'unreadable' && !('unread' in one) && one.records.obligation) obliged.push(id);
  }
  return { toDo, unreadable, obliged };
}

/** Looks at all of them together, and where that fails at ever fewer: one that can't be looked at stops no other. */
async function lookedAtEach(
  ports: SweepPorts,
  tickets: readonly Ticket[],
): Promise<(Looked | { unread: Ticket })[]> {
  const { kinds, clock } = ports;
  try {
    return await lookAtAll(ports, tickets, { kinds, at: clock.now(), purpose: 'plan' });
  } catch (fault) {
    const [only, ...others] = tickets;
    if (!only || fault instanceof QuotaExceeded) throw fault;
    if (others.length > 0) {
      const middle = Math.ceil(tickets.length / 2);
      const halves = [tickets.slice(0, middle), tickets.slice(middle)];
      return (await Promise.all(halves.map(half => lookedAtEach(ports, half)))).flat();
    }
    console.error(`Ticket ${only.key} can't be looked at`, fault);
    return [{ unread: only }];
  }
}

async function isSomethingLeft(
  { ledger }: Pick<SweepPorts, 'ledger'>,
  looked: Looked,
): Promise<boolean | 'unreadable'> {
  try {
    return stepsLeft(looked, await foundWhole(ledger, looked)).length > 0;
  } catch (fault) {
    console.error(`Ticket ${looked.story.ticket.key} can't be planned`, fault);
    return 'unreadable';
  }
}

import { dayOf, type Instant } from '../shared/instant';
import type { RoleHolder, RoleKey } from './role';

/** A period that someone asks to have in the register, and the line of the file that asks for it. */
export interface AppointmentAsked {
  line: number;
  holder: RoleHolder;
}

/** One change of the holders register: a period begins, and the periods it takes the place of end; or a period gets its end. */
export type PeriodChange =
  | { kind: 'begins'; line: number; period: RoleHolder; replaces: readonly RoleHolder[] }
  | { kind: 'ends'; line: number; period: RoleHolder; to: Instant };

/**
 * What appointing these people changes: nothing for a period that is there already; a new holder ends the period of the
 * one before, and holds the role until the next one who is appointed already. A period can be ended earlier than
 * planned, never later: history is never rewritten. Who is appointed again on a day on which their period has ended holds
 * the role again from now on.
 * Source: domain rules, "Role holder".
 * @param now - when they are appointed; absent where what is on record is only made good, and no one is appointed again
 */
export function periodChanges(
  appointments: readonly AppointmentAsked[],
  register: readonly RoleHolder[],
  now?: Instant,
): PeriodChange[] {
  const periods = new Map<string, Periods>();
  for (const period of register) within(periods, period.role).set(entryOf(period), period);
  return [...appointments]
    .sort(byStart)
    .flatMap(appointment => changeOf(appointment, within(periods, appointment.holder.role), now));
}

/** The periods of one role, by the entry of the register that each is: files of thousands of appointments are read. */
type Periods = Map<string, RoleHolder>;

function within(periods: Map<string, Periods>, role: RoleKey): Periods {
  const ofRole = periods.get(role) ?? new Map<string, RoleHolder>();
  periods.set(role, ofRole);
  return ofRole;
}

function entryOf({ accountId, capacity, from }: RoleHolder): string {
  return JSON.stringify([accountId, capacity, from]);
}

/** Keeps the periods of the role as they are after the change. */
function changeOf(
  { line, holder }: AppointmentAsked,
  periods: Periods,
  now: Instant | undefined,
): PeriodChange[] {
  const period = periods.get(entryOf(holder));
  if (period) {
    if (now !== undefined && hasEndedToday(period, holder, now) && !isActing(holder, periods, now))
      return changeOf({ line, holder: { ...holder, from: now } }, periods, now);
    const { to } = holder;
    // Its beginning was cut short when the one before has not given way yet.
    const standing = replacedBy(period, periods);
    if (standing.length > 0) return [beginning(line, period, standing, periods)];
    if (to === null || (period.to !== null && period.to <= to)) return [];
    periods.set(entryOf(period), { ...period, to });
    return [{ kind: 'ends', line, period, to }];
  }
  const begun = { ...holder, to: endBeforeNext(holder, periods) };
  periods.set(entryOf(begun), begun);
  return [beginning(line, begun, replacedBy(holder, periods), periods)];
}

/** Whether the period that is asked for from today on has ended already: another took its place on the same day. */
function hasEndedToday(period: RoleHolder, asked: RoleHolder, now: Instant): boolean {
  const isOver = period.to !== null && period.to <= now;
  return isOver && dayOf(period.from) === dayOf(now) && (asked.to === null || asked.to > now);
}

/** Whether they have been appointed again meanwhile. */
function isActing({ accountId, capacity }: RoleHolder, periods: Periods, now: Instant): boolean {
  return [...periods.values()].some(
    other =>
      other.accountId === accountId &&
      other.capacity === capacity &&
      other.from <= now &&
      (other.to === null || other.to > now),
  );
}

function beginning(line: number, period: RoleHolder, replaces: RoleHolder[], periods: Periods): PeriodChange {
  for (const replaced of replaces) periods.set(entryOf(replaced), { ...replaced, to: period.from });
  return { kind: 'begins', line, period, replaces };
}

/** At an instant a role has one holder; deputies may be several, and take no one's place. */
function replacedBy(begun: RoleHolder, periods: Periods): RoleHolder[] {
  if (begun.capacity === 'deputy') return [];
  return [...periods.values()].filter(other => !samePeriod(other, begun) && givesWay(other, begun));
}

function byStart(a: AppointmentAsked, b: AppointmentAsked): number {
  return a.holder.from < b.holder.from ? -1 : a.holder.from > b.holder.from ? 1 : 0;
}

/** A holder who never begins takes no one's place. */
function givesWay(period: RoleHolder, { from, to }: RoleHolder): boolean {
  const isHolder = period.capacity === 'holder';
  return isHolder && to !== from && period.from <= from && (period.to === null || period.to > from);
}

/** The holder who comes after is appointed already, and is not put off. */
function endBeforeNext({ capacity, from, to }: RoleHolder, periods: Periods): Instant | null {
  if (capacity === 'deputy') return to;
  const later = [...periods.values()].filter(
    period =>
      period.capacity === 'holder' && period.from > from && (period.to === null || period.to > period.from),
  );
  return later.reduce((end, next) => (end === null || next.from < end ? next.from : end), to);
}

/** Whether they are the same entry of the register, whenever it ends. */
export function samePeriod(a: Omit<RoleHolder, 'to'>, b: Omit<RoleHolder, 'to'>): boolean {
  return a.role === b.role && a.accountId === b.accountId && a.capacity === b.capacity && a.from === b.from;
}

/** The instant from which the change holds. */
export function effectiveFrom(change: PeriodChange): Instant {
  return change.kind === 'begins' ? change.period.from : change.to;
}

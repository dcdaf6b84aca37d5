import type { Instant } from '../shared/instant';
import type { RoleHolder } from './role';

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
 * planned, never later: history is never rewritten.
 * Source: domain rules, "Role holder".
 */
export function periodChanges(
  appointments: readonly AppointmentAsked[],
  register: readonly RoleHolder[],
): PeriodChange[] {
  const periods = new Map<string, RoleHolder[]>();
  for (const period of register) periods.set(period.role, [...(periods.get(period.role) ?? []), period]);
  return [...appointments].sort(byStart).flatMap(appointment => {
    const { role } = appointment.holder;
    const ofRole = periods.get(role) ?? [];
    periods.set(role, ofRole);
    return changeOf(appointment, ofRole);
  });
}

/** Keeps the periods of the role as they are after the change. */
function changeOf({ line, holder }: AppointmentAsked, periods: RoleHolder[]): PeriodChange[] {
  const known = periods.findIndex(period => samePeriod(period, holder));
  const period = periods[known];
  if (period) {
    const { to } = holder;
    // Its beginning was cut short when the one before has not given way yet.
    const standing = periods.filter(other => other !== period && givesWay(other, period));
    if (standing.length > 0) return [beginning(line, period, standing, periods)];
    if (to === null || (period.to !== null && period.to <= to)) return [];
    periods[known] = { ...period, to };
    return [{ kind: 'ends', line, period, to }];
  }
  const begun = { ...holder, to: endBeforeNext(holder, periods) };
  periods.push(begun);
  const replaces = periods.filter(other => other !== begun && givesWay(other, holder));
  return [beginning(line, begun, replaces, periods)];
}

function beginning(
  line: number,
  period: RoleHolder,
  replaces: RoleHolder[],
  periods: RoleHolder[],
): PeriodChange {
  for (const replaced of replaces) periods[periods.indexOf(replaced)] = { ...replaced, to: period.from };
  return { kind: 'begins', line, period, replaces };
}

function byStart(a: AppointmentAsked, b: AppointmentAsked): number {
  return a.holder.from < b.holder.from ? -1 : a.holder.from > b.holder.from ? 1 : 0;
}

/** At an instant a role has one holder; deputies may be several. The person who never begins takes no one's place. */
function givesWay(period: RoleHolder, { capacity, from, to }: RoleHolder): boolean {
  const areHolders = capacity === 'holder' && period.capacity === 'holder';
  return areHolders && to !== from && period.from <= from && (period.to === null || period.to > from);
}

/** The holder who comes after is appointed already, and is not put off. */
function endBeforeNext({ capacity, from, to }: RoleHolder, periods: readonly RoleHolder[]): Instant | null {
  if (capacity === 'deputy') return to;
  const later = periods.filter(
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

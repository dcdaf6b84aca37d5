import { ExpressionDate, parseDay, parseInstant } from './expression-date.ts';
import type { DateType } from './expression-date.ts';
import { notModelled, typeFailure } from './failure.ts';
import { ExpressionFunction, typeName } from './value.ts';
import type { Value } from './value.ts';

/** What Jira's dates have too, in the reader's own language and time zone. */
const unmodelled: Readonly<Record<DateType, readonly string[]>> = {
  Date: ['toString', 'getDay', 'getDate', 'getMonth', 'getFullYear', 'getHours', 'getMinutes', 'getTime'],
  CalendarDate: ['toString', 'getDay', 'getDate', 'getMonth', 'getFullYear'],
};

/** What an expression may know of time. */
export interface ExpressionClock {
  /** Milliseconds since the epoch; without it `new Date()` is refused. */
  now?: number;
  /** The user's time zone, e.g. `Europe/Berlin`; without it what depends on it is refused. */
  timeZone?: string;
}

/** A method of a date; undefined when this type of date has none of that name. */
export function dateMethod(
  date: ExpressionDate,
  name: string,
  clock: ExpressionClock,
): ExpressionFunction | undefined {
  if (unmodelled[date.type].includes(name)) throw notModelled(`${date.type}.${name}`);
  if (name === 'toISOString') return new ExpressionFunction([0, 0], () => date.toISOString());
  if (date.type === 'Date' && name === 'toCalendarDateUTC') {
    return new ExpressionFunction([0, 0], () => dayOf(date.time, 'UTC'));
  }
  if (date.type === 'Date' && name === 'toCalendarDate') {
    return new ExpressionFunction([0, 0], () => dayOf(date.time, clock.timeZone));
  }
  const shift = date.shift(name);
  return shift && new ExpressionFunction([1, 1], ([amount = null]) => shift(wholeNumber(amount)));
}

export function dateProperties(type: DateType): string[] {
  const converting = type === 'Date' ? ['toCalendarDate', 'toCalendarDateUTC'] : [];
  return [...ExpressionDate.shifts(type), ...converting, 'toISOString', ...unmodelled[type]].sort();
}

/** `new Date()`, `new Date(milliseconds)`, `new Date("2026-11-01T10:30:00Z")`. */
export function newDate([given]: readonly Value[], clock: ExpressionClock): ExpressionDate {
  if (given === undefined) {
    if (clock.now === undefined) throw notModelled('new Date() where there is no clock');
    return new ExpressionDate('Date', clock.now);
  }
  if (typeof given === 'number') return new ExpressionDate('Date', wholeNumber(given));
  if (typeof given !== 'string') throw typeFailure(`Date can't be made of ${typeName(given)}.`);
  const date = parseInstant(given);
  if (!date) throw notModelled(`Reading ${JSON.stringify(given)} as a Date`);
  return date;
}

/** `new CalendarDate()`, today in the user's time zone, or `new CalendarDate("2026-11-01")`. */
export function newCalendarDate([given]: readonly Value[], clock: ExpressionClock): ExpressionDate {
  if (given === undefined) {
    if (clock.now === undefined) throw notModelled('new CalendarDate() where there is no clock');
    return dayOf(clock.now, clock.timeZone);
  }
  if (typeof given !== 'string') throw typeFailure(`CalendarDate can't be made of ${typeName(given)}.`);
  const date = parseDay(given);
  if (!date) throw notModelled(`Reading ${JSON.stringify(given)} as a CalendarDate`);
  return date;
}

function dayOf(time: number, timeZone: string | undefined): ExpressionDate {
  if (timeZone === undefined) throw notModelled("A calendar date where the user's time zone is unknown");
  // Swedish writes dates as ISO 8601 does.
  const day = parseDay(new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time));
  if (!day) throw notModelled(`The day of ${String(time)} in ${timeZone}`);
  return day;
}

function wholeNumber(value: Value): number {
  if (typeof value !== 'number') throw typeFailure(`Number expected, got ${typeName(value)}.`);
  if (!Number.isSafeInteger(value) || Math.abs(value) > 8.64e15)
    throw notModelled(`A date by ${String(value)}`);
  return value;
}

declare const instant: unique symbol;

/** A point in time as ISO 8601 UTC with milliseconds (`2026-03-01T00:00:00.000Z`), so that text order is time order. */
export type Instant = string & { readonly [instant]: true };

/**
 * Reads any ISO 8601 date-time with an offset, or a date (start of day UTC).
 * @throws RangeError when the text is no such instant, or its year does not have four digits; boundaries check before they call.
 */
export function toInstant(text: string | number | Date): Instant {
  const instant = new Date(text).toISOString();
  if (!hasFourDigitYear(instant)) throw new RangeError(`${instant} has a year of more than four digits.`);
  return instant as Instant;
}

/** Whether `toInstant` can read it. */
export function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && hasFourDigitYear(new Date(time).toISOString());
}

function hasFourDigitYear(instant: string): boolean {
  return /^\d{4}-/.test(instant);
}

/** The instant `ms` milliseconds after `at` (before it when negative). */
export function plus(at: Instant, ms: number): Instant {
  return toInstant(Date.parse(at) + ms);
}

/** Milliseconds from `from` to `to`; negative when `to` comes first. */
export function elapsed(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Whether `at` lies in the period from `from` (inclusive) to `to` (exclusive; null is open-ended). */
export function within(at: Instant, from: Instant, to: Instant | null): boolean {
  return from <= at && (to === null || at < to);
}

/**
 * Names the slot of time that an instant is in, and the next one. What is locked for both stays so for at least as long as
 * a slot, and ends by itself: two callers within that time want one slot in common.
 * @param length - of a slot, in milliseconds
 */
export function slotsFrom(at: Instant, length: number): [now: string, next: string] {
  const slot = Math.floor(Date.parse(at) / length);
  return [String(slot), String(slot + 1)];
}

/** The UTC day of an instant, `2026-03-01`: text order is time order. */
export function dayOf(at: Instant): string {
  return at.slice(0, 10);
}

/** The UTC hour of an instant, `2026-03-01T09`: text order is time order. */
export function hourOf(at: Instant): string {
  return at.slice(0, 13);
}

/** Whole days from one day to another, each as in `dayOf`; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return elapsed(toInstant(from), toInstant(to)) / (24 * HOUR);
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const YEAR = 365 * 24 * HOUR;

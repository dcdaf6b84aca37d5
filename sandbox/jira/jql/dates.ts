import { JqlError } from './errors.ts';

const day = 86_400_000;
const unitLengths: Readonly<Record<string, number>> = { w: 7 * day, d: day, h: 3_600_000, m: 60_000 };

/** How a query tells time. */
export interface JqlClock {
  now: number;
  /** The reader's time zone: days begin and end in it. */
  timeZone: string;
}

/**
 * The instant that a date of a query means, in milliseconds since the epoch.
 * `2026-11-01`, `2026/11/01 10:30` in the reader's time zone, or a period before or after now: `-7d`, `4w 2d`.
 * @throws JqlError in Jira's words for any other text
 */
export function readInstant(text: string, field: string, clock: JqlClock): number {
  const written = text.trim();
  const at = readPeriod(written, clock.now) ?? readDate(written, clock.timeZone);
  if (at !== undefined) return at;
  const formats = "'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd'";
  throw new JqlError(
    'SYNTAX',
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: ${formats}, or a period format ` +
      "e.g. '-5d', '4w 2d'.",
  );
}

function readPeriod(written: string, now: number): number | undefined {
  if (!/^[+-]?\s*\d+[wdhm](\s*\d+[wdhm])*$/.test(written)) return undefined;
  const parts = [...written.matchAll(/(\d+)([wdhm])/g)];
  const length = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitLengths[unit ?? ''] ?? 0),
    0,
  );
  const at = now + (written.startsWith('-') ? -length : length);
  return Math.abs(at) > 8.64e15 ? undefined : at;
}

function readDate(written: string, timeZone: string): number | undefined {
  const parts = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(written);
  if (!parts) return undefined;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = [1, 3, 4, 5, 6].map(index =>
    Number(parts[index] ?? 0),
  );
  const local = new Date(Date.UTC(year, month - 1, date, hour, minute));
  const isReal = local.getUTCMonth() === month - 1 && local.getUTCDate() === date && hour < 24 && minute < 60;
  return isReal ? instantOf(local.getTime(), timeZone) : undefined;
}

/** The instant at which clocks in the zone show this time, which is given as if it were UTC. */
function instantOf(local: number, timeZone: string): number {
  const guess = local - offsetAt(local, timeZone);
  return local - offsetAt(guess, timeZone);
}

/** How far clocks in the zone are ahead of UTC at an instant. */
function offsetAt(at: number, timeZone: string): number {
  const seconds = Math.floor(at / 1000) * 1000;
  return shownAt(at, timeZone) - seconds;
}

/** What clocks in the zone show, to the second, as if it were UTC. */
function shownAt(at: number, timeZone: string): number {
  // Swedish writes dates as ISO 8601 does.
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/** The day of an instant, `YYYY-MM-DD`. */
export function dayOf(at: number, timeZone: string): string {
  return new Date(shownAt(at, timeZone)).toISOString().slice(0, 10);
}

/**
 * `startOfDay("-1d")`, `endOfDay(1)`: the first or last moment of today, moved.
 * @throws JqlError for other units than days, which move the moment and not the day
 */
export function edgeOfDay(edge: 'start' | 'end', moved: string | undefined, clock: JqlClock): number {
  const days = moved === undefined ? 0 : readDays(moved);
  const today = Date.parse(dayOf(clock.now, clock.timeZone));
  const start = (ahead: number) => instantOf(today + (days + ahead) * day, clock.timeZone);
  return edge === 'start' ? start(0) : start(1) - 1;
}

function readDays(moved: string): number {
  const parts = /^([+-]?)(\d{1,5})d?$/.exec(moved.trim());
  if (parts) return Number(`${parts[1] ?? ''}${parts[2] ?? ''}`);
  throw new JqlError('NOT_MODELLED', `Moving a day by '${moved}' is not modelled in JQL.`);
}

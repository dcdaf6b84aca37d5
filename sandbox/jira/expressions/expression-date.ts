/** `Date`: an instant. `CalendarDate`: a day without time or zone, kept as its midnight UTC. */
export type DateType = 'Date' | 'CalendarDate';

type DateUnit = 'Months' | 'Days' | 'Hours' | 'Minutes';

const unitsOf: Readonly<Record<DateType, readonly DateUnit[]>> = {
  Date: ['Months', 'Days', 'Hours', 'Minutes'],
  CalendarDate: ['Months', 'Days'],
};

const millisecondsOf: Readonly<Record<Exclude<DateUnit, 'Months'>, number>> = {
  ...{ Days: 86_400_000, Hours: 3_600_000, Minutes: 60_000 },
};

/** A moment in an expression. Source: Jira expressions type reference, Date and CalendarDate. */
export class ExpressionDate {
  readonly type: DateType;
  /** Milliseconds since the epoch. */
  readonly time: number;

  constructor(type: DateType, time: number) {
    this.type = type;
    this.time = time;
  }

  /** `2026-11-01T10:30:00.000Z`, or `2026-11-01` for a day. */
  toISOString(): string {
    const iso = new Date(this.time).toISOString();
    return this.type === 'Date' ? iso : iso.slice(0, 10);
  }

  /** `plusDays`, `minusMonths`, …; undefined for a method that this type of date doesn't have. */
  shift(method: string): ((amount: number) => ExpressionDate) | undefined {
    const sign = method.startsWith('plus') ? 1 : -1;
    const unit = unitsOf[this.type].find(each => method === `plus${each}` || method === `minus${each}`);
    if (!unit) return undefined;
    return amount => new ExpressionDate(this.type, moved(this.time, unit, sign * amount));
  }

  /** The methods that shift this type of date. */
  static shifts(type: DateType): string[] {
    return unitsOf[type].flatMap(unit => [`plus${unit}`, `minus${unit}`]);
  }
}

function moved(time: number, unit: DateUnit, amount: number): number {
  if (unit !== 'Months') return time + amount * millisecondsOf[unit];
  const date = new Date(time);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + amount, 1);
  const lastDay = new Date(first);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  // A month without that day ends on its last one: 31 January plus a month is 28 February.
  const day = Math.min(date.getUTCDate(), lastDay.getUTCDate());
  return first + (day - 1) * millisecondsOf.Days + (time - startOfDay(time));
}

function startOfDay(time: number): number {
  return Math.floor(time / millisecondsOf.Days) * millisecondsOf.Days;
}

const instantFormat = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Reads ISO 8601 with a zone, and the form the REST API writes (`+1000`); undefined for any other text. */
export function parseInstant(text: string): ExpressionDate | undefined {
  if (!instantFormat.test(text)) return undefined;
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? undefined : new ExpressionDate('Date', time);
}

/** Reads `YYYY-MM-DD`; undefined for any other text and for days that don't exist. */
export function parseDay(text: string): ExpressionDate | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return new ExpressionDate('CalendarDate', time);
}

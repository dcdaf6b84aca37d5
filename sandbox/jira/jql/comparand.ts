import { dayOf, readInstant } from './dates.ts';
import type { JqlClock } from './dates.ts';
import { JqlError, notModelled } from './errors.ts';
import type { JqlField, JqlValue } from './subject.ts';

/** A value right of an operator: as written, or given by a function. */
type Wanted = { text: string } | { value: JqlValue; function: string };

type Kind = JqlValue['kind'];

/** What the values of a field are compared with; readings of it are made once, not for every work item. */
export class Comparand {
  private readonly wanted: Wanted;
  private readonly field: string;
  private readonly clock: JqlClock;
  private readonly readings = new Map<Kind, string | number | undefined>();

  constructor(wanted: Wanted, field: string, clock: JqlClock) {
    this.wanted = wanted;
    this.field = field;
    this.clock = clock;
  }

  /** As written in the query; undefined for what a function gave. */
  get text(): string | undefined {
    return 'text' in this.wanted ? this.wanted.text : undefined;
  }

  /** @throws JqlError when it can't be a value of this kind, or isn't one of those there are */
  check(kind: Kind, allowed: JqlField['allowed']): void {
    this.reading(kind);
    if (this.text === undefined || !allowed || allowed().some(each => this.equals(each))) return;
    throw new JqlError(
      'UNKNOWN_VALUE',
      `The value '${this.text}' does not exist for the field '${this.field}'.`,
    );
  }

  equals(value: JqlValue): boolean {
    const reading = this.reading(value.kind);
    const name = String(reading).toLowerCase();
    switch (value.kind) {
      case 'number':
        return value.number === reading;
      case 'instant':
        return value.at === reading;
      case 'date':
        return value.date === reading;
      case 'user':
        if (value.accountId === reading) return true;
        return [value.displayName, value.emailAddress].some(each => each?.toLowerCase() === name);
      case 'key':
        return value.key.toLowerCase() === name || value.id === reading;
      case 'named':
        return value.id === reading || value.names.some(each => each.toLowerCase() === name);
      case 'text':
        return false;
    }
  }

  /**
   * Where a value stands: below 0 before this, above 0 after it; undefined when the two have no order,
   * as the keys of two projects.
   * @param allowed - the field's values, which know the order of named ones
   */
  stand(value: JqlValue, allowed: JqlField['allowed']): number | undefined {
    const reading = this.reading(value.kind);
    switch (value.kind) {
      case 'number':
        return value.number - Number(reading);
      case 'instant':
        return value.at - Number(reading);
      case 'date':
        return value.date < String(reading) ? -1 : Number(value.date > String(reading));
      case 'key':
        return keyDistance(value.key, String(reading));
      default:
        return this.rankDistance(value, allowed);
    }
  }

  private rankDistance(value: JqlValue, allowed: JqlField['allowed']): number {
    const same = allowed?.().find(each => this.equals(each));
    if (
      value.kind !== 'named' ||
      same?.kind !== 'named' ||
      value.order === undefined ||
      same.order === undefined
    ) {
      throw notModelled(`An order of the values of the field '${this.field}'`);
    }
    return value.order - same.order;
  }

  /** This value as one of a kind: milliseconds, a day, a number, an id or name. */
  private reading(kind: Kind): string | number | undefined {
    if (!this.readings.has(kind)) this.readings.set(kind, this.read(kind));
    return this.readings.get(kind);
  }

  private read(kind: Kind): string | number | undefined {
    if ('value' in this.wanted) return this.readValue(this.wanted.value, kind, this.wanted.function);
    const { text } = this.wanted;
    if (kind === 'instant') return readInstant(text, this.field, this.clock);
    if (kind === 'date') return dayOf(readInstant(text, this.field, this.clock), this.clock.timeZone);
    if (kind !== 'number') return text;
    if (/^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text);
    throw new JqlError('SYNTAX', `Value '${text}' is invalid for the '${this.field}' field.`);
  }

  private readValue(value: JqlValue, kind: Kind, name: string): string | number {
    if (kind === 'date' && value.kind === 'instant') return dayOf(value.at, this.clock.timeZone);
    if (value.kind === kind) {
      switch (value.kind) {
        case 'number':
          return value.number;
        case 'instant':
          return value.at;
        case 'date':
          return value.date;
        case 'user':
          return value.accountId;
        case 'key':
          return value.key;
        case 'named':
          return value.id;
        case 'text':
          return value.text;
      }
    }
    throw new JqlError(
      'SYNTAX',
      `A value provided by the function '${name}' is invalid for the field '${this.field}'.`,
    );
  }
}

function keyDistance(key: string, other: string): number | undefined {
  const [project, number] = splitKey(key);
  const [otherProject, otherNumber] = splitKey(other);
  return project === otherProject ? number - otherNumber : undefined;
}

function splitKey(key: string): [string, number] {
  const parts = /^(.+)-(\d+)$/.exec(key.toUpperCase());
  if (!parts) throw new JqlError('SYNTAX', `The issue key '${key}' for field 'key' is invalid.`);
  return [parts[1] ?? '', Number(parts[2])];
}

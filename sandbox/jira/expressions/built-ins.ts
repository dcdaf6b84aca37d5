import { newCalendarDate, newDate } from './date-members.ts';
import type { ExpressionClock } from './date-members.ts';
import { notModelled, typeFailure } from './failure.ts';
import { ExpressionFunction, typeName } from './value.ts';
import type { Value } from './value.ts';

/** Names that every expression knows. */
export const builtIns: ReadonlyMap<string, Value> = new Map([
  ['Number', new ExpressionFunction([1, 1], toNumber)],
]);

/** `Number("12")`: the number a text or a number says, NaN for a text that says none. */
function toNumber([given = null]: readonly Value[]): number {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string') throw notModelled(`Number of a ${typeName(given)}`);
  return /^-?\d+(\.\d+)?$/.test(given) ? Number(given) : otherText(given);
}

/** Texts that JavaScript and Java read differently are refused. */
function otherText(given: string): number {
  if (!/^[\p{L}_]/u.test(given) || /^(infinity|nan)$/i.test(given)) {
    throw notModelled(`Number of ${JSON.stringify(given)}`);
  }
  return Number.NaN;
}

const unmodelled: ReadonlySet<string> = new Set(['Issue', 'Project', 'User', 'RichText']);

/** Runs `new type(…)`. @throws Failure for types that have no constructor here */
export function construct(type: string, values: readonly Value[], clock: ExpressionClock): Value {
  if (unmodelled.has(type)) throw notModelled(`new ${type}`);
  const most = type === 'Map' ? 0 : 1;
  if (!['Date', 'CalendarDate', 'Map'].includes(type)) throw typeFailure(`Unrecognized type: ${type}.`);
  if (values.length > most)
    throw typeFailure(`${type} was constructed with ${String(values.length)} arguments.`);
  if (type === 'Map') return {};
  return type === 'Date' ? newDate(values, clock) : newCalendarDate(values, clock);
}

import type { DecidedChange } from '../responsibility/matrix-change';
import { contentHash } from '../shared/content-hash';
import type { FieldName, FieldValues } from '../work-type/fields';
import type { WorkType } from '../work-type/work-type';
import { withScreen, type ScreenChanges, type Ticket } from './ticket';

/** What a decision is about: the deciding fields as they will be once the screen is saved, and their hash. */
export interface DecidingContent {
  hash: string;
  fields: Partial<FieldValues>;
  /** The draft that a Responsibility change is about; null for every other ticket. */
  change: DecidedChange | null;
}

/** The values of the deciding fields as they will be once the screen is saved. */
export function decidingFields(
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges,
): Partial<FieldValues> {
  const values = withScreen(ticket, screen);
  return Object.fromEntries(workType.decidingFields.map(field => [field, values[field]]));
}

/** Source: domain rules, "Frozen"; white-space requirement 2. */
export function decidingContent(
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges,
  matrixChange: DecidedChange | null = null,
): DecidingContent {
  const fields = decidingFields(ticket, workType, screen);
  const change = matrixChange && {
    number: matrixChange.number,
    base: matrixChange.base,
    hash: matrixChange.hash,
  };
  const content = { workType: workType.name, fields, ...(change ? { change } : {}) };
  return { hash: contentHash(content), fields, change };
}

/** The deciding fields whose values differ. */
export function changedFields(before: Partial<FieldValues>, now: Partial<FieldValues>): FieldName[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<FieldName>;
  return [...names].filter(name => (before[name] ?? null) !== (now[name] ?? null));
}

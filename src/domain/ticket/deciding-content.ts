import { contentHash } from '../shared/content-hash';
import type { FieldName } from '../work-type/fields';
import type { WorkType } from '../work-type/work-type';
import { withScreen, type FieldValues, type ScreenChanges, type Ticket } from './ticket';

/** What a decision is about: the deciding fields as they will be once the screen is saved, and their hash. */
export interface DecidingContent {
  hash: string;
  fields: Partial<FieldValues>;
}

/** Source: domain rules, "Frozen"; white-space requirement 2. */
export function decidingContent(ticket: Ticket, workType: WorkType, screen: ScreenChanges): DecidingContent {
  const values = withScreen(ticket, screen);
  const fields = Object.fromEntries(workType.decidingFields.map(field => [field, values[field]]));
  return { hash: contentHash({ workType: workType.name, fields }), fields };
}

/** The deciding fields whose values differ. */
export function changedFields(before: Partial<FieldValues>, now: Partial<FieldValues>): FieldName[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<FieldName>;
  return [...names].filter(name => (before[name] ?? null) !== (now[name] ?? null));
}

import { contentHash } from '../shared/content-hash';
import type { FieldName, FieldValues } from '../work-type/fields';
import type { Subject } from '../work-type/subject';
import type { WorkType } from '../work-type/work-type';
import type { TicketStory } from './story';
import { withScreen, type ScreenChanges, type Ticket } from './ticket';

/** What a decision is about: the deciding fields as they will be once the screen is saved, and their hash. */
export interface DecidingContent {
  hash: string;
  fields: Partial<FieldValues>;
  /** What of the ticket's subject is decided; null where the ticket itself is all. */
  subject: object | null;
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
  { ticket, workType }: Pick<TicketStory, 'ticket' | 'workType'>,
  screen: ScreenChanges,
  { decided: subject }: Pick<Subject, 'decided'>,
): DecidingContent {
  const fields = decidingFields(ticket, workType, screen);
  return { hash: decidedHash(workType, fields, subject), fields, subject };
}

/** Of what is decided. */
export function decidedHash(
  { name: workType }: Pick<WorkType, 'name'>,
  fields: Partial<FieldValues>,
  subject: object | null,
): string {
  return contentHash({ workType, fields, ...(subject ? { subject } : {}) });
}

/** The deciding fields whose values differ. */
export function changedFields(before: Partial<FieldValues>, now: Partial<FieldValues>): FieldName[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<FieldName>;
  return [...names].filter(name => (before[name] ?? null) !== (now[name] ?? null));
}

import { documentHash } from '../shared/adf';
import type { AccountId, PseudonymOf } from '../shared/account';
import { contentHash, sortedBy } from '../shared/content-hash';
import type { DecidedFile, DecidedParts, DecidedService, DecidedText } from '../decision/decided-content';
import type { CloudService } from '../responsibility/cloud-service';
import { isUserField, type FieldName, type FieldValues } from '../work-type/fields';
import type { Subject } from '../work-type/subject';
import type { WorkType } from '../work-type/work-type';
import type { TicketStory } from './story';
import { withScreen, type ScreenChanges, type Ticket } from './ticket';

/** What a decision is about, and its hash. */
export interface DecidingContent extends DecidedParts {
  hash: string;
}

/** What a decision finds of a ticket beside its own words. */
interface Found {
  screen: ScreenChanges;
  subject: Pick<Subject, 'decided'>;
  service: CloudService | null;
  files: readonly DecidedFile[];
  pseudonymOf: PseudonymOf;
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

export function decidingContent(
  { ticket, workType }: Pick<TicketStory, 'ticket' | 'workType'>,
  { screen, subject, service, files, pseudonymOf }: Found,
): DecidingContent {
  const parts = {
    fields: decidingFields(ticket, workType, screen),
    service: decidedService(workType, service),
    text: decidedText(ticket),
    files,
    subject: subject.decided,
  };
  return { ...parts, hash: decidedHash(workType, parts, pseudonymOf) };
}

/** A work type that doesn't decide on a service is about none. */
export function decidedService(
  workType: Pick<WorkType, 'decidingFields'>,
  service: CloudService | null,
): DecidedService | null {
  const { key, provider } = service ?? {};
  const isDecided = workType.decidingFields.includes('cloudService');
  return isDecided && key !== undefined && provider !== undefined ? { key, provider } : null;
}

export function decidedText({ summary, description }: Ticket): DecidedText {
  return {
    summary: contentHash(summary.toWellFormed()),
    description: description && documentHash(description),
  };
}

/** Of what is decided. @param pseudonymOf - people stand in it as they do on record */
export function decidedHash(
  { name: workType }: Pick<WorkType, 'name'>,
  { fields, service, text, files, subject }: DecidedParts,
  pseudonymOf: (account: AccountId) => string,
): string {
  return contentHash({
    workType,
    fields: onRecord(fields, pseudonymOf),
    text,
    ...(service ? { service } : {}),
    ...(files.length > 0 ? { files: sortedBy(files, ({ id }) => id) } : {}),
    ...(subject ? { subject } : {}),
  });
}

/** Values of fields with pseudonyms in the place of accounts. */
export function onRecord<Values extends Readonly<Partial<Record<string, string | null>>>>(
  values: Values,
  pseudonymOf: (account: AccountId) => string,
): Values {
  const named = Object.entries(values).map(([field, value]) => {
    const isPerson = value != null && isUserField(field);
    return [field, isPerson ? pseudonymOf(value) : value] as const;
  });
  return Object.fromEntries(named) as Values;
}

/** The deciding fields whose values differ. */
export function changedFields(before: Partial<FieldValues>, now: Partial<FieldValues>): FieldName[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<FieldName>;
  return [...names].filter(name => (before[name] ?? null) !== (now[name] ?? null));
}

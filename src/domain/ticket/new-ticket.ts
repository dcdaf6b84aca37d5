import { contentHash } from '../shared/content-hash';
import type { AdfDocument } from '../shared/adf';
import type { FieldValues } from '../work-type/fields';

/** A ticket that Remit creates by itself. */
export interface NewTicket {
  /** What it is created for: there is one for each. */
  mark: string;
  /** The name of the work type. */
  workType: string;
  summary: string;
  description?: AdfDocument;
  fields?: Partial<FieldValues>;
}

/** The label by which the ticket is found again: it says nothing to people, who may take it away once it is on record. */
export function markLabel(mark: string): string {
  return `remit-${contentHash(mark).slice(0, 16)}`;
}

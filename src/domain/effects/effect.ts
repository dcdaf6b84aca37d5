import type { EvidenceEntry } from '../evidence/evidence-entry';
import type { AccountId } from '../shared/account';
import type { CommentParagraph } from '../ticket/comment';
import type { NewTicket } from '../ticket/new-ticket';
import type { AppFieldName } from '../work-type/fields';
import type { StatusName } from '../work-type/work-type';
import type { RegisterCommand } from './register-command';

/** Something that Remit does to a ticket or to a register of its own, as data: one interpreter carries it out. */
export type Effect =
  /** Null leaves the ticket unassigned. Refused when Jira doesn't let the person be assigned. */
  | { do: 'assign'; to: AccountId | null }
  /** Fields that only Remit writes; null empties one. */
  | { do: 'write fields'; values: Partial<Record<AppFieldName, string | null>> }
  | { do: 'label'; label: string; present: boolean }
  /** Said once per mark, whatever is delivered again. Refused when Jira takes no comment of the app's there. */
  | { do: 'comment once'; mark: string; paragraphs: readonly CommentParagraph[] }
  /** Makes the transition that leads there from where the ticket stands. Refused when the workflow offers none. */
  | { do: 'move'; to: StatusName }
  /** Created once per mark. Refused when Jira doesn't take it. */
  | { do: 'create ticket'; ticket: NewTicket }
  /** One idempotent step of a register of ours. Refused as that register says. */
  | { do: 'advance'; command: RegisterCommand };

/**
 * Effects that belong together, with the records that certify them: these are written once all of the effects are done.
 * When an effect is refused, the step ends there, its records are not written, and `otherwise` is done in its place.
 */
export interface Step {
  effects: readonly Effect[];
  records: readonly EvidenceEntry[];
  otherwise?: readonly Step[];
}

/** A step that only puts on record what happened. */
export function recording(...records: readonly EvidenceEntry[]): Step[] {
  return records.length > 0 ? [{ effects: [], records }] : [];
}

import type { DecidedFile } from '../decision/decided-content';
import { filesGone } from '../ticket/decided-files';
import { changedFields, decidedText, decidingFields } from '../ticket/deciding-content';
import { isMove, means, type ObservedTransition } from '../ticket/observed-transition';
import type { TicketStory } from '../ticket/story';
import { NO_CHANGES, type Change, type HistoryEntry } from '../ticket/ticket';
import { PEOPLE_FIELDS, type FieldName } from '../work-type/fields';
import { isLocked, type Meaning } from '../work-type/work-type';

/** A change of what is decided, where only Remit edits: someone got past the lock of the status. */
export interface LockedChange {
  entry: HistoryEntry;
  /** The status that the ticket was in. */
  status: string;
  /** What was changed: names of fields and files. */
  changed: string[];
}

/**
 * Every such change in the ticket's history, oldest first. What the screen of a transition is meant to set is none; but
 * a gate isn't told of all that a screen may have been given beside that.
 * Source: domain rules, "Who may edit", "Frozen".
 */
export function lockedChanges({ ticket, workType, transitions }: TicketStory): LockedChange[] {
  let status: string = transitions[0]?.from ?? ticket.status;
  let submission: ObservedTransition | undefined;
  return ticket.history.flatMap(entry => {
    const made = transitions.find(({ change }) => change === entry.id);
    const [stood, files] = [status, submission?.decision?.snapshot?.files];
    if (made) status = made.to;
    if (made && means(made, 'submit')) submission = made;
    if (!files || isMove(entry) || !isLocked(workType, stood)) return [];
    const supplied = new Set<string>(made?.transition?.screenFields);
    const changed = entry.changes
      .filter(({ field }) => !supplied.has(field))
      .flatMap(change => decidedIn(change, workType.decidingFields, files));
    return changed.length > 0 ? [{ entry, status: stood, changed }] : [];
  });
}

function decidedIn(
  { field, from }: Change,
  deciding: readonly FieldName[],
  files: readonly DecidedFile[],
): string[] {
  if (field === 'summary') return ['Summary'];
  if (field === 'description') return ['Description'];
  if (field === 'attachment') return files.filter(({ id }) => id === from).map(({ filename }) => filename);
  const name = deciding.find(one => one === field);
  return name ? [PEOPLE_FIELDS[name].name] : [];
}

/** What rests on a decision no longer, or never will. */
const LEFT_BEHIND: ReadonlySet<Meaning> = new Set(['reject', 'return', 'withdraw', 'revoke']);

/**
 * The later transition after which the change matters no more: one that leaves the decision behind, or one whose gate
 * found everything as it was submitted.
 */
export function settlementOf(later: readonly ObservedTransition[]): ObservedTransition | undefined {
  return later.find(({ transition, decision, isUnread }) => {
    if (!transition) return false;
    if (LEFT_BEHIND.has(transition.means)) return true;
    return (decision !== null || isUnread === true) && transition.gates.some(({ name }) => name === 'frozen');
  });
}

/** Whether the ticket is as it was submitted: all that was changed has been changed back. */
export function isAsSubmitted({ ticket, workType, submission }: TicketStory): boolean {
  const decided = submission?.decision?.snapshot;
  if (!decided) return false;
  const { removed, replaced } = filesGone(ticket, decided.files);
  const { summary, description } = decidedText(ticket);
  return (
    summary === decided.text.summary &&
    description === decided.text.description &&
    removed.length + replaced.length === 0 &&
    changedFields(decided.decidingFields, decidingFields(ticket, workType, NO_CHANGES)).length === 0
  );
}

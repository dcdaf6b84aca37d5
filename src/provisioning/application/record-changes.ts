import { configurationApplied } from '../../domain/evidence/configuration-evidence';
import type { Recorder } from '../../ports/recorder';
import type { SetUpNotes, UnrecordedChanges } from '../ports/provisioning-state';

/** Notes that a change begins. */
export function noteChange(memory: SetUpNotes, journal: UnrecordedChanges, change: string): void {
  if (!journal.changes.includes(change)) journal.changes.push(change);
  memory.unrecorded = structuredClone(journal);
}

/**
 * Puts what was noted on record, as one entry of what one step changed; nothing when nothing was noted. Its id
 * comes from its content, so that an entry whose answer was lost is not made twice.
 * @param outcome - `interrupted`: the last change may not have taken effect
 */
export async function giveEvidence(
  recorder: Recorder,
  memory: SetUpNotes,
  outcome: 'as planned' | 'interrupted',
): Promise<void> {
  if (!memory.unrecorded) return;
  const { at, actor, ...facts } = memory.unrecorded;
  const applied = { at, actor, facts: { ...facts, outcome } };
  await recorder.record(as => [configurationApplied.entry(applied, as)]);
  delete memory.unrecorded;
}

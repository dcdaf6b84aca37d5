import { configurationApplied } from '../../domain/evidence/configuration-evidence';
import type { Recorder } from '../../ports/recorder';
import type { AppliedState, UnrecordedChanges } from '../ports/state-store';

/** Keeps in the state that a change begins. */
export function noteChange(state: AppliedState, changes: UnrecordedChanges, change: string): void {
  if (!changes.changes.includes(change)) changes.changes.push(change);
  state.unrecorded = structuredClone(changes);
}

/**
 * Moves unrecorded changes from the state to the ledger, as one entry of what one step changed; does nothing when
 * there are none. The entry's id comes from its content, so that it is appended once although an answer was lost.
 * @param outcome - `interrupted`: the last change may not have taken effect
 */
export async function recordChanges(
  recorder: Recorder,
  state: AppliedState,
  outcome: 'as planned' | 'interrupted',
): Promise<void> {
  if (!state.unrecorded) return;
  const { at, actor, ...facts } = state.unrecorded;
  const applied = { at, actor, facts: { ...facts, outcome } };
  await recorder.record(as => [configurationApplied.entry(applied, as)]);
  delete state.unrecorded;
}

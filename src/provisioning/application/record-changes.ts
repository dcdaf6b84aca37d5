import { evidenceId } from '../../domain/evidence/evidence-entry';
import type { Ledger } from '../../ports/ledger';
import type { SetUpNotes, UnrecordedChanges } from '../ports/provisioning-state';

/** Notes that a change begins. */
export function noteChange(memory: SetUpNotes, journal: UnrecordedChanges, change: string): void {
  if (!journal.changes.includes(change)) journal.changes.push(change);
  memory.unrecorded = structuredClone(journal);
}

/**
 * Hands what was noted to the ledger, as one entry of what one step changed; nothing when nothing was noted. Its id
 * comes from its content, so that an entry whose answer was lost is not made twice.
 * @param outcome - `interrupted`: the last change may not have taken effect
 */
export async function giveEvidence(
  evidence: Pick<Ledger, 'append'>,
  memory: SetUpNotes,
  outcome: 'as planned' | 'interrupted',
): Promise<void> {
  if (!memory.unrecorded) return;
  const { at, actor, ...facts } = memory.unrecorded;
  const id = evidenceId('set-up-step', 'site', memory.unrecorded);
  await evidence.append({
    id,
    at,
    kind: 'set-up-step',
    actor,
    subject: 'site',
    facts: { ...facts, outcome },
  });
  delete memory.unrecorded;
}

import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import type { Ledger } from '../../ports/ledger';
import type { Workflow } from '../domain/workflow/workflow';

/** One difference from what was applied, and the change that repairs it. */
export interface Drift {
  /** Empty where it is not about one. */
  workType: string;
  repair: string;
  /** The workflow that was found, rule by rule; null where another is in force in its place. */
  found: Pick<Workflow, 'id' | 'version' | 'name' | 'transitions'> | null;
}

/** The subject of entries about the configuration as a whole. */
export const SET_UP_SUBJECT = 'set-up';

export interface DriftOnRecord {
  last: EvidenceEntry | undefined;
  drift: readonly Drift[];
}

/** The drift by the newest entry about it, empty when there is none; one statement. There must be a ledger. */
export async function driftOnRecord(ledger: Pick<Ledger, 'list'>): Promise<DriftOnRecord> {
  const [last] = (await ledger.list({ subject: SET_UP_SUBJECT, limit: 1 })).entries;
  const drift = last?.kind === 'set-up-drifted' ? (last.facts as { drift: Drift[] }).drift : [];
  return { last, drift };
}

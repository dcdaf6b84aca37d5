import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import type { Ledger } from '../../ports/ledger';
import type { Workflow } from '../ports/jira-site';

/** What of the set-up is not as it was made, and how a run of set-up would put it back. */
export interface Drift {
  /** Empty where it is not about one. */
  workType: string;
  repair: string;
  /** The workflow that was found, rule by rule; null where another is followed in its place. */
  found: Pick<Workflow, 'id' | 'version' | 'name' | 'transitions'> | null;
}

/** The subject of what is on record about the set-up as a whole. */
export const SET_UP_SUBJECT = 'set-up';

/** How the set-up stands by the newest entry about it: `drift` is empty when all is as it was made. */
export interface StandingOnRecord {
  last: EvidenceEntry | undefined;
  facts: { drift: Drift[] };
}

/** Reads how the set-up stands on record; one statement. There must be a ledger. */
export async function standingOnRecord(ledger: Pick<Ledger, 'list'>): Promise<StandingOnRecord> {
  const [last] = (await ledger.list({ subject: SET_UP_SUBJECT, limit: 1 })).entries;
  const facts = last?.kind === 'set-up-drifted' ? (last.facts as StandingOnRecord['facts']) : { drift: [] };
  return { last, facts };
}

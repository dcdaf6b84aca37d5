import {
  CONFIGURATION,
  configurationDrifted,
  type Drift,
} from '../../domain/evidence/configuration-evidence';
import type { Ledger } from '../../ports/ledger';

export interface DriftOnRecord {
  /** The newest entry about the configuration as a whole. */
  last: { id: string; at: string } | undefined;
  drift: readonly Drift[];
}

/** The drift by the newest entry about it, empty when there is none; one statement. There must be a ledger. */
export async function driftOnRecord(ledger: Pick<Ledger, 'list'>): Promise<DriftOnRecord> {
  const [last] = (await ledger.list({ subject: CONFIGURATION, limit: 1 })).entries;
  return { last, drift: (last && configurationDrifted.read(last)?.facts.drift) ?? [] };
}

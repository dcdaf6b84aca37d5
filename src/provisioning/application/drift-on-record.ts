import {
  CONFIGURATION,
  configurationDrifted,
  type Drift,
} from '../../domain/evidence/configuration-evidence';
import type { Ledger } from '../../ports/ledger';

/** How the configuration stands by the newest entry about it: `drift` is empty when all is as set-up made it. */
export interface StandingOnRecord {
  /** The newest entry. */
  last: { id: string; at: string } | undefined;
  drift: readonly Drift[];
}

/** Reads how the configuration stands on record; one statement. There must be a ledger. */
export async function standingOnRecord(ledger: Pick<Ledger, 'list'>): Promise<StandingOnRecord> {
  const [last] = (await ledger.list({ subject: CONFIGURATION, limit: 1 })).entries;
  return { last, drift: (last && configurationDrifted.read(last)?.facts.drift) ?? [] };
}

import type { HolderChange } from '../../domain/responsibility/appointment-notice';
import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Ledger } from '../../ports/ledger';
import { recordedHolderChange } from '../evidence/recorded-facts';

const ENTRIES_AT_ONCE = 200;

/** An import of thousands of holders is no news: what is not among the newest entries is left to the register. */
const PAGES_AT_MOST = 5;

/** A change of the holders register as it is on record. */
export interface RecordedHolderChange {
  at: Instant;
  /** The administrator who made it. */
  actor: AccountId | null;
  change: HolderChange;
}

/** The changes of the holders register that are on record since an instant, the newest first; 1,000 at most. */
export async function recentHolderChanges(ledger: Ledger, since: Instant): Promise<RecordedHolderChange[]> {
  const changes: RecordedHolderChange[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= PAGES_AT_MOST; page += 1) {
    const query = { kinds: ['holder-changed'] as const, limit: ENTRIES_AT_ONCE };
    const read = await ledger.list(cursor === undefined ? query : { ...query, cursor });
    const recent = read.entries.filter(({ at }) => at >= since);
    changes.push(
      ...recent.map(({ at, actor, facts }) => ({ at, actor, change: recordedHolderChange.parse(facts) })),
    );
    cursor = read.cursor;
    if (cursor === undefined || recent.length < read.entries.length) break;
  }
  return changes;
}

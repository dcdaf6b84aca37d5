import type { HolderChange } from '../../domain/responsibility/appointment-notice';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import type { AccountId, NameOf } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import { whoIsWho } from '../evidence/who-is-who';
import { roleHolderChanged } from '../../domain/responsibility/role-evidence';

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

/**
 * The changes of the holders register that are on record since an instant, the newest first; 1,000 at most. The person who was
 * erased since keeps a pseudonym in the place of an account.
 */
export async function recentHolderChanges(
  { ledger, people }: { ledger: Ledger; people: People },
  since: Instant,
): Promise<{ changes: RecordedHolderChange[]; nameOf: NameOf }> {
  const entries: EvidenceEntry[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= PAGES_AT_MOST; page += 1) {
    const query = { kinds: [roleHolderChanged.kind], limit: ENTRIES_AT_ONCE };
    const read = await ledger.list(cursor === undefined ? query : { ...query, cursor });
    const recent = read.entries.filter(({ at }) => at >= since);
    entries.push(...recent);
    cursor = read.cursor;
    if (cursor === undefined || recent.length < read.entries.length) break;
  }
  const { accountOf, nameOf } = await whoIsWho(people, entries);
  const changes = entries.flatMap(entry => roleHolderChanged.read(entry, accountOf) ?? []);
  return { changes: changes.map(({ at, actor, facts }) => ({ at, actor, change: facts })), nameOf };
}

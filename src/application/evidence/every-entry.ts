import type { EvidenceEntry, EvidenceKind } from '../../domain/evidence/evidence-entry';
import type { Ledger } from '../../ports/ledger';

/** A page of the ledger at its largest. */
const PAGE = 200;

/** Every entry of these kinds, the newest first. @param subject - only those about it */
export async function everyEntry(
  ledger: Pick<Ledger, 'list'>,
  kinds: readonly EvidenceKind[],
  subject?: string,
): Promise<EvidenceEntry[]> {
  const asked = subject === undefined ? { kinds, limit: PAGE } : { kinds, limit: PAGE, subject };
  const entries: EvidenceEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await ledger.list(cursor === undefined ? asked : { ...asked, cursor });
    entries.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return entries;
}

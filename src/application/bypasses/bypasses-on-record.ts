import { bypassAcknowledged, bypassResolved, gateBypassed } from '../../domain/bypass/bypass-evidence';
import type { FactsOf } from '../../domain/evidence/define-evidence';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import type { Ledger } from '../../ports/ledger';
import { everyEntry } from '../evidence/every-entry';

/** A bypass as it is on record, with what became of it. */
export interface BypassOnRecord {
  found: EvidenceEntry<FactsOf<typeof gateBypassed>>;
  mended: EvidenceEntry<FactsOf<typeof bypassResolved>> | null;
  acknowledged: EvidenceEntry<FactsOf<typeof bypassAcknowledged>> | null;
}

/** Every bypass on record, the newest first. @param subject - only those of one ticket */
export async function bypassesOnRecord(
  ledger: Pick<Ledger, 'list'>,
  subject?: string,
): Promise<BypassOnRecord[]> {
  const entries = await everyEntry(ledger, [gateBypassed, bypassResolved, bypassAcknowledged], subject);
  const mended = byBypass(entries.flatMap(entry => bypassResolved.read(entry) ?? []));
  const acknowledged = byBypass(entries.flatMap(entry => bypassAcknowledged.read(entry) ?? []));
  return entries
    .flatMap(entry => gateBypassed.read(entry) ?? [])
    .map(found => ({
      found,
      mended: mended.get(found.id) ?? null,
      acknowledged: acknowledged.get(found.id) ?? null,
    }));
}

function byBypass<Facts extends { bypass: string }>(
  entries: readonly EvidenceEntry<Facts>[],
): Map<string, EvidenceEntry<Facts>> {
  return new Map(entries.map(entry => [entry.facts.bypass, entry]));
}

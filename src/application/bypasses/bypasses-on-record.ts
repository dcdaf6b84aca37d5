import type { BypassAcknowledged, BypassMended, GateBypassed } from '../../contract/bypasses';
import type { EvidenceEntry, EvidenceKind } from '../../domain/evidence/evidence-entry';
import type { EvidenceLedger } from '../../ports/evidence-ledger';
import { everyEntry } from '../evidence/every-entry';

/** A way past the gates as it is on record, with what became of it. */
export interface BypassOnRecord {
  found: EvidenceEntry<GateBypassed>;
  mended: EvidenceEntry<BypassMended> | null;
  acknowledged: EvidenceEntry<BypassAcknowledged> | null;
}

type Ledger = Pick<EvidenceLedger, 'list'>;

/** Every bypass on record, the newest first. @param subject - only those of one ticket */
export async function bypassesOnRecord(ledger: Ledger, subject?: string): Promise<BypassOnRecord[]> {
  const found = await recorded<GateBypassed>(ledger, 'gate-bypassed', subject);
  if (found.length === 0) return [];
  const mended = byBypass(await recorded<BypassMended>(ledger, 'bypass-mended', subject));
  const acknowledged = byBypass(await recorded<BypassAcknowledged>(ledger, 'bypass-acknowledged', subject));
  return found.map(entry => ({
    found: entry,
    mended: mended.get(entry.id) ?? null,
    acknowledged: acknowledged.get(entry.id) ?? null,
  }));
}

/** Facts are what this app itself has written for the kind. */
async function recorded<Facts>(
  ledger: Ledger,
  kind: EvidenceKind,
  subject: string | undefined,
): Promise<EvidenceEntry<Facts>[]> {
  return (await everyEntry(ledger, kind, subject)) as EvidenceEntry<Facts>[];
}

function byBypass<Facts extends { bypass: string }>(
  entries: readonly EvidenceEntry<Facts>[],
): Map<string, EvidenceEntry<Facts>> {
  return new Map(entries.map(entry => [entry.facts.bypass, entry]));
}

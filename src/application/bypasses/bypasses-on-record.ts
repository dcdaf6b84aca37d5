import type { BypassAcknowledged, BypassMended, GateBypassed } from '../../contract/bypasses';
import type { EvidenceEntry, EvidenceKind } from '../../domain/evidence/evidence-entry';
import type { Ledger } from '../../ports/ledger';
import { everyEntry } from '../evidence/every-entry';

/** A way past the gates as it is on record, with what became of it. */
export interface BypassOnRecord {
  found: EvidenceEntry<GateBypassed>;
  mended: EvidenceEntry<BypassMended> | null;
  acknowledged: EvidenceEntry<BypassAcknowledged> | null;
}

const BYPASS_KINDS = [
  'gate-bypassed',
  'bypass-mended',
  'bypass-acknowledged',
] as const satisfies EvidenceKind[];

/** Every bypass on record, the newest first. @param subject - only those of one ticket */
export async function bypassesOnRecord(
  ledger: Pick<Ledger, 'list'>,
  subject?: string,
): Promise<BypassOnRecord[]> {
  const entries = await everyEntry(ledger, BYPASS_KINDS, subject);
  const mended = byBypass(ofKind<BypassMended>(entries, 'bypass-mended'));
  const acknowledged = byBypass(ofKind<BypassAcknowledged>(entries, 'bypass-acknowledged'));
  return ofKind<GateBypassed>(entries, 'gate-bypassed').map(entry => ({
    found: entry,
    mended: mended.get(entry.id) ?? null,
    acknowledged: acknowledged.get(entry.id) ?? null,
  }));
}

/** Facts are what this app itself has written for the kind. */
function ofKind<Facts>(
  entries: readonly EvidenceEntry[],
  kind: (typeof BYPASS_KINDS)[number],
): EvidenceEntry<Facts>[] {
  return entries.filter(entry => entry.kind === kind) as EvidenceEntry<Facts>[];
}

function byBypass<Facts extends { bypass: string }>(
  entries: readonly EvidenceEntry<Facts>[],
): Map<string, EvidenceEntry<Facts>> {
  return new Map(entries.map(entry => [entry.facts.bypass, entry]));
}

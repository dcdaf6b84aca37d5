import type { BypassAcknowledged, BypassResolved } from '../../contract/bypasses';
import type { BypassHappened } from '../../domain/bypass/bypass-words';
import type { EvidenceEntry, EvidenceKind } from '../../domain/evidence/evidence-entry';
import type { Ledger } from '../../ports/ledger';
import { everyEntry } from '../evidence/every-entry';

/** Of `gate-bypassed`. */
type GateBypassed = BypassHappened & { ticketKey: string };

/** A way past the gates as it is on record, with what became of it. */
export interface BypassOnRecord {
  found: EvidenceEntry<GateBypassed>;
  resolved: EvidenceEntry<BypassResolved> | null;
  acknowledged: EvidenceEntry<BypassAcknowledged> | null;
}

const BYPASS_KINDS = [
  'gate-bypassed',
  'bypass-resolved',
  'bypass-acknowledged',
] as const satisfies EvidenceKind[];

/** Every bypass on record, the newest first. @param subject - only those of one ticket */
export async function bypassesOnRecord(
  ledger: Pick<Ledger, 'list'>,
  subject?: string,
): Promise<BypassOnRecord[]> {
  const entries = await everyEntry(ledger, BYPASS_KINDS, subject);
  const resolved = byBypass(ofKind<BypassResolved>(entries, 'bypass-resolved'));
  const acknowledged = byBypass(ofKind<BypassAcknowledged>(entries, 'bypass-acknowledged'));
  return ofKind<GateBypassed>(entries, 'gate-bypassed').map(entry => ({
    found: entry,
    resolved: resolved.get(entry.id) ?? null,
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

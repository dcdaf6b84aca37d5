import { bypassAcknowledged, bypassResolved, gateBypassed } from '../../domain/bypass/bypass-evidence';
import type { FactsOf } from '../../domain/evidence/define-evidence';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import type { NameOf } from '../../domain/shared/account';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import { everyEntry } from '../evidence/every-entry';
import { whoIsWho } from '../evidence/who-is-who';

/** A bypass as it is on record, with what became of it. */
export interface BypassOnRecord {
  found: EvidenceEntry<FactsOf<typeof gateBypassed>>;
  resolved: EvidenceEntry<FactsOf<typeof bypassResolved>> | null;
  acknowledged: EvidenceEntry<FactsOf<typeof bypassAcknowledged>> | null;
}

export interface BypassesOnRecord {
  /** The newest first. */
  bypasses: BypassOnRecord[];
  /** The names of the people in them. */
  nameOf: NameOf;
}

/** Every bypass on record. @param subject - only those of one ticket */
export async function bypassesOnRecord(
  { ledger, people }: { ledger: Pick<Ledger, 'list'>; people: Pick<People, 'called'> },
  subject?: string,
): Promise<BypassesOnRecord> {
  const entries = await everyEntry(ledger, [gateBypassed, bypassResolved, bypassAcknowledged], subject);
  const { accountOf, nameOf } = await whoIsWho(people, entries);
  const resolved = byBypass(entries.flatMap(entry => bypassResolved.read(entry, accountOf) ?? []));
  const acknowledged = byBypass(entries.flatMap(entry => bypassAcknowledged.read(entry, accountOf) ?? []));
  const found = entries.flatMap(entry => gateBypassed.read(entry, accountOf) ?? []);
  const bypasses = found.map(bypass => ({
    found: bypass,
    resolved: resolved.get(bypass.id) ?? null,
    acknowledged: acknowledged.get(bypass.id) ?? null,
  }));
  return { bypasses, nameOf };
}

function byBypass<Facts extends { bypass: string }>(
  entries: readonly EvidenceEntry<Facts>[],
): Map<string, EvidenceEntry<Facts>> {
  return new Map(entries.map(entry => [entry.facts.bypass, entry]));
}

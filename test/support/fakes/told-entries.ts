import { personIntroduced } from '../../../src/domain/evidence/person-evidence';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import type { MemoryLedger } from './memory-ledger';
import type { MemoryPeople } from './memory-people';

/** A ledger whose entries are shown as they were told: with accounts in the place of pseudonyms, and no introductions. */
export function asTold(ledger: MemoryLedger, people: Pick<MemoryPeople, 'everybody'>): MemoryLedger {
  return {
    ...ledger,
    entries: subject =>
      ledger
        .entries(subject)
        .filter(({ kind }) => kind !== personIntroduced.kind)
        .map(entry => toldBy(entry, people.everybody())),
  };
}

function toldBy(entry: EvidenceEntry, people: ReturnType<MemoryPeople['everybody']>): EvidenceEntry {
  const text = people.reduce(
    (told, { pseudonym, accountId }) => told.replaceAll(pseudonym, JSON.stringify(accountId).slice(1, -1)),
    JSON.stringify(entry),
  );
  return JSON.parse(text) as EvidenceEntry;
}

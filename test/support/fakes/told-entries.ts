import { personIntroduced } from '../../../src/domain/evidence/person-evidence';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import { accountIn } from '../../../src/domain/evidence/person-on-record';
import type { AccountOf } from '../../../src/domain/shared/account';
import type { MemoryLedger } from './memory-ledger';
import type { MemoryPeople } from './memory-people';

/** A ledger whose entries are shown as they were told: with accounts in the place of pseudonyms, and no introductions. */
export function asTold(ledger: MemoryLedger, people: Pick<MemoryPeople, 'everyone'>): MemoryLedger {
  return {
    ...ledger,
    entries: subject => {
      const accountOf = accountIn(people.everyone());
      return ledger
        .entries(subject)
        .filter(({ kind }) => kind !== personIntroduced.kind)
        .map(entry => told(entry, accountOf));
    },
  };
}

function told(entry: EvidenceEntry, accountOf: AccountOf): EvidenceEntry {
  const text = JSON.stringify(entry).replaceAll(/p-[a-z2-7]{26}/g, accountOf);
  return JSON.parse(text) as EvidenceEntry;
}

import { newPerson, type PersonOnRecord } from '../../../src/domain/evidence/person-on-record';
import { introductionOf } from '../../../src/domain/evidence/person-evidence';
import type { AccountId } from '../../../src/domain/shared/account';
import type { People } from '../../../src/ports/people';
import type { Faults } from './faults';
import type { MemoryLedger } from './memory-ledger';

export interface MemoryPeople extends People {
  everyone(): PersonOnRecord[];
  /** How often someone was asked for. */
  asked(): number;
  /** Forgets someone, as an erasure does. */
  erase(account: AccountId): void;
}

/** People on record in memory; whether they are introduced is read from the ledger, as in storage. */
export function memoryPeople(ledger: MemoryLedger, faults: Faults): MemoryPeople {
  const rows = new Map<AccountId, { person: PersonOnRecord; introduction: string }>();
  let made = 0;
  let questions = 0;
  const asking = <T>(answer: () => T) =>
    faults.read('people', () => {
      questions += 1;
      return answer();
    });
  /** Never the same bytes twice. */
  const random = (count: number) => {
    made += 1;
    return Uint8Array.from({ length: count }, (_, nth) => (made >> (8 * (nth % 4))) & 0xff);
  };
  const everyone = () =>
    [...rows.values()].map(({ person, introduction }) => ({
      ...person,
      isIntroduced: ledger.has(introduction),
    }));
  const add = (person: PersonOnRecord) =>
    rows.set(person.accountId, { person, introduction: introductionOf(person).id });
  return {
    everyone,
    asked: () => questions,
    erase: account => {
      rows.delete(account);
    },
    withAccounts: accounts =>
      asking(() => everyone().filter(({ accountId }) => accounts.includes(accountId))),
    called: pseudonyms => asking(() => everyone().filter(({ pseudonym }) => pseudonyms.includes(pseudonym))),
    introduce: (newcomers, at) =>
      faults.write('introduce people', () => {
        for (const newcomer of newcomers)
          if (!rows.has(newcomer.accountId)) add(newPerson(newcomer, at, random));
        const asked = new Set(newcomers.map(({ accountId }) => accountId));
        return everyone().filter(({ accountId }) => asked.has(accountId));
      }),
  };
}

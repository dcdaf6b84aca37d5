import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { introductionOf } from '../../domain/evidence/person-evidence';
import type { PersonOnRecord } from '../../domain/evidence/person-on-record';
import type { AccountId, Accounts, PseudonymOf } from '../../domain/shared/account';
import { isPseudonym } from '../../domain/shared/pseudonym';
import type { Clock } from '../../ports/clock';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import type { KnownPeople, Recorder } from '../../ports/recorder';

export interface RecorderPorts {
  ledger: Pick<Ledger, 'append' | 'appendAll'>;
  people: People;
  directory: Pick<Directory, 'accounts'>;
  clock: Clock;
}

/** Records in the ledger, and keeps who is who apart from it. Source: domain rules, "Erasure". */
export function ledgerRecorder(ports: RecorderPorts): Recorder {
  const underPseudonyms: Recorder['underPseudonyms'] = async (make, known) => {
    const people = byAccount(known?.people ?? []);
    for (;;) {
      const { made, pseudonymOf, named, unknown } = tried(make, people);
      if (unknown.size === 0) {
        const introductions = [...named].filter(({ isIntroduced }) => !isIntroduced).map(introductionOf);
        return { made, pseudonymOf, people: [...people.values()], introductions };
      }
      for (const person of await onRecord(ports, [...unknown], known)) people.set(person.accountId, person);
    }
  };
  return {
    underPseudonyms,
    record: async (make, known) => {
      const { made, introductions } = await underPseudonyms(make, known);
      await writeAll(ports.ledger, [...introductions, ...made]);
      return made;
    },
  };
}

/** What comes of it with the known people: which of them it names, and who else. */
function tried<Made>(
  make: (pseudonymOf: PseudonymOf) => Made,
  people: ReadonlyMap<AccountId, PersonOnRecord>,
) {
  const named = new Set<PersonOnRecord>();
  const unknown = new Set<AccountId>();
  const pseudonymOf: PseudonymOf = account => {
    if (isPseudonym(account)) return account;
    const person = people.get(account);
    if (person) named.add(person);
    else unknown.add(account);
    return person?.pseudonym ?? account;
  };
  return { made: make(pseudonymOf), pseudonymOf, named, unknown };
}

async function onRecord(
  ports: RecorderPorts,
  accounts: readonly AccountId[],
  known: Partial<KnownPeople> | undefined,
): Promise<PersonOnRecord[]> {
  const unread = accounts.filter(account => !known?.asked?.has(account));
  const found = unread.length === 0 ? [] : await ports.people.withAccounts(unread);
  const isFound = byAccount(found);
  const newcomers = accounts.filter(account => !isFound.has(account));
  if (newcomers.length === 0) return found;
  const unnamed = newcomers.filter(account => !known?.accounts?.has(account));
  const asked: Accounts = unnamed.length === 0 ? new Map() : await ports.directory.accounts(unnamed);
  const nameOf = (account: AccountId) => known?.accounts?.get(account) ?? asked.get(account);
  const introduced = await ports.people.introduce(
    newcomers.map(accountId => ({ accountId, name: nameOf(accountId)?.displayName ?? null })),
    ports.clock.now(),
  );
  return [...found, ...introduced];
}

function byAccount(people: readonly PersonOnRecord[]): Map<AccountId, PersonOnRecord> {
  return new Map(people.map(person => [person.accountId, person]));
}

/** Writes entries in one statement; a single one by a statement that is there already. */
export async function writeAll(
  ledger: RecorderPorts['ledger'],
  entries: readonly EvidenceEntry[],
): Promise<void> {
  const [first, ...others] = entries;
  if (first && others.length === 0) await ledger.append(first);
  else if (first) await ledger.appendAll(entries);
}

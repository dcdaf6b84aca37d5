import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { accountIn, type PersonOnRecord } from '../../domain/evidence/person-on-record';
import { pseudonymsIn } from '../../domain/evidence/pseudonyms-in';
import type { AccountOf, NameOf } from '../../domain/shared/account';
import { FORMER_USER, isPseudonym } from '../../domain/shared/pseudonym';
import type { People } from '../../ports/people';

/** Whom pseudonyms stand for, as far as anyone knows. */
export interface WhoIsWho {
  accountOf: AccountOf;
  /**
   * What someone is called, by pseudonym or account, as they were when they were introduced: an erased or unknown one
   * is a former user.
   */
  nameOf: NameOf;
  people: readonly PersonOnRecord[];
}

/** Who is who in these entries; asked for in one statement, and in none where they name no one. */
export async function whoIsWho(
  people: Pick<People, 'called'>,
  entries: readonly EvidenceEntry[],
): Promise<WhoIsWho> {
  const pseudonyms = pseudonymsIn(entries);
  const known = pseudonyms.size === 0 ? [] : await people.called([...pseudonyms]);
  const byPseudonym = new Map(known.map(person => [person.pseudonym, person]));
  const byAccount = new Map(known.map(person => [person.accountId, person]));
  return {
    accountOf: accountIn(known),
    nameOf: who => {
      const person = byPseudonym.get(who) ?? byAccount.get(who);
      return person?.name ?? (person || isPseudonym(who) ? FORMER_USER : who);
    },
    people: known,
  };
}

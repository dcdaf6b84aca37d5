import type { EvidenceEntry } from '../domain/evidence/evidence-entry';
import type { PersonOnRecord } from '../domain/evidence/person-on-record';
import type { AccountId, Accounts, PseudonymOf } from '../domain/shared/account';

/** The one way to write evidence: everyone is on record under a pseudonym, and introduced once. */
export interface Recorder {
  /**
   * Puts entries on record, and with them the introductions of those who are named for the first time, in one statement.
   * @param make - makes the entries; it has no effects, for it is repeated once it turns out it names
   */
  record<Entries extends readonly EvidenceEntry[]>(
    make: (pseudonymOf: PseudonymOf) => Entries,
    known?: Partial<KnownPeople>,
  ): Promise<Entries>;
  /**
   * Makes something under the pseudonyms of everyone it names, without putting it on record. The person who has none is
   * given one: only then something is written.
   * @param make - as above
   */
  underPseudonyms<Made>(
    make: (pseudonymOf: PseudonymOf) => Made,
    known?: Partial<KnownPeople>,
  ): Promise<UnderPseudonyms<Made>>;
}

/** Whom a run has read already. */
export interface KnownPeople {
  people: readonly PersonOnRecord[];
  /** Those who were asked for: those who are not among the people are new. */
  asked: ReadonlySet<AccountId>;
  /** The names of newcomers are looked up here before Jira is asked. */
  accounts: Accounts;
}

export interface UnderPseudonyms<Made> {
  made: Made;
  pseudonymOf: PseudonymOf;
  /** Those who were known, and those it names. */
  people: readonly PersonOnRecord[];
  /** To be put on record with what was made, or before it: it names and the ledger does not introduce yet. */
  introductions: EvidenceEntry[];
}

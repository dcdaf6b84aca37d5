import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';
import type { Pseudonym } from '../domain/shared/pseudonym';
import type { Newcomer, PersonOnRecord } from '../domain/evidence/person-on-record';

/** Whom evidence names, by pseudonym: the one place that says who is who. */
export interface People {
  /** Those of these accounts who are on record. */
  withAccounts(accounts: readonly AccountId[]): Promise<PersonOnRecord[]>;
  /** Those of these pseudonyms that are known; erased ones are not. */
  called(pseudonyms: readonly Pseudonym[]): Promise<PersonOnRecord[]>;
  /**
   * Gives each of these accounts a pseudonym, once: the person who has one meanwhile keeps it.
   * @returns everyone asked for, as they are on record now
   */
  introduce(newcomers: readonly Newcomer[], at: Instant): Promise<PersonOnRecord[]>;
}

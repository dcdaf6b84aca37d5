import type { AccountId, AccountOf, PseudonymOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import { PSEUDONYM_BYTES, pseudonymFrom, type Pseudonym } from '../shared/pseudonym';

/** Someone evidence names, kept apart from the evidence so that they can be forgotten. */
export interface PersonOnRecord {
  accountId: AccountId;
  pseudonym: Pseudonym;
  /** As they were called when they were introduced; null when Jira did not know them any more. */
  name: string | null;
  /** Keeps the commitment of the introduction from being guessed. */
  salt: string;
  introducedAt: Instant;
  /** Whether the ledger has the entry that introduces them. */
  isIntroduced: boolean;
}

/** Someone who is recorded for the first time. */
export type Newcomer = Pick<PersonOnRecord, 'accountId' | 'name'>;

/** As many random bytes as asked for. */
export type RandomBytes = (count: number) => Uint8Array;

const SALT_BYTES = 32;
/** No name of Jira's is longer. */
const NAME_AT_MOST = 255;

/** Gives someone a pseudonym and a salt. */
export function newPerson({ accountId, name }: Newcomer, at: Instant, random: RandomBytes): PersonOnRecord {
  return {
    accountId,
    pseudonym: pseudonymFrom(random(PSEUDONYM_BYTES)),
    name: name === null ? null : name.slice(0, NAME_AT_MOST),
    salt: Buffer.from(random(SALT_BYTES)).toString('hex'),
    introducedAt: at,
    isIntroduced: false,
  };
}

/** Whom pseudonyms stand for, as far as these people go. */
export function accountIn(people: readonly PersonOnRecord[]): AccountOf {
  const accounts = new Map(people.map(({ pseudonym, accountId }) => [pseudonym, accountId]));
  return pseudonym => accounts.get(pseudonym) ?? pseudonym;
}

/**
 * What these people are called on record. Others keep their account id, which no one on record has:
 * enough to see that something that names them is not there.
 */
export function pseudonymIn(people: readonly PersonOnRecord[]): PseudonymOf {
  const pseudonyms = new Map(people.map(({ pseudonym, accountId }) => [accountId, pseudonym]));
  return account => pseudonyms.get(account) ?? account;
}

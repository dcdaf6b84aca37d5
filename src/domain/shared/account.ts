import { FORMER_USER, isPseudonym, type Pseudonym } from './pseudonym';

/** A Jira account's opaque identifier. */
export type AccountId = string;

/** What the directory says of an account. */
export interface Account {
  accountId: AccountId;
  displayName: string;
  active: boolean;
  /** Only a person can own, hold a role or decide; apps and customer-portal accounts cannot. */
  kind: 'person' | 'app' | 'customer';
}

/** How a person is called in a message. */
export type NameOf = (account: AccountId) => string;

/** Accounts by id; an account that is absent does not exist. */
export type Accounts = ReadonlyMap<AccountId, Account>;

/** What an account is called on record. A pseudonym is called by itself. */
export type PseudonymOf = (account: AccountId) => Pseudonym;

/** Whom a pseudonym stands for; the pseudonym itself where no one can say, and then it equals no account. */
export type AccountOf = (pseudonym: Pseudonym) => AccountId;

/** How people are called by the first of these that knows them; none knows is called by their id. */
export function nameIn(...known: readonly Accounts[]): NameOf {
  return account =>
    known.find(accounts => accounts.has(account))?.get(account)?.displayName ??
    (isPseudonym(account) ? FORMER_USER : account);
}

/** Whether the account exists and may act. */
export function isActive(accounts: Accounts, accountId: AccountId): boolean {
  return accounts.get(accountId)?.active === true;
}

import type { AccountFinding } from '../../../../src/contract/people';
import type { AccountsListed } from '../../../../src/contract/registers';
import { searchText, wordsSought } from '../../components/search-text';

export type Account = AccountsListed['accounts'][number];

/** What the reader looks for. An empty string stands for all. */
export interface AccountFilter {
  text: string;
  service: string;
  environment: string;
  withFindings: '' | 'only';
}

export const NO_ACCOUNT_FILTER: AccountFilter = { text: '', service: '', environment: '', withFindings: '' };

/** The accounts with people's names in place of their ids, to be read and searched. */
export function withNames(accounts: readonly Account[], people: AccountsListed['people']): Account[] {
  const names = new Map(people.map(({ accountId, name }) => [accountId, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return accounts.map(account => ({
    ...account,
    owner: nameOf(account.owner),
    securityContact: nameOf(account.securityContact),
    billingOwner: account.billingOwner === null ? null : nameOf(account.billingOwner),
  }));
}

/** The accounts that have every word looked for and fit every choice. */
export function fittingAccounts(
  accounts: readonly Account[],
  findings: readonly AccountFinding[],
  { text, service, environment, withFindings }: AccountFilter,
): Account[] {
  const found = new Set(findings.map(keyOf));
  const words = wordsSought(text);
  return accounts.filter(
    account =>
      (service === '' || account.service === service) &&
      (environment === '' || account.environment === environment) &&
      (withFindings === '' || found.has(keyOf(account))) &&
      words.every(word => searchText(Object.values(account).map(String)).includes(word)),
  );
}

/** What tells one account from another. */
export const keyOf = ({ provider, accountId }: { provider: string; accountId: string }) =>
  `${provider}\n${accountId}`;

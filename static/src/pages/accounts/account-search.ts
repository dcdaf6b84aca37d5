import type { AccountFinding } from '../../../../src/contract/people';
import type { AccountsListed } from '../../../../src/contract/registers';

export type Account = AccountsListed['accounts'][number];

/** What the reader looks for. An empty string stands for all. */
export interface AccountFilter {
  text: string;
  service: string;
  environment: string;
  withFindings: '' | 'only';
}

export const NO_ACCOUNT_FILTER: AccountFilter = { text: '', service: '', environment: '', withFindings: '' };

/** The accounts that have every word looked for and fit every choice. */
export function fittingAccounts(
  accounts: readonly Account[],
  findings: readonly AccountFinding[],
  { text, service, environment, withFindings }: AccountFilter,
): Account[] {
  const found = new Set(findings.map(keyOf));
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return accounts.filter(
    account =>
      (service === '' || account.service === service) &&
      (environment === '' || account.environment === environment) &&
      (withFindings === '' || found.has(keyOf(account))) &&
      words.every(word => Object.values(account).join('\n').toLowerCase().includes(word)),
  );
}

const keyOf = ({ provider, accountId }: { provider: string; accountId: string }) =>
  `${provider}\n${accountId}`;

import type { Person } from '../../contract/route-explain';
import { nameIn, type AccountId, type Accounts } from '../../domain/shared/account';

/** How the contract shows an account; one that Jira does not know any more keeps its id as its name. */
export function personNamed(accounts: Accounts): (account: AccountId) => Person {
  const name = nameIn(accounts);
  return accountId => ({
    accountId,
    name: name(accountId),
    active: accounts.get(accountId)?.active ?? false,
  });
}

import type { AccountId, Accounts } from '../../domain/shared/account';
import type { Directory } from '../../ports/directory';
import type { Looked } from './look-at-tickets';

/** Everyone an explanation may name: those on the ticket, those its past excludes, and every role holder. */
export async function everyone(
  directory: Pick<Directory, 'accounts'>,
  { records, accounts }: Looked,
  excluded: Iterable<AccountId>,
): Promise<Accounts> {
  const named = [
    ...excluded,
    ...records.holders.map(({ accountId }) => accountId),
    records.matrix?.approvedBy ?? [],
  ].flat();
  const unknown = [...new Set(named)].filter(account => !accounts.has(account));
  return unknown.length === 0 ? accounts : new Map([...accounts, ...(await directory.accounts(unknown))]);
}

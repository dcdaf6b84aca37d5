import type { Account, AccountId } from '../../../src/domain/shared/account';
import type { Directory } from '../../../src/ports/directory';
import type { Faults } from './faults';

export interface MemoryDirectory extends Directory {
  /** The accounts that each question was about. */
  readonly questions: readonly (readonly AccountId[])[];
  get(accountId: AccountId): Account | undefined;
  /** Someone changes their own name. */
  rename(accountId: AccountId, displayName: string): void;
  /** Switches an account on or off. */
  setActive(accountId: AccountId, active: boolean): void;
}

export function memoryDirectory(accounts: Iterable<Account>, faults: Faults): MemoryDirectory {
  const known = new Map([...accounts].map(account => [account.accountId, account]));
  const questions: AccountId[][] = [];
  return {
    questions,
    get: accountId => known.get(accountId),
    rename: (accountId, displayName) => {
      const account = known.get(accountId);
      if (account) known.set(accountId, { ...account, displayName });
    },
    setActive: (accountId, active) => {
      const account = known.get(accountId);
      if (account) known.set(accountId, { ...account, active });
    },
    accounts: ids =>
      faults.read('directory', () => {
        questions.push([...ids]);
        return new Map([...known].filter(([id]) => ids.includes(id)));
      }),
    find: text =>
      faults.read('directory', () => {
        const local = text.endsWith('@aurora.example') ? `acc-${text.replace('@aurora.example', '')}` : text;
        return known.get(local);
      }),
  };
}

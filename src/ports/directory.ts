import type { Account, AccountId, Accounts } from '../domain/shared/account';

/** Jira's accounts. */
export interface Directory {
  /** The accounts of these ids; ids that do not exist are absent from the answer. */
  accounts(ids: readonly AccountId[]): Promise<Accounts>;
  /** The account with exactly this e-mail address or account id, if the site shows it. */
  find(emailOrAccountId: string): Promise<Account | undefined>;
}

/** Accounts that workflows name. */
export interface SiteAccounts {
  /** The app's own account: the one that it reads and moves tickets as. */
  appAccount(): Promise<string>;
}

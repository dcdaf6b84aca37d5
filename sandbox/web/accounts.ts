/** A person of the site, as the sign-in page lists them and as Basic auth knows them. */
export interface SiteAccount {
  accountId: string;
  email: string;
  displayName: string;
  active: boolean;
  /** What they do, in a few words, for the sign-in page. */
  hint?: string | undefined;
  /** A CSS colour. */
  avatarColour?: string | undefined;
}

/** Asked at each request, so that someone who has left is refused from that moment. */
export type Accounts = () => readonly SiteAccount[];

/** Accounts as Jira shows them: over REST. */
import type { JiraContext } from '../context.ts';
import type { User } from '../model.ts';

type UserSite = Pick<JiraContext, 'settings'>;

const AVATAR_SIZES = ['16', '24', '32', '48'] as const;

/** The `UserDetails` of REST v3; inactive accounts are shown with `active: false`. */
export function userBean(user: User, site: UserSite): Record<string, unknown> {
  return {
    self: `${site.settings.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    accountType: user.accountType,
    ...('emailAddress' in user ? { emailAddress: user.emailAddress } : {}),
    avatarUrls: avatarUrls(user, site),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}

export function avatarUrls(user: User, { settings }: UserSite): Record<string, string> {
  const address = `${settings.baseUrl}/avatars/${encodeURIComponent(user.accountId)}`;
  return Object.fromEntries(AVATAR_SIZES.map(size => [`${size}x${size}`, `${address}?size=${size}`]));
}

/** An account that Jira no longer knows, e.g. one whose record was removed. */
export function unknownUser(accountId: string): User {
  return {
    id: accountId,
    accountId,
    accountType: 'atlassian',
    displayName: 'Former user',
    emailAddress: '',
    active: false,
    timeZone: 'Etc/UTC',
  };
}

import { createHash } from 'node:crypto';

/** Who and where the installed app is. Stable across restarts, because workflow rules carry these ids. */
export interface Installation {
  appId: string;
  environmentId: string;
  installationId: string;
  /** The app's own Jira account. */
  accountId: string;
  cloudId: string;
  siteUrl: string;
  /** `ari:cloud:jira::site/{cloudId}`: Forge's installContext. */
  contextAri: string;
}

/**
 * Derives every id from the app's own: the same app has the same ids on any machine.
 * @param site - tells several sites apart: the app has the same account on each
 */
export function installationOf(appId: string, siteUrl: string, site = ''): Installation {
  const cloudId = uuidFrom(`site ${appId}${site}`);
  return {
    appId,
    environmentId: uuidFrom(`environment ${appId}`),
    installationId: uuidFrom(`installation ${appId}${site}`),
    accountId: `557058:${uuidFrom(`account ${appId}`)}`,
    cloudId,
    siteUrl,
    contextAri: `ari:cloud:jira::site/${cloudId}`,
  };
}

/** A version-5-shaped UUID from any text. */
function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { getAppContext } from '@forge/api';
import type { AppIdentity } from '../../ports/jira-site';

/** Which app this is, and in which environment, as its workflow rules and field types name it. */
export function appIdentity(): AppIdentity {
  const { appAri, environmentAri } = getAppContext();
  return { appId: appAri.appId, environmentId: environmentAri.environmentId };
}

/** Milliseconds left of this invocation. */
export function remainingTime(): number {
  return getAppContext().invocationRemainingTimeInMillis();
}

/** The identifier of one of the app's modules. Source: Forge, workflow rules by REST. */
export function moduleAri({ appId, environmentId }: AppIdentity, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;
}

/** The app, environment and key that a module's identifier names; null when it is none. */
export function moduleOfAri(ari: string): (AppIdentity & { moduleKey: string }) | null {
  const found = /^ari:cloud:ecosystem::extension\/([^/]+)\/([^/]+)\/static\/([^/]+)$/.exec(ari);
  const [, appId, environmentId, moduleKey] = found ?? [];
  if (appId === undefined || environmentId === undefined || moduleKey === undefined) return null;
  return { appId, environmentId, moduleKey };
}

import type { ResolverCall } from '../seams.ts';
import type { Installation } from './installation.ts';
import type { AppManifest } from './manifest.ts';
import type { InvocationRuntime } from './workers/messages.ts';

/** What a module asks of the host when its function is called. */
export interface Invocation {
  functionKey: string;
  moduleType: string;
  moduleKey: string;
  args: unknown[];
  /** The person in whose session it runs. */
  principal?: string;
  background?: boolean;
  /** Another invocation waits for this one. */
  nested?: boolean;
}

/** What the @forge packages find in `__forge_runtime__` during an invocation. Source: @forge/api, getAppContext. */
export function runtimeOf(
  app: { installation: Installation; version: string; manifest: AppManifest },
  invocationId: string,
  { functionKey, moduleType, moduleKey, principal }: Invocation,
): InvocationRuntime {
  const { appId, environmentId, installationId, contextAri } = app.installation;
  return {
    appContext: {
      appId,
      appVersion: app.version,
      environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId,
      installationId,
      functionKey,
      moduleType,
      moduleKey,
      permissions: { scopes: app.manifest.scopes.all, external: {} },
    },
    contextAri,
    ...(principal === undefined ? {} : { aaid: principal }),
  };
}

/** The second argument of every function. Licences exist for paid apps in production only, so there is none. */
export function invocationContext(installation: Installation, accountId?: string): Record<string, unknown> {
  const { contextAri, installationId, cloudId, siteUrl } = installation;
  return {
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installContext: contextAri,
    workspaceId: cloudId,
    installation: {
      ari: `ari:cloud:ecosystem::installation/${installationId}`,
      contexts: [{ cloudId, workspaceId: cloudId, siteUrl }],
    },
  };
}

/** `context` of a resolver's request: the page that calls. Source: Forge, "Custom UI resolver". */
export function pageContext(installation: Installation, call: ResolverCall): Record<string, unknown> {
  const { cloudId, siteUrl, environmentId, contextAri, appId } = installation;
  return {
    accountId: call.accountId,
    cloudId,
    siteUrl,
    workspaceId: cloudId,
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${call.moduleKey}`,
    moduleKey: call.moduleKey,
    environmentId,
    environmentType: 'DEVELOPMENT',
    installContext: contextAri,
    locale: 'en-US',
    timezone: 'Etc/UTC',
    extension: call.extension,
  };
}

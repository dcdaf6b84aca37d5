import type { Account, AppModule, InstalledApp } from '../api/sandbox';
import type { Issue } from '../api/issues';
import type { ColorMode } from '../bridge/protocol';

/** What `view.getContext()` resolves to. Source: Forge, Custom UI bridge, view, "getContext". */
export function contextOf(
  module: AppModule,
  extension: Record<string, unknown>,
  account: Account,
  installed: InstalledApp,
  colorMode: ColorMode,
): Record<string, unknown> {
  const { environmentId } = installed.app;
  return {
    accountId: account.accountId,
    ...(installed.cloudId === undefined ? {} : { cloudId: installed.cloudId }),
    environmentId,
    environmentType: 'DEVELOPMENT',
    localId: moduleIdOf(installed, module.key),
    moduleKey: module.key,
    siteUrl: window.location.origin,
    locale: 'en-US',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: {
      colorMode,
      light: 'light',
      dark: 'dark',
      spacing: 'spacing',
      typography: 'typography',
      shape: 'shape',
    },
    extension: { type: module.type, location: window.location.href, ...extension },
  };
}

/** The identifier of one of the app's modules. */
export function moduleIdOf({ app: { appId, environmentId } }: InstalledApp, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;
}

/**
 * `context.extension` of an issue panel. Source: Forge, jira:issuePanel, "Extension data".
 * @param isNew - whether it was just added to the work item
 */
export function issueExtension({ id, key, fields }: Issue, isNew: boolean): Record<string, unknown> {
  const { issuetype, project } = fields;
  return {
    issue: { id, key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
    isNewToIssue: isNew,
  };
}

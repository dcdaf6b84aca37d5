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
  const { appId, environmentId } = installed.app;
  return {
    accountId: account.accountId,
    ...(installed.cloudId === undefined ? {} : { cloudId: installed.cloudId }),
    environmentId,
    environmentType: 'DEVELOPMENT',
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${module.key}`,
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

/** `context.extension` of an issue panel. Source: Forge, jira:issuePanel, "Extension data". */
export function issueExtension({ id, key, fields }: Issue): Record<string, unknown> {
  const { issuetype, project } = fields;
  return {
    issue: { id, key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
    isNewToIssue: false,
  };
}

import { SandboxClock } from '../../../../sandbox/clock.ts';
import type { JiraSettings } from '../../../../sandbox/jira/context.ts';
import type { WorkItemSettings } from '../../../../sandbox/jira/workflow/settings.ts';
import { createJiraSite, type LocalJira } from '../../../../sandbox/jira/site.ts';
import { JiraStore } from '../../../../sandbox/jira/store.ts';
import type { InstalledApp, RestRequest, RestResponse } from '../../../../sandbox/seams.ts';
import { APP_FIELDS } from '../../../../src/domain/work-type/fields';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { appIdentity } from '../../../../src/provisioning/adapters/jira/invocation';
import { jiraSite } from '../../../../src/provisioning/adapters/jira/jira-site';
import { ProvisioningBench } from '../../application/provisioning-bench';
import { asDescribed, expectOfficial } from '../../../support/jira-oracle.ts';
import { enterInvocation } from '../../../support/forge-invocation.ts';

export const ADMINISTRATOR = 'account-admin';

export const APP = {
  appId: '6f0d6e5e-3f0c-4e9e-9a55-2f3f3b6c7d11',
  environmentId: '989ecaa0-261b-406e-b444-000000000000',
  appAccount: '712020:app',
};

const KEPT_FROM_APPS: RestResponse = {
  status: 403,
  body: { errorMessages: ['Not for apps.'], errors: {} },
};

/** As the manifest asks for them. */
export const SCOPES = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
  'storage:app',
  'write:app-data:jira',
];

export interface LocalSite {
  jira: LocalJira;
  /** Every call that the app made, oldest first. */
  calls: { request: RestRequest; response: RestResponse }[];
  /** Loses the answer of the write that comes as number `at` (from 1), or with `reaches: false` the request itself. */
  lose(at: number, reaches: boolean): void;
}

/**
 * A fresh local Jira with the app installed, entered as an invocation by its administrator. Every request of the app
 * that Jira accepts is checked against the official description, and so is its answer.
 * @param keptFromTheApp - requests that Jira refuses with 403, whatever else it would say
 */
export function enterLocalSite(
  settings: Partial<JiraSettings & WorkItemSettings> = {},
  keptFromTheApp: (request: RestRequest) => boolean = () => false,
): LocalSite {
  const jira = createJiraSite({ store: new JiraStore(':memory:'), clock: new SandboxClock(), settings });
  jira.createUser({
    accountId: ADMINISTRATOR,
    displayName: 'Ada Admin',
    email: 'admin@aurora.example',
    groups: ['jira-administrators'],
  });
  jira.install(installedApp());
  const calls: LocalSite['calls'] = [];
  let loss: { at: number; reaches: boolean } | undefined;
  let writes = 0;
  enterInvocation({
    ...APP,
    caller: ADMINISTRATOR,
    scopes: SCOPES,
    remainingTime: () => 25_000,
    async answer(request) {
      writes += isWrite(request) ? 1 : 0;
      const lost = isWrite(request) && loss?.at === writes ? loss : undefined;
      if (lost?.reaches === false) throw new Error('The connection was lost.');
      const response = keptFromTheApp(request) ? KEPT_FROM_APPS : await jira.handle(request);
      calls.push({ request, response });
      if (lost) throw new Error('The connection was lost.');
      if (response.status < 400) expectOfficial(request, asDescribed(response));
      return response;
    },
  });
  return {
    jira,
    calls,
    lose(at, reaches) {
      writes = 0;
      loss = { at, reaches };
    },
  };
}

/** Set-up of one work type over REST: Jira is the local one that was entered last, everything else is in memory. */
export function benchOn(bench = new ProvisioningBench([CLOUD_ACCOUNT_REQUEST])): ProvisioningBench {
  Object.assign(bench.deps, { site: jiraSite(), app: appIdentity });
  return bench;
}

/** Whether the request changes Jira: reads that need a body are made with POST. */
export function isWrite({ method, path }: RestRequest): boolean {
  return (
    method !== 'GET' &&
    !/\/(workflows(\/create\/validation)?|workflowscheme\/read|panel\/action\/bulk\/status|search\/jql|permissions\/check)$/.test(
      path,
    )
  );
}

function installedApp(): InstalledApp {
  return {
    appId: APP.appId,
    environmentId: APP.environmentId,
    name: 'Remit',
    accountId: APP.appAccount,
    modules: {
      issuePanels: [{ key: 'responsibility-panel' }],
      customFields: Object.values(APP_FIELDS).map(({ moduleKey, name, type }) => ({
        key: moduleKey,
        name,
        description: '',
        type: type === 'user' ? 'user' : 'string',
        readOnly: true,
      })),
      workflowConditions: [{ key: 'who-may', name: 'Remit - who can use it', expression: 'false' }],
      workflowValidators: [{ key: 'gate', name: 'Remit - gate' }],
    },
    validate: () => Promise.resolve({ result: true }),
    publish: () => undefined,
  };
}

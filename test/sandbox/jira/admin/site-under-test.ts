import { SandboxClock } from '../../../../sandbox/clock.ts';
import type { JiraSettings } from '../../../../sandbox/jira/context.ts';
import { createJiraSite, type LocalJira } from '../../../../sandbox/jira/site.ts';
import { JiraStore } from '../../../../sandbox/jira/store.ts';
import type { Identity, InstalledApp, RestResponse } from '../../../../sandbox/seams.ts';
import { expectOfficial, expectOfficialAnswer } from '../../../support/jira-oracle.ts';

export const APP_ACCOUNT = '712020:app';

/** The scopes of the app's manifest. */
export const APP_SCOPES = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
];

/** Who calls: an account's short name, the app as itself, or no one. */
export type Caller = 'admin' | 'engineer' | 'leaver' | 'app' | 'anonymous';

export interface SiteUnderTest {
  site: LocalJira;
  /** Calls, and checks both the request and its answer against the official description. */
  call(method: string, path: string, body?: unknown, as?: Caller): Promise<RestResponse>;
  /** The same for a request that is wrong on purpose: only its answer is checked. */
  refused(method: string, path: string, body?: unknown, as?: Caller): Promise<RestResponse>;
  /** Calls and returns the body; throws unless the answer is a success. */
  ok<T>(method: string, path: string, body?: unknown, as?: Caller): Promise<T>;
}

/** A fresh site in memory with an administrator, an engineer, someone who left, and the app. */
export function siteUnderTest(settings: Partial<JiraSettings> = {}): SiteUnderTest {
  const site = createJiraSite({ store: new JiraStore(':memory:'), clock: new SandboxClock(), settings });
  const people = [
    {
      accountId: 'admin',
      displayName: 'Ada Admin',
      email: 'admin@aurora.example',
      groups: ['jira-administrators'],
    },
    {
      accountId: 'engineer',
      displayName: 'Eve Engineer',
      email: 'engineer@aurora.example',
      groups: ['staff'],
    },
    { accountId: 'leaver', displayName: 'Lee Leaver', email: 'leaver@aurora.example', active: false },
  ];
  for (const person of people) site.createUser(person);
  site.install(app());
  const send = (method: string, path: string, body: unknown, as: Caller) => {
    const request = {
      method,
      path: `/rest/api/3/${path}`,
      identity: identityOf(as),
      ...(body === undefined ? {} : { body }),
      ...(as === 'app' ? { scopes: APP_SCOPES } : {}),
    };
    return { request, answer: site.handle(request) };
  };
  return {
    site,
    async call(method, path, body, as = 'admin') {
      const { request, answer } = send(method, path, body, as);
      expectOfficial(request, await answer);
      return answer;
    },
    async refused(method, path, body, as = 'admin') {
      const { request, answer } = send(method, path, body, as);
      expectOfficialAnswer(request, await answer);
      return answer;
    },
    async ok<T>(method: string, path: string, body?: unknown, as: Caller = 'admin') {
      const { request, answer } = send(method, path, body, as);
      const response = await answer;
      if (response.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(response)}`);
      expectOfficial(request, response);
      return response.body as T;
    },
  };
}

/** The installed app: one read-only field, a validator and a condition. */
export function app(): InstalledApp {
  return {
    appId: '36415848-6868-4697-9554-000000000000',
    environmentId: '989ecaa0-261b-406e-b444-000000000000',
    name: 'Remit',
    accountId: APP_ACCOUNT,
    modules: {
      issuePanels: [{ key: 'panel' }],
      customFields: [
        { key: 'accountable', name: 'Accountable', description: 'Who decides', type: 'user', readOnly: true },
      ],
      workflowConditions: [
        { key: 'gov-approver-condition', name: 'Approver is accountable', expression: 'true' },
      ],
      workflowValidators: [
        { key: 'gov-transition-gate', name: 'Gate' },
        { key: 'gov-approval-gate', name: 'Approval gate' },
      ],
    },
    validate: () => Promise.resolve({ result: true }),
    publish: () => undefined,
  };
}

function identityOf(as: Caller): Identity {
  if (as === 'anonymous') return { kind: 'anonymous' };
  return as === 'app' ? { kind: 'app', accountId: APP_ACCOUNT } : { kind: 'user', accountId: as };
}

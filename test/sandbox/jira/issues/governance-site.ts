/** A site with one project, GOV, whose work items have a field of every kind, and an app whose rules tests supply. */
import { SandboxClock } from '../../../../sandbox/clock.ts';
import { createUser } from '../../../../sandbox/jira/admin/people.ts';
import { issueRoutes } from '../../../../sandbox/jira/issues/routes.ts';
import type { WorkflowTransition } from '../../../../sandbox/jira/model.ts';
import { Router } from '../../../../sandbox/jira/rest/router.ts';
import { createJiraSite } from '../../../../sandbox/jira/site.ts';
import { JiraStore } from '../../../../sandbox/jira/store.ts';
import type { WorkItemSettings } from '../../../../sandbox/jira/workflow/settings.ts';
import type {
  AppWorkflowRule,
  Identity,
  InstalledApp,
  ProductEvent,
  RestResponse,
  ValidatorPayload,
} from '../../../../sandbox/seams.ts';
import { asDescribed, expectOfficial, expectOfficialAnswer } from '../../../support/jira-oracle.ts';
import { appField, seedProject, type ChangeTransitions } from './governance-project.ts';

export { FIELD, PRODUCTION, RETIRED, STAGING } from './governance-fields.ts';
export { STATUS, TRANSITION } from './governance-project.ts';

export const APP = {
  appId: '36415848-6868-4697-9554-000000000000',
  environmentId: '989ecaa0-261b-406e-b444-000000000000',
  accountId: '712020:app',
};

export type Caller = 'admin' | 'engineer' | 'approver' | 'reader' | 'outsider' | 'app' | 'appAsEngineer';

export interface GovernanceSite {
  site: ReturnType<typeof createJiraSite>;
  clock: SandboxClock;
  store: JiraStore;
  events: ProductEvent[];
  /** What the function validators were asked, in order. */
  validated: { moduleKey: string; payload: ValidatorPayload }[];
  /** The app's fields: `accountable` (user) and `contentHash` (string), both read-only. */
  appFields: { accountable: string; contentHash: string };
  /** Calls, and checks the request and the answer against the official description. */
  call(as: Caller, method: string, path: string, body?: unknown): Promise<RestResponse>;
  /** The same for a request that is wrong on purpose: only its answer is checked. */
  refused(as: Caller, method: string, path: string, body?: unknown): Promise<RestResponse>;
  /** The body of a call that must succeed. */
  ok<T = Record<string, unknown>>(as: Caller, method: string, path: string, body?: unknown): Promise<T>;
  /** Creates a work item and gives its key. */
  create(fields?: Record<string, unknown>, as?: Caller): Promise<string>;
  move(as: Caller, key: string, transitionId: string, rest?: Record<string, unknown>): Promise<RestResponse>;
  statusOf(key: string): string | undefined;
  set(settings: Partial<WorkItemSettings>): void;
}

export interface SiteOptions {
  store?: JiraStore;
  transitions?: ChangeTransitions;
  conditions?: AppWorkflowRule[];
  validators?: AppWorkflowRule[];
  validate?: InstalledApp['validate'];
  settings?: Partial<WorkItemSettings> & {
    validators?: 'all' | 'until-first-refusal';
    random?: () => number;
  };
}

export function governanceSite(options: SiteOptions = {}): GovernanceSite {
  const store = options.store ?? new JiraStore(':memory:');
  const clock = new SandboxClock();
  const site = createJiraSite({ store, clock, settings: options.settings ?? {} });
  const events: ProductEvent[] = [];
  const validated: GovernanceSite['validated'] = [];
  seedPeople(site);
  site.install(app(options, events, validated));
  seedProject(site, options.transitions);
  const router = new Router(issueRoutes(site.context));
  const send = (as: Caller, method: string, path: string, body: unknown) => {
    const request = {
      method,
      path: `/rest/api/3/${path}`,
      identity: identityOf(as),
      ...(body === undefined ? {} : { body }),
    };
    return { request, answer: router.handle(request) };
  };
  const governance: GovernanceSite = {
    site,
    clock,
    store,
    events,
    validated,
    appFields: { accountable: appField(site, 'accountable'), contentHash: appField(site, 'content-hash') },
    async call(as, method, path, body) {
      const { request, answer } = send(as, method, path, body);
      expectOfficial(request, asDescribed(await answer));
      return answer;
    },
    async refused(as, method, path, body) {
      const { request, answer } = send(as, method, path, body);
      expectOfficialAnswer(request, asDescribed(await answer));
      return answer;
    },
    async ok<T>(as: Caller, method: string, path: string, body?: unknown) {
      const answer = await governance.call(as, method, path, body);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
      return answer.body as T;
    },
    async create(fields = {}, as = 'engineer') {
      const body = { fields: { ...PLACE, summary: 'An account for billing', ...fields } };
      return (await governance.ok<{ key: string }>(as, 'POST', 'issue', body)).key;
    },
    move: (as, key, transitionId, rest = {}) =>
      governance.refused(as, 'POST', `issue/${key}/transitions`, {
        transition: { id: transitionId },
        ...rest,
      }),
    statusOf: key => site.context.records.issues.find(issue => issue.key === key)?.statusId,
    set(settings) {
      Object.assign(site.context.settings, settings);
    },
  };
  return governance;
}

export const PLACE = { project: { key: 'GOV' }, issuetype: { name: 'Cloud account request' } };

/** A document of one paragraph. */
export function doc(text: string): Record<string, unknown> {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

/** A rule of the app on a transition. */
export function forgeRule(
  kind: 'condition' | 'validator',
  moduleKey: string,
  config: Record<string, unknown> = {},
) {
  const key = `ari:cloud:ecosystem::extension/${APP.appId}/${APP.environmentId}/static/${moduleKey}`;
  const id = `rule-${moduleKey}`;
  return {
    id,
    ruleKey: `forge:expression-${kind}`,
    parameters: { key, id, config: JSON.stringify(config), disabled: 'false' },
  };
}

/** The conditions of a transition, all of which must hold. */
export function all(
  ...conditions: ReturnType<typeof forgeRule>[]
): NonNullable<WorkflowTransition['conditions']> {
  return { operation: 'ALL', conditionGroups: [], conditions };
}

function identityOf(as: Caller): Identity {
  if (as === 'app') return { kind: 'app', accountId: APP.accountId };
  return { kind: 'user', accountId: as === 'appAsEngineer' ? 'engineer' : as };
}

function seedPeople({ context }: ReturnType<typeof createJiraSite>): void {
  const add = (accountId: string, displayName: string, groups: string[], active = true) =>
    createUser(context, { accountId, displayName, email: `${accountId}@aurora.example`, groups, active });
  add('admin', 'Ada Admin', ['jira-administrators', 'staff']);
  add('engineer', 'Eve Engineer', ['staff']);
  add('approver', 'Ari Approver', ['staff']);
  add('reader', 'Rae Reader', ['readers']);
  add('outsider', 'Oz Outsider', []);
  add('leaver', 'Lee Leaver', ['staff'], false);
}

function app(
  options: SiteOptions,
  events: ProductEvent[],
  validated: GovernanceSite['validated'],
): InstalledApp {
  const field = (key: string, name: string, type: 'user' | 'string') => ({
    key,
    name,
    description: '',
    type,
    readOnly: true,
  });
  return {
    ...APP,
    name: 'Remit',
    modules: {
      issuePanels: [{ key: 'panel' }],
      customFields: [
        field('accountable', 'Accountable', 'user'),
        field('content-hash', 'Content hash', 'string'),
      ],
      workflowConditions: options.conditions ?? [],
      workflowValidators: options.validators ?? [],
    },
    validate(moduleKey, payload) {
      validated.push({ moduleKey, payload });
      return options.validate ? options.validate(moduleKey, payload) : Promise.resolve({ result: true });
    },
    publish: event => events.push(event),
  };
}

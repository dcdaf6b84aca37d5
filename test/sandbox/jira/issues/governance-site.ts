/** A site with one project, GOV, whose work items have a field of every kind, and an app whose rules tests supply. */
import { SandboxClock } from '../../../../sandbox/clock.ts';
import { createUser } from '../../../../sandbox/jira/admin/people.ts';
import { issueRoutes } from '../../../../sandbox/jira/issues/routes.ts';
import type { Field, WorkflowTransition } from '../../../../sandbox/jira/model.ts';
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
import { expectOfficial, expectOfficialAnswer } from '../../../support/jira-oracle.ts';

export const APP = {
  appId: '36415848-6868-4697-9554-000000000000',
  environmentId: '989ecaa0-261b-406e-b444-000000000000',
  accountId: '712020:app',
};

/** Field ids by what they hold. */
export const FIELD = {
  text: 'customfield_20001',
  paragraph: 'customfield_20002',
  owner: 'customfield_20003',
  service: 'customfield_20004',
  regions: 'customfield_20005',
  until: 'customfield_20006',
  meeting: 'customfield_20007',
  contacts: 'customfield_20008',
  cost: 'customfield_20009',
  link: 'customfield_20010',
  tags: 'customfield_20011',
  /** Not on any screen. */
  offScreen: 'customfield_20012',
  /** Of work items elsewhere. */
  elsewhere: 'customfield_20013',
} as const;

export const STATUS = { requested: '501', awaiting: '502', approved: '503', rejected: '504' } as const;
export const TRANSITION = {
  create: '1',
  submit: '11',
  approve: '21',
  reject: '31',
  approveAgain: '41',
} as const;
export const PRODUCTION = '30001';
export const STAGING = '30002';
export const RETIRED = '30003';

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
  /** Changes the transitions before the project is made. */
  transitions?: (transitions: Record<keyof typeof TRANSITION, WorkflowTransition>) => void;
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
  seedProject(site, options);
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

/** The schema of a change has only texts where the description's own examples, and Jira, have null. */
function asDescribed(answer: RestResponse): RestResponse {
  if (answer.body === undefined) return answer;
  const isUnset = (key: string, value: unknown) => value === null && CHANGE.has(key);
  const text = JSON.stringify(answer.body, (key, value: unknown) => (isUnset(key, value) ? '' : value));
  return { ...answer, body: JSON.parse(text) as unknown };
}

const CHANGE = new Set(['from', 'fromString', 'to', 'toString']);

function identityOf(as: Caller): Identity {
  if (as === 'app') return { kind: 'app', accountId: APP.accountId };
  return { kind: 'user', accountId: as === 'appAsEngineer' ? 'engineer' : as };
}

type Site = ReturnType<typeof createJiraSite>;

function appField(site: Site, moduleKey: string): string {
  const field = site.context.records.fields.find(({ key }) => key?.endsWith(`__${moduleKey}`) ?? false);
  if (!field) throw new Error(`The app's field ${moduleKey} was not registered.`);
  return field.id;
}

function seedPeople({ context }: Site): void {
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

const CUSTOM = 'com.atlassian.jira.plugin.system.customfieldtypes';

function seedFields({ context: { records } }: Site): void {
  const add = (
    id: string,
    name: string,
    type: string,
    schema: { type: string; items?: string },
    projectIds: string[] = [],
  ) => {
    const field: Field = {
      id,
      name,
      description: '',
      custom: true,
      type: `${CUSTOM}:${type}`,
      schema: { ...schema, custom: `${CUSTOM}:${type}`, customId: Number(id.slice(12)) },
      readOnly: false,
    };
    records.fields.put(field);
    records.fieldContexts.put({
      id: `c${id}`,
      fieldId: id,
      name,
      description: '',
      projectIds,
      issueTypeIds: [],
    });
  };
  add(FIELD.text, 'Account ID', 'textfield', { type: 'string' });
  add(FIELD.paragraph, 'Compensating controls', 'textarea', { type: 'string' });
  add(FIELD.owner, 'Account owner', 'userpicker', { type: 'user' });
  add(FIELD.service, 'Environment', 'select', { type: 'option' });
  add(FIELD.regions, 'Regions', 'multiselect', { type: 'array', items: 'option' });
  add(FIELD.until, 'Access until', 'datepicker', { type: 'date' });
  add(FIELD.meeting, 'Meeting', 'datetime', { type: 'datetime' });
  add(FIELD.contacts, 'Contacts', 'multiuserpicker', { type: 'array', items: 'user' });
  add(FIELD.cost, 'Cost', 'float', { type: 'number' });
  add(FIELD.link, 'Link', 'url', { type: 'string' });
  add(FIELD.tags, 'Tags', 'labels', { type: 'array', items: 'string' });
  add(FIELD.offScreen, 'Off screen', 'textfield', { type: 'string' });
  add(FIELD.elsewhere, 'Elsewhere', 'textfield', { type: 'string' }, ['999']);
  const option = (id: string, fieldId: string, value: string, position: number, disabled = false) =>
    records.fieldOptions.put({ id, contextId: `c${fieldId}`, fieldId, value, disabled, position });
  option(PRODUCTION, FIELD.service, 'Production', 0);
  option(STAGING, FIELD.service, 'Staging', 1);
  option(RETIRED, FIELD.service, 'Mainframe', 2, true);
  option('30011', FIELD.regions, 'Europe', 0);
  option('30012', FIELD.regions, 'America', 1);
}

function seedProject(site: Site, options: SiteOptions): void {
  const { records } = site.context;
  if (records.projects.get('600')) return;
  seedFields(site);
  const category = {
    requested: 'TODO',
    awaiting: 'IN_PROGRESS',
    approved: 'IN_PROGRESS',
    rejected: 'DONE',
  } as const;
  const names = {
    requested: 'Requested',
    awaiting: 'Awaiting approval',
    approved: 'Approved',
    rejected: 'Rejected',
  };
  for (const key of ['requested', 'awaiting', 'approved', 'rejected'] as const) {
    records.statuses.put({
      id: STATUS[key],
      name: names[key],
      description: '',
      statusCategory: category[key],
    });
  }
  records.issueTypes.put({ id: '700', name: 'Cloud account request', description: '', hierarchyLevel: 0 });
  records.issueTypeSchemes.put({ id: '701', name: 'GOV types', description: '', issueTypeIds: ['700'] });
  seedScreens(site);
  seedWorkflow(site, options);
  seedPermissions(site);
  records.projects.put({
    id: '600',
    key: 'GOV',
    name: 'Governance',
    description: '',
    projectTypeKey: 'business',
    leadAccountId: 'admin',
    assigneeType: 'UNASSIGNED',
    issueTypeSchemeId: '701',
    issueTypeScreenSchemeId: '704',
    workflowSchemeId: '705',
    permissionSchemeId: '706',
  });
}

function seedScreens(site: Site): void {
  const { records } = site.context;
  const everywhere = ['summary', 'description', 'reporter', 'assignee', 'labels', 'priority', 'duedate'];
  const own = Object.values(FIELD).filter(id => id !== FIELD.offScreen);
  const app = [appField(site, 'accountable'), appField(site, 'content-hash')];
  const screen = (id: string, fieldIds: string[]) =>
    records.screens.put({ id, name: id, description: '', tabs: [{ id: `${id}1`, name: 'Tab', fieldIds }] });
  screen('702', [...everywhere, ...own, ...app]);
  screen('707', ['description', 'assignee', 'labels', 'priority', 'duedate', 'resolution', ...own, ...app]);
  records.screenSchemes.put({ id: '703', name: 'GOV', description: '', screens: { default: '702' } });
  records.issueTypeScreenSchemes.put({
    id: '704',
    name: 'GOV',
    description: '',
    mappings: [{ issueTypeId: 'default', screenSchemeId: '703' }],
  });
}

function seedWorkflow({ context: { records } }: Site, options: SiteOptions): void {
  const transition = (
    id: string,
    name: string,
    from: string[],
    to: string,
    type: WorkflowTransition['type'] = 'DIRECTED',
  ): WorkflowTransition => ({
    id,
    type,
    name,
    description: '',
    from,
    to,
    validators: [],
    actions: [],
    properties: {},
  });
  const { requested, awaiting, approved, rejected } = STATUS;
  const transitions = {
    create: transition(TRANSITION.create, 'Create', [], requested, 'INITIAL'),
    submit: { ...transition(TRANSITION.submit, 'Submit', [requested], awaiting), screenId: '707' },
    approve: transition(TRANSITION.approve, 'Approve', [awaiting], approved),
    reject: transition(TRANSITION.reject, 'Reject', [], rejected, 'GLOBAL'),
    approveAgain: transition(TRANSITION.approveAgain, 'Confirm', [approved], approved),
  };
  options.transitions?.(transitions);
  records.workflows.put({
    id: 'b1c8f0f4-0000-4000-8000-000000000001',
    name: 'GOV: Cloud account request',
    description: '',
    version: { id: 'v1', versionNumber: 1 },
    statuses: Object.values(STATUS).map(statusId => ({
      statusId,
      properties: statusId === rejected ? { 'jira.issue.editable': 'false' } : {},
    })),
    transitions: Object.values(transitions),
  });
  records.workflowSchemes.put({
    id: '705',
    name: 'GOV',
    description: '',
    defaultWorkflow: 'jira',
    issueTypeMappings: { '700': 'GOV: Cloud account request' },
  });
}

function seedPermissions({ context: { records } }: Site): void {
  const group = (name: string) => records.groups.find(one => one.name === name)?.id ?? name;
  const staff = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ASSIGN_ISSUES'];
  const more = [
    'ASSIGNABLE_USER',
    'ADD_COMMENTS',
    'EDIT_OWN_COMMENTS',
    'DELETE_OWN_COMMENTS',
    'SCHEDULE_ISSUES',
  ];
  const administration = ['MODIFY_REPORTER', 'DELETE_ISSUES', 'EDIT_ALL_COMMENTS'];
  const grants = [
    ...[...staff, ...more].map(permission => ({ permission, type: 'group', value: group('staff') })),
    { permission: 'BROWSE_PROJECTS', type: 'group', value: group('readers') },
    ...administration.map(permission => ({ permission, type: 'user', value: 'admin' })),
  ];
  records.permissionSchemes.put({
    id: '706',
    name: 'GOV',
    description: '',
    permissions: grants.map(({ permission, type, value }, index) => ({
      id: String(index),
      permission,
      holder: { type, parameter: value, value },
    })),
  });
}

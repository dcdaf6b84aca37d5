/** The real local Jira with one small space, and a host whose app refuses to submit without an owner. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SandboxClock } from '../../../sandbox/clock.ts';
import type { Field, WorkflowTransition } from '../../../sandbox/jira/model.ts';
import { inProject, pin } from '../../../sandbox/jira/panels/panel-pins.ts';
import { createJiraSite, type LocalJira } from '../../../sandbox/jira/site.ts';
import { JiraStore } from '../../../sandbox/jira/store.ts';
import type { ForgeHost, InstalledApp } from '../../../sandbox/seams.ts';
import type { SiteAccount } from '../../../sandbox/web/accounts.ts';
import { startServer } from '../../../sandbox/web/server.ts';

export const PEOPLE: readonly (SiteAccount & { groups?: string[] })[] = [
  { ...person('admin', 'Mats Ekholm', 'Jira administrator'), groups: ['jira-administrators'] },
  person('cloud', 'Priya Raman', 'Cloud Platform Owner'),
  person('engineer', 'Ravi Patel', 'Engineer'),
  { ...person('leaver', 'Oskar Nyman', 'Left the company'), active: false },
];

function person(name: string, displayName: string, hint: string): SiteAccount {
  return { accountId: `id-${name}`, email: `${name}@aurora.example`, displayName, active: true, hint };
}

const APP = {
  appId: '36415848-6868-4697-9554-000000000000',
  environmentId: '989ecaa0-261b-406e-b444-000000000000',
};
export const OWNER_MISSING =
  'OWNER_NOT_NAMED: Name an Account owner who is a person and still active.\nAnyone who can edit this ticket can name one.';

/** The demo's app: one read-only field and one function validator. */
function demoApp(): InstalledApp {
  return {
    ...APP,
    name: 'Remit',
    accountId: 'id-app',
    modules: {
      issuePanels: [{ key: 'demo-panel' }],
      customFields: [
        { key: 'accountable', name: 'Accountable', description: '', type: 'user', readOnly: true },
      ],
      workflowConditions: [],
      workflowValidators: [{ key: 'gate', name: 'Gate' }],
    },
    validate: (_, { transition }) => {
      const named = Object.values(transition.modifiedFields).some(
        value => value !== null && typeof value === 'object',
      );
      return Promise.resolve(named ? { result: true } : { result: false, errorMessage: OWNER_MISSING });
    },
    publish: () => undefined,
  };
}

function demoHost(folder: string): ForgeHost {
  let answers = 0;
  return {
    app: demoApp(),
    uiModules: [
      { type: 'jira:issuePanel', key: 'demo-panel', title: 'Responsibility', folder, entry: 'panel.html' },
      { type: 'jira:adminPage', key: 'demo-admin', title: 'Remit', folder, entry: 'panel.html' },
    ],
    contentPermissions: { styles: ['unsafe-inline'] },
    invokeResolver: ({ functionKey, accountId, extension }) => {
      answers += 1;
      return Promise.resolve({ functionKey, accountId, type: extension['type'], answers });
    },
    deliver: () => Promise.reject(new Error('Nothing is delivered here.')),
    runScheduled: () => Promise.resolve({ statusCode: 204 }),
    clockMoved: () => undefined,
    settle: () => Promise.resolve(),
    set: settings => ({ eventDelayMs: 0, pointsPerHour: 65_000, ...settings }),
    points: () => ({ used: 0, perHour: 65_000, resetsAt: '2026-12-01T01:00:00.000Z' }),
    calls: () => [],
    addFault: () => undefined,
    clearFaults: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/** Writes the space's records: what the administration routes would write. */
function seedSpace({ context: { records, store } }: LocalJira): void {
  const field = (name: string, type: string, schemaType: string): Field => {
    const number = Number(store.nextId('customField'));
    const custom = `com.atlassian.jira.plugin.system.customfieldtypes:${type}`;
    const id = `customfield_${String(number)}`;
    records.fieldContexts.put({
      id: store.nextId('fieldContext'),
      fieldId: id,
      name: 'Default',
      description: '',
      projectIds: [],
      issueTypeIds: [],
    });
    return records.fields.put({
      id,
      name,
      description: '',
      custom: true,
      type: custom,
      schema: { type: schemaType, custom, customId: number },
      readOnly: false,
    });
  };
  const select = (name: string, values: string[]): Field => {
    const made = field(name, 'select', 'option');
    const contextId = records.fieldContexts.find(each => each.fieldId === made.id)?.id ?? '';
    values.forEach((value, position) => {
      records.fieldOptions.put({
        id: store.nextId('fieldOption'),
        contextId,
        fieldId: made.id,
        value,
        disabled: false,
        position,
      });
    });
    return made;
  };
  const service = select('Cloud service', ['AWS', 'Google Cloud', 'GitHub']);
  const environment = select('Environment', ['Production', 'Staging', 'Development']);
  const owner = field('Account owner', 'userpicker', 'user');
  const until = field('Access until', 'datepicker', 'date');
  const controls = field('Compensating controls', 'textarea', 'string');
  const status = (name: string, statusCategory: 'TODO' | 'IN_PROGRESS' | 'DONE') =>
    records.statuses.put({ id: store.nextId('status'), name, description: '', statusCategory }).id;
  const [requested, awaiting, approved] = [
    status('Requested', 'TODO'),
    status('Awaiting approval', 'IN_PROGRESS'),
    status('Approved', 'DONE'),
  ];
  const screen = (name: string, fieldIds: string[]) =>
    records.screens.put({
      id: store.nextId('screen'),
      name,
      description: '',
      tabs: [{ id: store.nextId('screenTab'), name: 'Fields', fieldIds }],
    }).id;
  const main = screen('Request', [
    'summary',
    'description',
    service.id,
    environment.id,
    owner.id,
    until.id,
    controls.id,
    'labels',
    'assignee',
    'reporter',
  ]);
  const submit = screen('Submit', [owner.id]);
  const screenScheme = records.screenSchemes.put({
    id: store.nextId('screenScheme'),
    name: 'Request',
    description: '',
    screens: { default: main },
  }).id;
  const typeScreens = records.issueTypeScreenSchemes.put({
    id: store.nextId('issueTypeScreenScheme'),
    name: 'Request',
    description: '',
    mappings: [{ issueTypeId: 'default', screenSchemeId: screenScheme }],
  }).id;
  const type = records.issueTypes.put({
    id: store.nextId('issueType'),
    name: 'Cloud account request',
    description: '',
    hierarchyLevel: 0,
  }).id;
  const types = records.issueTypeSchemes.put({
    id: store.nextId('issueTypeScheme'),
    name: 'Request',
    description: '',
    issueTypeIds: [type],
  }).id;
  const gate = {
    id: 'r1',
    ruleKey: 'forge:expression-validator',
    parameters: {
      key: `ari:cloud:ecosystem::extension/${APP.appId}/${APP.environmentId}/static/gate`,
      config: '{}',
      id: 'r1',
      disabled: 'false',
    },
  };
  const move = (
    id: string,
    name: string,
    from: string[],
    to: string,
    more: Partial<WorkflowTransition> = {},
  ): WorkflowTransition => ({
    id,
    name,
    type: from.length === 0 ? 'INITIAL' : 'DIRECTED',
    description: '',
    from,
    to,
    validators: [],
    actions: [],
    properties: {},
    ...more,
  });
  records.workflows.put({
    id: 'wf-request',
    name: 'Request',
    description: '',
    version: { id: 'v1', versionNumber: 1 },
    statuses: [requested, awaiting, approved].map(statusId => ({ statusId, properties: {} })),
    transitions: [
      move('1', 'Create', [], requested),
      move('11', 'Submit', [requested], awaiting, { screenId: submit, validators: [gate] }),
      move('21', 'Approve', [awaiting], approved, { validators: [gate] }),
      move('31', 'Rework', [awaiting], requested),
    ],
  });
  const workflowScheme = records.workflowSchemes.put({
    id: store.nextId('workflowScheme'),
    name: 'Request',
    description: '',
    defaultWorkflow: 'Request',
    issueTypeMappings: {},
  }).id;
  records.projects.put({
    id: store.nextId('project'),
    key: 'GOV',
    name: 'Governance',
    description: '',
    projectTypeKey: 'business',
    leadAccountId: 'id-admin',
    assigneeType: 'UNASSIGNED',
    issueTypeSchemeId: types,
    issueTypeScreenSchemeId: typeScreens,
    workflowSchemeId: workflowScheme,
    permissionSchemeId: '0',
  });
}

const BUILD = fileURLToPath(new URL('../../../sandbox/web/build-shell.ts', import.meta.url));

/** Builds the shell, in a process of its own because Vite does not run within Jest, and serves it. */
export async function startDemo() {
  const shellFolder = join(mkdtempSync(join(tmpdir(), 'shell-')), 'shell');
  await promisify(execFile)(process.execPath, [BUILD, shellFolder]);
  const clock = new SandboxClock();
  const jira = createJiraSite({ store: new JiraStore(':memory:'), clock });
  for (const { accountId, displayName, email, active, groups = ['staff'] } of PEOPLE) {
    jira.createUser({ accountId, displayName, email, active, groups });
  }
  const host = demoHost(fileURLToPath(new URL('./demo-page/', import.meta.url)));
  jira.install(host.app);
  seedSpace(jira);
  jira.context.records.projects.all().forEach(({ id }) => {
    pin(jira.context, 'demo-panel', inProject(id));
  });
  const server = await startServer({
    jira,
    host,
    clock,
    accounts: () => PEOPLE,
    port: 0,
    shellFolder,
  });
  return { ...server, jira };
}

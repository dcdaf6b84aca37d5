import { beforeEach, describe, expect, it } from '@jest/globals';
import { provisionedSite, workflowPayload, type ProvisionedSite } from './provisioned.ts';

type Payload = ReturnType<typeof workflowPayload>;
type Workflow = Payload['workflows'][number];
type Loose = Record<string, unknown>;

let site: ProvisionedSite;

beforeEach(async () => {
  site = await provisionedSite();
});

/** The provisioned workflow under another name, with one thing about it changed. */
function payload(change: (approve: Loose, workflow: Loose, whole: Loose) => void = () => undefined): Loose {
  const whole = structuredClone(workflowPayload(site.ids)) as Payload;
  const workflow = whole.workflows[0] as Workflow;
  workflow.name = 'Another workflow';
  change(workflow.transitions[1] as Loose, workflow as unknown as Loose, whole as unknown as Loose);
  return whole as unknown as Loose;
}

const errorsOf = async (body: Loose) => {
  const answer = await site.refused('POST', 'workflows/create/validation', { payload: body });
  return (answer.body as { errors: { code: string; type: string; elementReference?: Loose }[] }).errors;
};

const rule = (ruleKey: string, parameters: Record<string, unknown> = {}) => ({ ruleKey, parameters });
const forge = (changes: Record<string, unknown>) => {
  const key =
    'ari:cloud:ecosystem::extension/36415848-6868-4697-9554-000000000000/989ecaa0-261b-406e-b444-000000000000/static/gov-approval-gate';
  return rule('forge:expression-validator', { key, config: '{}', disabled: 'false', id: 'x', ...changes });
};

describe('the validation of workflows', () => {
  it('finds nothing wrong with a sound workflow, which can then be created', async () => {
    expect(await errorsOf(payload())).toEqual([]);
    expect((await site.call('POST', 'workflows/create', payload())).status).toBe(200);
  });

  it.each<[string, string, string, (approve: Loose, workflow: Loose, whole: Loose) => void]>([
    [
      'a name that is taken',
      'WORKFLOW',
      'NON_UNIQUE_WORKFLOW_NAME',
      (_a, w) => (w['name'] = 'gov: POLICY exception'),
    ],
    [
      'a new status whose name is taken',
      'STATUS',
      'NON_UNIQUE_STATUS_NAME',
      (_a, _w, all) =>
        (all['statuses'] as Loose[]).push({
          statusReference: 'n',
          name: 'in progress',
          statusCategory: 'TODO',
        }),
    ],
    [
      'a status id that is unknown',
      'STATUS',
      'STATUS_NOT_FOUND',
      (_a, _w, all) =>
        (all['statuses'] as Loose[]).push({
          statusReference: 'n',
          id: '99999',
          name: 'New',
          statusCategory: 'TODO',
        }),
    ],
    [
      'the same reference twice',
      'STATUS',
      'NON_UNIQUE_STATUS_REFERENCE',
      (_a, _w, all) =>
        (all['statuses'] as Loose[]).push({ statusReference: 'r', name: 'New', statusCategory: 'TODO' }),
    ],
    [
      'a status that the request lacks',
      'STATUS_LAYOUT',
      'STATUS_NOT_FOUND',
      (_a, w) => (w['statuses'] as Loose[]).push({ statusReference: 'nowhere', properties: {} }),
    ],
    [
      'a transition to a status that it lacks',
      'TRANSITION',
      'STATUS_NOT_IN_WORKFLOW',
      a => (a['toStatusReference'] = 'nowhere'),
    ],
    [
      'a transition from a status that it lacks',
      'TRANSITION',
      'STATUS_NOT_IN_WORKFLOW',
      a => (a['links'] = [{ fromStatusReference: 'nowhere' }]),
    ],
    ['a directed transition from nowhere', 'TRANSITION', 'NO_SOURCE_STATUS', a => (a['links'] = [])],
    [
      'a global transition from somewhere',
      'TRANSITION',
      'UNEXPECTED_SOURCE_STATUS',
      a => (a['type'] = 'GLOBAL'),
    ],
    ['the same transition id twice', 'TRANSITION', 'NON_UNIQUE_TRANSITION_ID', a => (a['id'] = '1')],
    [
      'two initial transitions',
      'WORKFLOW',
      'NOT_ONE_INITIAL_TRANSITION',
      (_a, w) =>
        (w['transitions'] as Loose[]).push({
          id: '2',
          type: 'INITIAL',
          name: 'Again',
          toStatusReference: 'r',
        }),
    ],
    [
      'conditions on the initial transition',
      'TRANSITION',
      'INITIAL_TRANSITION_HAS_CONDITIONS',
      (_a, w) =>
        ((w['transitions'] as Loose[])[0] = {
          id: '1',
          type: 'INITIAL',
          name: 'Create',
          toStatusReference: 'r',
          conditions: { operation: 'ALL' },
        }),
    ],
    [
      'a screen on the initial transition',
      'RULE',
      'RULE_NOT_FOR_INITIAL_TRANSITION',
      (a, w) => (((w['transitions'] as Loose[])[0] as Loose)['transitionScreen'] = a['transitionScreen']),
    ],
    [
      'a screen that is unknown',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a => (a['transitionScreen'] = rule('system:transition-screen', { screenId: '99999' })),
    ],
    [
      'a rule that Jira does not have',
      'RULE',
      'UNKNOWN_RULE',
      a => (a['validators'] = [rule('system:be-nice')]),
    ],
    [
      'a condition among the validators',
      'RULE',
      'RULE_OF_ANOTHER_KIND',
      a => (a['validators'] = [rule('system:separation-of-duties')]),
    ],
    [
      'a required field that is unknown',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['validators'] = [
          rule('system:validate-field-value', {
            ruleType: 'fieldRequired',
            fieldsRequired: 'customfield_99999',
            ignoreContext: 'true',
          }),
        ]),
    ],
    [
      'a parameter that the rule lacks',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a => (a['validators'] = [forge({ colour: 'red' })]),
    ],
    [
      'a parameter that is missing',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a => (a['validators'] = [rule('system:check-permission-validator')]),
    ],
    [
      'a role that is unknown',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['conditions'] = {
          operation: 'ANY',
          conditions: [rule('system:restrict-issue-transition', { roleIds: '10002,77' })],
        }),
    ],
    [
      'accounts, which only team-managed spaces take',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['conditions'] = {
          operation: 'ANY',
          conditions: [rule('system:restrict-issue-transition', { accountIds: 'admin' })],
        }),
    ],
    [
      'a text field among the people',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['conditions'] = {
          operation: 'ANY',
          conditions: [
            rule('system:restrict-issue-transition', { allowUserCustomFields: site.ids.fields.text }),
          ],
        }),
    ],
    [
      'a status that is unknown, in a nested group',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['conditions'] = {
          operation: 'ALL',
          conditionGroups: [
            {
              operation: 'ANY',
              conditions: [rule('system:separation-of-duties', { fromStatusId: '99999' })],
            },
          ],
        }),
    ],
    [
      'a module that the app lacks',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['validators'] = [
          forge({
            key: 'ari:cloud:ecosystem::extension/36415848-6868-4697-9554-000000000000/989ecaa0-261b-406e-b444-000000000000/static/none',
          }),
        ]),
    ],
    [
      'a module of an app that is not installed',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['validators'] = [
          forge({ key: 'ari:cloud:ecosystem::extension/other/env/static/gov-approval-gate' }),
        ]),
    ],
    [
      'a configuration that is not JSON',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a => (a['validators'] = [forge({ config: '{' })]),
    ],
    [
      'a switch that is neither on nor off',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a => (a['validators'] = [forge({ disabled: 'no' })]),
    ],
    [
      'an assignee who is not named',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a => (a['actions'] = [rule('system:change-assignee', { type: 'to-selected-user' })]),
    ],
  ])('finds %s, and creation refuses it', async (_name, type, code, change) => {
    const wrong = payload(change);
    const workflows = site.site.context.records.workflows.all().length;
    const statuses = site.site.context.records.statuses.all().length;
    expect(await errorsOf(wrong)).toContainEqual(expect.objectContaining({ type, code, level: 'ERROR' }));
    const refused = await site.refused('POST', 'workflows/create', wrong);
    expect(refused.status).toBe(400);
    expect(site.site.context.records.workflows.all()).toHaveLength(workflows);
    expect(site.site.context.records.statuses.all()).toHaveLength(statuses);
  });

  it.each<[string, RegExp, (approve: Loose, workflow: Loose) => void]>([
    [
      'a parameter that is not text',
      /transitions.1.validators.0.parameters.disabled/,
      a => (a['validators'] = [forge({ disabled: false })]),
    ],
    [
      'conditions without an operation',
      /transitions.1.conditions.operation/,
      a => (a['conditions'] = { conditions: [] }),
    ],
    ['a property that Jira does not know', /colour/, a => (a['colour'] = 'red')],
    ['a transition without an id', /transitions.1.id/, a => delete a['id']],
    ['a name of 256 characters', /workflows.0.name/, (_a, w) => (w['name'] = 'x'.repeat(256))],
  ])('refuses %s before looking further', async (_name, where, change) => {
    for (const [path, body] of [
      ['workflows/create', payload(change)],
      ['workflows/create/validation', { payload: payload(change) }],
    ] as const) {
      const { status, body: answer } = await site.refused('POST', path, body);
      expect(status).toBe(400);
      expect(Object.keys((answer as { errors: object }).errors).join()).toMatch(where);
    }
  });

  it.each<[string, (approve: Loose, workflow: Loose, whole: Loose) => void]>([
    ['triggers', a => (a['triggers'] = [{ ruleKey: 'system:development-trigger', parameters: {} }])],
    [
      'a rule of Jira that is not carried out here',
      a => (a['actions'] = [rule('system:trigger-webhook', { webhookId: '1' })]),
    ],
    [
      'a field that must have changed',
      a =>
        (a['validators'] = [
          rule('system:validate-field-value', { ruleType: 'fieldChanged', fieldKey: 'summary' }),
        ]),
    ],
    [
      'a workflow of a team-managed space',
      (_a, _w, all) => (all['scope'] = { type: 'PROJECT', project: { id: '1' } }),
    ],
    [
      'another name for a known status',
      (_a, _w, all) => (((all['statuses'] as Loose[])[0] as Loose)['name'] = 'Asked'),
    ],
  ])('says that %s is not modelled', async (_name, change) => {
    const request = {
      method: 'POST',
      path: '/rest/api/3/workflows/create',
      body: payload(change),
      identity: { kind: 'user', accountId: 'admin' },
    } as const;
    expect(await site.site.handle(request)).toMatchObject({
      status: 501,
      body: { errorMessages: [expect.stringMatching(/^NOT_MODELLED: /)] },
    });
  });
});

interface Read {
  statuses: { id: string; statusReference: string }[];
  workflows: { version: { id: string; versionNumber: number }; transitions: Loose[]; name: string }[];
}

const read = () => site.ok<Read>('POST', 'workflows', { workflowIds: [site.ids.workflow.id] });

describe('a workflow', () => {
  it('reads back as it was written, with its own ids of statuses', async () => {
    const { workflows, statuses } = await read();
    expect(statuses.map(({ id, statusReference }) => [id, statusReference])).toEqual([
      [site.ids.statuses.requested, site.ids.statuses.requested],
      [site.ids.statuses.approved, site.ids.statuses.approved],
    ]);
    expect(workflows[0]?.transitions[1]).toMatchObject({
      id: '11',
      type: 'DIRECTED',
      links: [{ fromStatusReference: site.ids.statuses.requested, fromPort: 0, toPort: 1 }],
      toStatusReference: site.ids.statuses.approved,
      transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId: site.ids.screen } },
      conditions: {
        operation: 'ALL',
        conditions: [
          { ruleKey: 'forge:expression-condition' },
          { ruleKey: 'system:restrict-issue-transition' },
        ],
      },
      validators: [
        { ruleKey: 'forge:expression-validator', parameters: { config: '{"v":1}', disabled: 'false' } },
      ],
    });
  });

  it('gives the rules of apps another parameters.id at every reading', async () => {
    const idOf = (answer: Read) => {
      const validators = answer.workflows[0]?.transitions[1]?.['validators'] as {
        parameters: { id: string };
      }[];
      return validators[0]?.parameters.id;
    };
    const [first, second] = [idOf(await read()), idOf(await read())];
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  it('is found by a part of its name, so that an exact name needs comparing', async () => {
    await site.ok(
      'POST',
      'workflows/create',
      payload((_a, w) => (w['name'] = 'GOV: Policy exception v2')),
    );
    const found = await site.ok<{ values: { name: string; transitions?: unknown }[]; total: number }>(
      'GET',
      'workflows/search?queryString=gov: policy exception',
    );
    expect(found.values.map(({ name }) => name)).toEqual([
      'GOV: Policy exception',
      'GOV: Policy exception v2',
    ]);
    expect(found.values[0]).not.toHaveProperty('transitions');
    const active = await site.ok<{ values: { name: string }[] }>('GET', 'workflows/search?isActive=true');
    expect(active.values.map(({ name }) => name)).toEqual(['GOV: Policy exception', 'jira']);
  });

  const updating = (change: (workflow: Loose) => void = () => undefined) => {
    const { statuses, workflows } = workflowPayload(site.ids);
    const [{ statuses: places, transitions }] = workflows as [Workflow];
    const workflow: Loose = {
      id: site.ids.workflow.id,
      version: site.ids.workflow.version,
      statuses: places,
      transitions: transitions.slice(0, 1),
    };
    change(workflow);
    return { statuses, workflows: [workflow] };
  };

  it('is replaced as a whole, under a new version', async () => {
    const [{ version, transitions }] = (
      await site.ok<{ workflows: [Read['workflows'][number]] }>('POST', 'workflows/update', updating())
    ).workflows;
    expect(version).toMatchObject({ versionNumber: site.ids.workflow.version.versionNumber + 1 });
    expect(version.id).not.toBe(site.ids.workflow.version.id);
    expect(transitions.map(({ id }) => id)).toEqual(['1']);
  });

  it('refuses 409 a change of a version that is no longer the present one', async () => {
    await site.ok('POST', 'workflows/update', updating());
    const late = await site.call('POST', 'workflows/update', updating());
    expect(late.status).toBe(409);
    const number = await site.refused(
      'POST',
      'workflows/update',
      updating(w => (w['version'] = { ...site.ids.workflow.version, versionNumber: 7 })),
    );
    expect(number.status).toBe(409);
  });

  it('keeps a status that work items are in', async () => {
    const { records } = site.site.context;
    records.issues.put({
      id: '1',
      key: 'GOV-1',
      projectId: site.ids.project,
      issueTypeId: site.ids.issueType,
      statusId: site.ids.statuses.approved,
      created: '',
      updated: '',
      creator: 'admin',
      fields: {},
      properties: {},
    });
    const without = updating(workflow => {
      workflow['statuses'] = [{ statusReference: 'r', properties: {} }];
    });
    const refused = await site.refused('POST', 'workflows/update', without);
    expect(refused).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining("'Approved'")] },
    });
    records.issues.remove('1');
    expect((await site.call('POST', 'workflows/update', without)).status).toBe(200);
  });

  it('is not the one that Jira comes with', async () => {
    const jira = site.site.context.records.workflows.find(({ name }) => name === 'jira');
    const refused = await site.refused(
      'POST',
      'workflows/update',
      updating(w => Object.assign(w, { id: jira?.id, version: jira?.version })),
    );
    expect(refused).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining("'jira' cannot be edited")] },
    });
  });

  it('goes once no scheme has it', async () => {
    const created = await site.ok<{ workflows: [{ id: string }] }>('POST', 'workflows/create', payload());
    expect((await site.call('DELETE', `workflow/${created.workflows[0].id}`)).status).toBe(204);
    expect((await site.call('DELETE', `workflow/${created.workflows[0].id}`)).status).toBe(404);
    expect((await site.call('DELETE', `workflow/${site.ids.workflow.id}`)).status).toBe(400);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { anotherWorkflow, type Change, type Loose } from './another-workflow.ts';
import { provisionedSite, type ProvisionedSite } from './provisioned.ts';

let site: ProvisionedSite;

beforeEach(async () => {
  site = await provisionedSite();
});

const payload = (change?: Change) => anotherWorkflow(site.ids, change);

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
      'a changed field that is required too',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['validators'] = [
          rule('system:validate-field-value', {
            ruleType: 'fieldChanged',
            fieldKey: 'summary',
            fieldsRequired: 'summary',
          }),
        ]),
    ],
    [
      'a resolution that is unknown',
      'RULE',
      'INVALID_RULE_PARAMETERS',
      a =>
        (a['actions'] = [
          rule('system:update-field', { field: 'resolution', value: 'Done', mode: 'replace' }),
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
      'a field that must match a pattern',
      a =>
        (a['validators'] = [
          rule('system:validate-field-value', {
            ruleType: 'fieldMatchesRegularExpression',
            fieldKey: 'summary',
            regexp: '[0-9]{4}',
          }),
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

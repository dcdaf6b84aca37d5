import { describe, expect, it } from '@jest/globals';
import {
  doc,
  FIELD,
  forgeRule,
  governanceSite,
  PLACE,
  PRODUCTION,
  STATUS,
  TRANSITION,
  type SiteOptions,
} from '../issues/governance-site.ts';

type Rule = ReturnType<typeof forgeRule>;
type Validators = Rule[];

const GATE = { key: 'gate', name: 'Gate' };

const onSubmit = (validators: Validators, options: SiteOptions = {}): SiteOptions => ({
  validators: [GATE],
  ...options,
  transitions: ({ submit }) => {
    submit.validators = validators;
  },
});

const required = (fieldId: string, errorMessage = '') => ({
  ...forgeRule('validator', 'unused'),
  ruleKey: 'system:validate-field-value',
  parameters: {
    ruleType: 'fieldRequired',
    fieldsRequired: fieldId,
    ignoreContext: 'true',
    errorMessage,
  } as unknown as ReturnType<typeof forgeRule>['parameters'],
});

describe('an expression validator', () => {
  const saying = (expression: string, errorMessage?: string) =>
    governanceSite(
      onSubmit([forgeRule('validator', 'gate', { limit: 10 })], {
        validators: [{ ...GATE, expression, ...(errorMessage === undefined ? {} : { errorMessage }) }],
      }),
    );

  it.each([
    ['the edits of the screen', `issue.${FIELD.cost} == 5`],
    ['the ticket as it was', `originalIssue.${FIELD.cost} == 7`],
    ['its configuration', `issue.${FIELD.cost} < config.limit`],
    ['the user', "user.accountId == 'engineer'"],
    ['where it goes', "transition.to.name == 'Awaiting approval' && transition.from.name == 'Requested'"],
    ['the project and the workflow', "project.key == 'GOV' && workflow.name == 'GOV: Cloud account request'"],
    ['a select', `issue.${FIELD.service}.value == 'Production'`],
    ['a paragraph', `issue.${FIELD.paragraph}.plainText == 'Reviewed'`],
    ['a day', `issue.${FIELD.until} == '2027-01-31'`],
    ['what is unset', `issue.${FIELD.text} == null && issue.${FIELD.owner} == null`],
  ])('sees %s', async (_what, expression) => {
    const fields = {
      [FIELD.cost]: 5,
      [FIELD.service]: { id: PRODUCTION },
      [FIELD.paragraph]: doc('Reviewed'),
      [FIELD.until]: '2027-01-31',
    };
    for (const [said, status] of [
      [expression, 204],
      [`!(${expression})`, 400],
    ] as const) {
      const gov = saying(said);
      const key = await gov.create({ [FIELD.cost]: 7 });
      expect((await gov.move('engineer', key, TRANSITION.submit, { fields })).status).toBe(status);
    }
  });

  it.each([
    ['false', 'false', "The manifest's words", "The manifest's words"],
    ['a text', "'Ask ' + user.displayName", "The manifest's words", 'Ask Eve Engineer'],
    ['an error', 'issue.nothing', "The manifest's words", "The manifest's words"],
  ])('that gives %s refuses, with the right words', async (_what, expression, words, expected) => {
    const gov = saying(expression, words);
    const key = await gov.create();
    expect(await gov.move('engineer', key, TRANSITION.submit)).toMatchObject({
      status: 400,
      body: { errorMessages: [expected] },
    });
  });

  it('that fails tells the app', async () => {
    const gov = saying('issue.nothing');
    await gov.move('engineer', await gov.create(), TRANSITION.submit);
    const failures = gov.events.filter(({ eventType }) => eventType === 'avi:jira:failed:expression');
    expect(failures).toHaveLength(1);
    expect(failures[0]?.payload).toMatchObject({ validatorId: 'rule-gate', expression: 'issue.nothing' });
  });
});

describe('a required field', () => {
  it('can be a paragraph, which a document without text does not fill', async () => {
    const gov = governanceSite(onSubmit([required(FIELD.paragraph, 'Say why.')]));
    const key = await gov.create();
    const submit = (text: string) =>
      gov.move('engineer', key, TRANSITION.submit, { fields: { [FIELD.paragraph]: doc(text) } });
    expect(await submit(' ')).toMatchObject({ status: 400, body: { errorMessages: ['Say why.'] } });
    expect((await submit('The old one ends in May.')).status).toBe(204);
    expect(await gov.ok('engineer', 'GET', `issue/${key}?fields=${FIELD.paragraph}`)).toMatchObject({
      fields: { [FIELD.paragraph]: doc('The old one ends in May.') },
    });
    expect(await gov.ok('engineer', 'GET', `issue/${key}/changelog`)).toMatchObject({
      values: [{ items: [{ field: 'Compensating controls', toString: 'The old one ends in May.' }, {}] }],
    });
  });

  it('refuses the transition until the screen or the ticket has it', async () => {
    const gov = governanceSite(onSubmit([required(FIELD.owner, 'Name the owner.')]));
    const key = await gov.create();
    const refused = { status: 400, body: { errorMessages: ['Name the owner.'], errors: {} } };
    expect(await gov.move('engineer', key, TRANSITION.submit)).toMatchObject(refused);
    const fields = { [FIELD.owner]: { accountId: 'engineer' } };
    expect((await gov.move('engineer', key, TRANSITION.submit, { fields })).status).toBe(204);
  });

  it('is checked when a work item is created, too', async () => {
    const gov = governanceSite({
      transitions: ({ create }) => {
        create.validators = [required(FIELD.owner)];
      },
    });
    const body = { fields: { ...PLACE, summary: 'x' } };
    expect(await gov.refused('engineer', 'POST', 'issue', body)).toMatchObject({
      status: 400,
      body: { errorMessages: ['Account owner is required.'] },
    });
    expect(await gov.create({ [FIELD.owner]: { accountId: 'engineer' } })).toBe('GOV-1');
  });
});

describe('a field that has to change', () => {
  const changed = (fieldKey: string, more: Record<string, string> = {}) => ({
    ...required(fieldKey),
    parameters: { ruleType: 'fieldChanged', fieldKey, ...more } as unknown as Rule['parameters'],
  });

  it('refuses the transition until the screen gives it another value', async () => {
    const gov = governanceSite(onSubmit([changed(FIELD.paragraph)]));
    const key = await gov.create({ [FIELD.paragraph]: doc('Monthly') });
    for (const fields of [{}, { [FIELD.paragraph]: doc('Monthly') }]) {
      expect(await gov.move('engineer', key, TRANSITION.submit, { fields })).toMatchObject({
        status: 400,
        body: { errorMessages: ['Compensating controls must be changed.'] },
      });
    }
    const fields = { [FIELD.paragraph]: doc('Weekly') };
    expect((await gov.move('engineer', key, TRANSITION.submit, { fields })).status).toBe(204);
  });

  it('is not asked of the groups that are exempt', async () => {
    const words = { errorMessage: 'Say why.', groupsExemptFromValidation: 'readers, jira-administrators' };
    const gov = governanceSite(onSubmit([changed('summary', words)]));
    const key = await gov.create();
    expect(await gov.move('engineer', key, TRANSITION.submit)).toMatchObject({
      body: { errorMessages: ['Say why.'] },
    });
    expect((await gov.move('admin', key, TRANSITION.submit)).status).toBe(204);
  });
});

describe('several validators', () => {
  const three = [required(FIELD.text, 'text'), required(FIELD.owner, 'owner'), required(FIELD.cost, 'cost')];

  it('all say what is wrong where the site runs them all', async () => {
    const gov = governanceSite(onSubmit(three, { settings: { validators: 'all' } }));
    const answer = await gov.move('engineer', await gov.create(), TRANSITION.submit);
    const { errorMessages } = answer.body as { errorMessages: string[] };
    expect([...errorMessages].sort()).toEqual(['cost', 'owner', 'text']);
  });

  it.each([
    [0, 'owner'],
    [0.99, 'text'],
  ])('say one thing, by chance (%s), where the site stops at the first', async (chance, first) => {
    const settings = { validators: 'until-first-refusal' as const, random: () => chance };
    const gov = governanceSite(onSubmit(three, { settings }));
    const answer = await gov.move('engineer', await gov.create(), TRANSITION.submit);
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: [first] } });
  });

  it('run in an order that chance decides', async () => {
    let seed = 1;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const gov = governanceSite(onSubmit(three, { settings: { validators: 'all', random } }));
    const orders = new Set<string>();
    for (let turn = 0; turn < 20; turn++) {
      const answer = await gov.move('engineer', await gov.create(), TRANSITION.submit);
      orders.add((answer.body as { errorMessages: string[] }).errorMessages.join());
    }
    expect(orders.size).toBeGreaterThan(3);
  });

  it.each(['forge:workflow-post-function', 'system:trigger-webhook'])(
    'and an action that is not modelled (%s) refuse the transition by name before anything runs',
    async ruleKey => {
      const gov = governanceSite({
        validators: [GATE],
        transitions: ({ submit }) => {
          submit.validators = [forgeRule('validator', 'gate')];
          submit.actions = [{ id: 'x', ruleKey, parameters: {} }];
        },
      });
      const key = await gov.create();
      const answer = await gov
        .move('engineer', key, TRANSITION.submit)
        .catch((error: unknown) => String(error));
      expect(JSON.stringify(answer)).toContain('501');
      expect(gov.validated).toEqual([]);
      expect(gov.statusOf(key)).toBe(STATUS.requested);
    },
  );
});

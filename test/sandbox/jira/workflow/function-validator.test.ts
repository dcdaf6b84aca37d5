import { describe, expect, it } from '@jest/globals';
import {
  doc,
  FIELD,
  forgeRule,
  governanceSite,
  PRODUCTION,
  STATUS,
  TRANSITION,
  type SiteOptions,
} from '../issues/governance-site.ts';

type Validators = ReturnType<typeof forgeRule>[];

const GATE = { key: 'gate', name: 'Gate' };

const onSubmit = (validators: Validators, options: SiteOptions = {}): SiteOptions => ({
  validators: [GATE],
  ...options,
  transitions: ({ submit }) => {
    submit.validators = validators;
  },
});

describe('a function validator', () => {
  it('is told the work item, its configuration, the statuses and the edits, and nothing of the user', async () => {
    const gov = governanceSite(onSubmit([forgeRule('validator', 'gate', { gates: ['complete'] })]));
    const key = await gov.create({
      [FIELD.text]: 'before',
      labels: ['a'],
      [FIELD.contacts]: [{ accountId: 'approver' }],
    });
    const fields = {
      [FIELD.text]: 'after',
      [FIELD.paragraph]: doc('Reviewed monthly'),
      [FIELD.owner]: { accountId: 'approver' },
      [FIELD.service]: { value: 'Production' },
      [FIELD.regions]: [{ value: 'Europe' }],
      [FIELD.until]: '2027-01-31',
      [FIELD.meeting]: '2026-12-24T18:00:00.000Z',
      [FIELD.contacts]: [],
      [FIELD.cost]: 3,
      [FIELD.link]: null,
      labels: [],
      assignee: { accountId: 'engineer' },
      duedate: '2027-01-01',
      priority: { name: 'Medium' },
      description: doc('Completely new'),
      resolution: { name: 'Done' },
      // These are on the screen too, and the function is told nothing of them.
      summary: 'Another summary',
      [FIELD.team]: { name: 'staff' },
    };
    expect((await gov.move('engineer', key, TRANSITION.submit, { fields })).status).toBe(204);
    const option = (id: string, value: string) => ({
      self: `http://localhost:8080/rest/api/3/customFieldOption/${id}`,
      value,
      id,
    });
    expect(gov.validated).toEqual([
      {
        moduleKey: 'gate',
        payload: {
          issue: { key },
          configuration: { gates: ['complete'] },
          transition: {
            from: { id: STATUS.requested },
            to: { id: STATUS.awaiting },
            modifiedFields: {
              [FIELD.text]: 'after',
              [FIELD.paragraph]: doc('Reviewed monthly'),
              [FIELD.owner]: { accountId: 'approver' },
              [FIELD.service]: option(PRODUCTION, 'Production'),
              [FIELD.regions]: [option('30011', 'Europe')],
              [FIELD.until]: '2027-01-31',
              [FIELD.meeting]: '2026-12-24T18:00:00.000+0000',
              [FIELD.contacts]: null,
              [FIELD.cost]: 3,
              labels: null,
              assignee: { accountId: 'engineer' },
              description: doc('Completely new'),
              resolution: expect.objectContaining({ id: '10000', name: 'Done' }) as unknown,
            },
          },
        },
      },
    ]);
  });

  it('is told of a forged field of an app, where the site lets one through', async () => {
    const gov = governanceSite(
      onSubmit([forgeRule('validator', 'gate')], { settings: { readOnlyOnTransition: 'accept' } }),
    );
    const key = await gov.create();
    const { accountable, contentHash } = gov.appFields;
    const fields = { [accountable]: { accountId: 'engineer' }, [contentHash]: 'abc' };
    await gov.move('engineer', key, TRANSITION.submit, { fields });
    expect(gov.validated[0]?.payload.transition.modifiedFields).toEqual(fields);
  });

  it('refuses with its own words, and changes nothing', async () => {
    const validate = () => Promise.resolve({ result: false, errorMessage: 'Name the account owner.' });
    const gov = governanceSite(onSubmit([forgeRule('validator', 'gate')], { validate }));
    const key = await gov.create();
    const fields = { [FIELD.text]: 'x' };
    expect(await gov.move('engineer', key, TRANSITION.submit, { fields })).toMatchObject({
      status: 400,
      body: { errorMessages: ['Name the account owner.'], errors: {} },
    });
    expect(gov.statusOf(key)).toBe(STATUS.requested);
    expect(await gov.ok('engineer', 'GET', `issue/${key}/changelog`)).toMatchObject({ total: 0 });
    expect(gov.events.map(({ eventType }) => eventType)).toEqual(['avi:jira:created:issue']);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['throws', () => Promise.reject(new Error('secret of the app'))],
    ['answers nothing', () => Promise.resolve(undefined)],
    ['answers something else', () => Promise.resolve({ allowed: true })],
    ['answers no Boolean', () => Promise.resolve({ result: 'true' })],
    ['refuses without words', () => Promise.resolve({ result: false })],
  ])('that %s lets nothing pass, and tells the person nothing of it', async (_what, validate) => {
    const gov = governanceSite(onSubmit([forgeRule('validator', 'gate')], { validate }));
    const key = await gov.create();
    const answer = await gov.move('engineer', key, TRANSITION.submit);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(gov.statusOf(key)).toBe(STATUS.requested);
  });

  it('of an app that is not installed lets nothing pass', async () => {
    const gov = governanceSite(onSubmit([forgeRule('validator', 'gate')], { validators: [] }));
    const key = await gov.create();
    expect((await gov.move('engineer', key, TRANSITION.submit)).status).toBe(400);
    expect(gov.validated).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  FIELD,
  forgeRule,
  governanceSite,
  PRODUCTION,
  STAGING,
  STATUS,
  TRANSITION,
  type Caller,
  type GovernanceSite,
} from '../issues/governance-site.ts';

const INVALID = (id: string) => `Transition id '${id}' is not valid for this issue.`;

async function offered(gov: GovernanceSite, as: Caller, key: string): Promise<string[]> {
  const { transitions } = await gov.ok<{ transitions: { name: string }[] }>(
    as,
    'GET',
    `issue/${key}/transitions`,
  );
  return transitions.map(({ name }) => name);
}

describe('the transitions of a work item', () => {
  it('are those that leave its status', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    expect(await offered(gov, 'engineer', key)).toEqual(['Submit', 'Reject']);
    expect(await gov.move('engineer', key, TRANSITION.approve)).toMatchObject({
      status: 400,
      body: { errorMessages: [INVALID(TRANSITION.approve)] },
    });
    expect((await gov.move('engineer', key, TRANSITION.submit)).status).toBe(204);
    expect(await offered(gov, 'engineer', key)).toEqual(['Approve', 'Reject']);
  });

  it('are hidden from and refused to people who may not move work items', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    expect(await offered(gov, 'reader', key)).toEqual([]);
    expect((await gov.move('reader', key, TRANSITION.submit)).status).toBe(400);
    expect((await gov.move('outsider', key, TRANSITION.submit)).status).toBe(404);
    expect(gov.statusOf(key)).toBe(STATUS.requested);
  });

  it('tell what their screen takes, without the fields that only apps write', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const path = `issue/${key}/transitions?expand=transitions.fields`;
    const { transitions } = await gov.ok<{ transitions: Record<string, unknown>[] }>('engineer', 'GET', path);
    expect(transitions[0]).toMatchObject({
      name: 'Submit',
      hasScreen: true,
      to: { name: 'Awaiting approval' },
    });
    expect(transitions[0]?.['fields']).toMatchObject({
      [FIELD.service]: {
        name: 'Environment',
        operations: ['set'],
        allowedValues: [{ id: PRODUCTION }, { id: STAGING }],
      },
    });
    expect(transitions[0]?.['fields']).not.toHaveProperty(gov.appFields.accountable);
    expect(transitions[1]).toMatchObject({ name: 'Reject', hasScreen: false, isGlobal: true, fields: {} });
  });
});

describe('two transitions at once', () => {
  it('let the first through and refuse the second as a conflict', async () => {
    const waiting: (() => void)[] = [];
    const gov = governanceSite({
      validators: [{ key: 'gate', name: 'Gate' }],
      validate: () =>
        new Promise(resolve =>
          waiting.push(() => {
            resolve({ result: true });
          }),
        ),
      transitions: ({ submit }) => {
        submit.validators = [forgeRule('validator', 'gate')];
      },
    });
    const key = await gov.create();
    const both = [gov.move('engineer', key, TRANSITION.submit), gov.move('approver', key, TRANSITION.submit)];
    await Promise.resolve();
    expect(waiting).toHaveLength(2);
    for (const release of waiting) release();
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(gov.statusOf(key)).toBe(STATUS.awaiting);
    expect(await gov.ok('engineer', 'GET', `issue/${key}/changelog`)).toMatchObject({ total: 1 });
  });

  it('keep an edit that was made while the validators ran', async () => {
    let release: () => void = () => undefined;
    const gov = governanceSite({
      validators: [{ key: 'gate', name: 'Gate' }],
      validate: () =>
        new Promise(resolve => {
          release = () => {
            resolve({ result: true });
          };
        }),
      transitions: ({ submit }) => {
        submit.validators = [forgeRule('validator', 'gate')];
      },
    });
    const key = await gov.create();
    const moving = gov.move('engineer', key, TRANSITION.submit);
    await gov.ok('approver', 'PUT', `issue/${key}`, { fields: { summary: 'Edited meanwhile' } });
    release();
    expect((await moving).status).toBe(204);
    const { fields } = await gov.ok<{ fields: Record<string, unknown> }>('engineer', 'GET', `issue/${key}`);
    expect(fields).toMatchObject({ summary: 'Edited meanwhile', status: { id: STATUS.awaiting } });
  });
});

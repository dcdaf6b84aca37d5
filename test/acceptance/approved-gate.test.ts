import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { Governance } from './site/governance.ts';
import { changeWorkflow, changing, type Transition } from './site/workflow.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());
afterEach(repair);

const progress = z.object({ step: z.object({ changes: z.array(z.string()) }).nullable(), done: z.boolean() });

/** An administrator who runs set-up again gets the workflow back as it was designed. */
async function repair(): Promise<void> {
  for (let done = false; !done;) ({ done } = await site.sandbox.as('admin').ask('setup.run', progress));
}

const withoutGates = (transition: Transition): Transition => ({ ...transition, validators: [] });
const withoutConditions = (transition: Transition): Transition => {
  const { conditions: _, ...rest } = transition;
  return rest;
};

describe('a ticket that was moved in with a later status by an administrator’s workflow', () => {
  it('NOT_APPROVED_BY_ACCOUNTABLE: has no decision on record, though the accountable person moved it', async () => {
    const request = await site.submitted();
    await changeWorkflow(site, changing('Approve', withoutGates));
    await request.mustMove('cloud', 'Approve');
    await repair();
    const account = { 'Account ID': request.key };
    const refused = await request.move('cloud', 'Provision', account);
    expect(refused).toMatchObject({ status: 400, codes: ['NOT_APPROVED_BY_ACCOUNTABLE'] });
    expect(refused.messages[0]).toMatch(/Use Rework, submit it again, and get it approved/);
    expect(await site.registeredAccounts()).toEqual([]);

    await request.mustMove('cloud', 'Rework');
    await request.mustMove('engineer', 'Submit');
    await request.mustMove('cloud', 'Approve');
    expect(await request.move('cloud', 'Provision', account)).toMatchObject({ status: 204 });
  });

  it('NOT_APPROVED_BY_ACCOUNTABLE: was moved by someone the decision does not name', async () => {
    const request = await site.submitted();
    await changeWorkflow(site, changing('Approve', withoutConditions));
    await request.mustMove('engineer2', 'Approve');
    await repair();
    expect(await request.evidence('transition-observed')).toMatchObject([
      { facts: { transition: 'Submit' } },
      { actor: site.accountId('engineer2'), facts: { transition: 'Approve' } },
    ]);
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.key })).toMatchObject({
      status: 400,
      codes: ['NOT_APPROVED_BY_ACCOUNTABLE'],
    });
  });

  it('NOT_APPROVED_BY_ACCOUNTABLE: was approved once, and that was undone by Rework', async () => {
    const request = await site.approved();
    await request.mustMove('engineer', 'Rework');
    await request.mustMove('engineer', 'Submit');
    await changeWorkflow(site, changing('Approve', withoutGates));
    await request.mustMove('cloud', 'Approve');
    await repair();
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.key })).toMatchObject({
      status: 400,
      codes: ['NOT_APPROVED_BY_ACCOUNTABLE'],
    });
  });

  it('CONTENT_CHANGED: was never permitted to be submitted', async () => {
    const request = await site.raise({ 'Cloud service': 'AWS' });
    await changeWorkflow(site, changing('Submit', withoutGates));
    await request.mustMove('engineer', 'Submit');
    await repair();
    const refused = await request.move('cloud', 'Approve');
    expect(refused).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
    expect(refused.messages[0]).toMatch(/^There is no record of what was submitted .* Use Rework/);
  });

  it('TRANSITION_UNKNOWN: tries a short cut that the work type does not have', async () => {
    const shortCut = (transitions: readonly Transition[]): Transition[] => {
      const approve = transitions.find(({ name }) => name === 'Approve');
      const submit = transitions.find(({ name }) => name === 'Submit');
      if (!approve || !submit) throw new Error('The workflow has neither Submit nor Approve.');
      const { conditions: _, ...rest } = approve;
      return [...transitions, { ...rest, id: '901', name: 'Short cut', links: submit['links'] }];
    };
    await changeWorkflow(site, shortCut);
    const request = await site.raise();
    const move = (id: string) =>
      site.sandbox.as('admin').post(request.path('/transitions'), { transition: { id } });
    const refused = await move('901');
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toMatch(
      /from Requested to Approved is not part of this work type.*\(TRANSITION_UNKNOWN\)/,
    );
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  });
});

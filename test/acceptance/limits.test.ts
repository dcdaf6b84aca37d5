import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedCall } from '../../sandbox/seams.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { COMPLETE, Governance } from './site/governance.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
  // Those whom tickets name as a rule are on record from here on: a newcomer takes a statement more, once.
  await site.approved();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const ofFunction = (calls: readonly RecordedCall[], functionKey: string) =>
  calls.filter(call => call.function === functionKey);

const byType = (calls: readonly RecordedCall[]) => {
  const counted = { jira: 0, kvs: 0, sql: 0, queue: 0 };
  for (const { type } of calls) counted[type] += 1;
  return counted;
};

describe('what a gate costs', () => {
  it('Submit: one question to Jira, one to the key-value store, one statement to read and one to record', async () => {
    const request = await site.raise();
    const calls = await site.sandbox.callsDuring(() => request.move('engineer', 'Submit'));
    expect(byType(ofFunction(calls, 'decide-gate'))).toEqual({ jira: 1, kvs: 1, sql: 2, queue: 0 });
  });

  it('naming someone who is on record for the first time: one statement more, once', async () => {
    const named = { ...COMPLETE, 'Security contact': 'auditor' };
    const costs = async () => {
      const request = await site.raise(named);
      const calls = await site.sandbox.callsDuring(() => request.move('engineer', 'Submit'));
      return byType(ofFunction(calls, 'decide-gate')).sql;
    };
    expect([await costs(), await costs()]).toEqual([3, 2]);
  });

  it('Approve: the same', async () => {
    const request = await site.submitted();
    const calls = await site.sandbox.callsDuring(() => request.move('cloud', 'Approve'));
    expect(byType(ofFunction(calls, 'decide-gate'))).toEqual({ jira: 1, kvs: 1, sql: 2, queue: 0 });
  });

  it('Provision: one statement more, to reserve the account', async () => {
    const request = await site.approved();
    const move = () => request.move('cloud', 'Provision', { 'Account ID': request.id });
    const calls = await site.sandbox.callsDuring(move);
    expect(byType(ofFunction(calls, 'decide-gate'))).toEqual({ jira: 1, kvs: 1, sql: 3, queue: 0 });
  });

  it('naming someone on the screen the ticket does not know: one question to Jira more', async () => {
    const request = await site.raise();
    const move = () => request.move('engineer', 'Submit', { 'Security contact': 'iam' });
    const calls = await site.sandbox.callsDuring(move);
    expect(byType(ofFunction(calls, 'decide-gate'))).toMatchObject({ jira: 2, sql: 2 });
  });

  it('a transition without a gate: nothing', async () => {
    const request = await site.submitted();
    const calls = await site.sandbox.callsDuring(() => request.move('cloud', 'Reject'));
    expect(ofFunction(calls, 'decide-gate')).toEqual([]);
  });

  it('does not grow with the ticket’s history', async () => {
    const request = await site.submitted();
    for (let round = 0; round < 3; round += 1) {
      await request.mustMove('cloud', 'Rework');
      await request.mustMove('engineer', 'Submit');
    }
    const calls = await site.sandbox.callsDuring(() => request.move('cloud', 'Approve'));
    expect(byType(ofFunction(calls, 'decide-gate'))).toEqual({ jira: 1, kvs: 1, sql: 2, queue: 0 });
  });
});

describe('what following a ticket costs', () => {
  it('one look, where nothing is to be written', async () => {
    const request = await site.raise();
    const edit = () => request.edit('engineer', { 'Account owner': 'secops' });
    const calls = await site.sandbox.callsDuring(edit);
    const ofEvent = byType(ofFunction(calls, 'on-ticket-event'));
    expect(ofEvent).toMatchObject({ jira: 0, sql: 0, queue: 1 });
    // A warm function knows that the ticket is ours.
    expect(ofEvent.kvs).toBeLessThanOrEqual(1);
    expect(byType(ofFunction(calls, 'on-routing-job'))).toMatchObject({ jira: 1, sql: 1, queue: 0 });
  });

  it('nothing, where nothing rests on what was changed', async () => {
    const request = await site.raise();
    const edit = () => request.edit('engineer', { summary: 'Another', Environment: 'Staging' });
    const calls = await site.sandbox.callsDuring(edit);
    expect(byType(calls)).toMatchObject({ jira: 0, sql: 0, queue: 0 });
  });

  it('one question to the key-value store, also where the ticket’s own fields are written', async () => {
    const calls = await site.sandbox.callsDuring(() => site.raise());
    const [written] = calls.filter(({ path }) => path.includes('/app/field/value'));
    const job = calls.filter(({ invocation }) => invocation === written?.invocation);
    expect(byType(job)).toMatchObject({ kvs: 1, sql: 3 });
  });

  it('comes to an end: what the app writes has it followed at most once more', async () => {
    const calls = await site.sandbox.callsDuring(() => site.raise());
    const followed = new Set(ofFunction(calls, 'on-routing-job').map(({ invocation }) => invocation));
    expect(followed.size).toBeLessThanOrEqual(2);
  });
});

describe('what the hourly check of the configuration costs', () => {
  it('one question to Jira for workflows and four for permissions, two to the key-value store and two statements, where nothing was changed', async () => {
    const calls = await site.sandbox.callsDuring(() => site.sandbox.run('sweep'));
    const asked = calls.filter(({ path }) => path === '/rest/api/3/workflows');
    expect(asked.map(call => call.function)).toEqual(['on-upkeep-job']);
    const check = calls.filter(({ invocation }) => invocation === asked[0]?.invocation);
    expect(byType(check)).toEqual({ jira: 5, kvs: 2, sql: 2, queue: 0 });
  });
});

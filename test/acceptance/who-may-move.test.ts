import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS, PEOPLE, type Person } from '../support/sandbox-client.ts';
import { z } from 'zod';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { COMPLETE, Governance, type Values } from './site/governance.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

type Stage = 'Requested' | 'Awaiting approval' | 'Approved';

/** The one who raised it is the engineer, and cloud is Accountable. */
const REACH: Record<Stage, () => Promise<CloudAccountRequest>> = {
  Requested: () => site.raise(),
  'Awaiting approval': () => site.submitted(),
  Approved: () => site.approved(),
};

const RULES: [transition: string, from: Stage, to: string, may: Person[], values?: Values][] = [
  ['Approve', 'Awaiting approval', 'Approved', ['cloud']],
  ['Reject', 'Awaiting approval', 'Rejected', ['cloud']],
  ['Rework', 'Awaiting approval', 'Requested', ['cloud']],
  ['Rework', 'Approved', 'Requested', ['cloud', 'engineer']],
  ['Provision', 'Approved', 'Provisioned', ['cloud'], { 'Account ID': '2000' }],
  ['Withdraw', 'Requested', 'Withdrawn', ['cloud', 'engineer']],
  ['Withdraw', 'Awaiting approval', 'Withdrawn', ['cloud', 'engineer']],
  ['Withdraw', 'Approved', 'Withdrawn', ['cloud', 'engineer']],
];

describe.each(RULES)('%s from %s', (transition, from, to, may, values) => {
  it(`is hidden from and refused to everyone but ${may.join(' and ')}`, async () => {
    const request = await REACH[from]();
    const others = PEOPLE.filter(person => !may.includes(person));
    for (const person of others) {
      expect([person, await request.offered(person)]).toEqual([
        person,
        expect.not.arrayContaining([transition]),
      ]);
      expect([person, await request.moveAtOnce(person, transition, values)]).toMatchObject([
        person,
        { status: 400 },
      ]);
    }
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ status: from });
  });

  it.each(may)('is offered to and made by %s', async person => {
    const request = await REACH[from]();
    expect(await request.offered(person)).toContain(transition);
    const own = values === undefined ? undefined : { 'Account ID': request.id };
    expect(await request.move(person, transition, own)).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({ status: to });
  });
});

describe('a bulk change', () => {
  const status = z.object({ taskId: z.string() });
  const progress = z.object({ processedAccessibleIssues: z.array(z.number()) });

  /** The ids of the requests that were moved. */
  async function moveInBulk(person: Person, transition: string, requests: CloudAccountRequest[]) {
    const selectedIssueIdsOrKeys = requests.map(({ id }) => id);
    const bulkTransitionInputs = [{ selectedIssueIdsOrKeys, transitionId: site.transitionId(transition) }];
    const asked = await site.sandbox
      .as(person)
      .post('/rest/api/3/bulk/issues/transition', { bulkTransitionInputs });
    await site.sandbox.settle();
    const { taskId } = status.parse(asked.body);
    const { body } = await site.sandbox.as(person).get(`/rest/api/3/bulk/queue/${taskId}`);
    return progress.parse(body).processedAccessibleIssues.map(String);
  }

  it('moves for each person what that person may move one by one', async () => {
    const complete = await site.submitted();
    const incomplete = await site.raise({ 'Cloud service': 'AWS' });
    expect(await moveInBulk('engineer', 'Submit', [incomplete])).toEqual([]);
    expect(await moveInBulk('engineer', 'Approve', [complete])).toEqual([]);
    expect(await complete.now()).toMatchObject({ status: 'Awaiting approval' });
    expect(await moveInBulk('cloud', 'Approve', [complete, incomplete])).toEqual([complete.id]);
  });
});

describe('Submit', () => {
  it('is for anyone who can edit the ticket, and not only for its creator', async () => {
    const request = await site.raise();
    expect(await request.move('engineer2', 'Submit')).toMatchObject({ status: 204 });
  });

  it('is refused to someone who is not signed in', async () => {
    const request = await site.raise();
    const body = { transition: { id: site.transitionId('Submit') } };
    const { status } = await site.sandbox.request(null, 'POST', request.path('/transitions'), body);
    expect([401, 404]).toContain(status);
    expect(await request.now()).toMatchObject({ status: 'Requested' });
  });
});

describe('a performer who is not accountable', () => {
  it('provisions what was approved, and decides nothing', async () => {
    const request = await site.submitted(COMPLETE, 'cloud');
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('ciso'),
      performer: site.accountId('cloud'),
    });
    expect(await request.offered('cloud')).toEqual(['Withdraw']);
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400 });
    await request.mustMove('ciso', 'Approve');
    expect(await request.now()).toMatchObject({ assignee: site.accountId('cloud') });
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.id })).toMatchObject({
      status: 204,
    });
  });
});

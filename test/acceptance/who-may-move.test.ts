import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS, PEOPLE, type Person } from '../support/sandbox-client.ts';
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
  it(`is hidden from and refused to everybody but ${may.join(' and ')}`, async () => {
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

describe('Submit', () => {
  it('is for whoever can edit the ticket, and not only for its creator', async () => {
    const request = await site.raise();
    expect(await request.move('engineer2', 'Submit')).toMatchObject({ status: 204 });
  });

  it('is refused to somebody who is not signed in', async () => {
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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE, STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance, type Values } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';

/**
 * Cloud account requests are decided by cloud, access requests by iam, changes of the matrix by the ceo. The deputy of
 * all three is ciso, who therefore decides none of them as long as the holders may.
 */
let site: Governance;
let accessSite: Governance;
let office: MatrixOffice;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
  accessSite = await Governance.of(site.sandbox, 'Remit: Access request');
  office = await MatrixOffice.of(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

async function changeWaiting(): Promise<CloudAccountRequest> {
  await office.put('gov-matrix-maintenance', { procedure: `https://wiki.example/${String(Date.now())}` });
  const change = await office.opened();
  await change.mustMove('admin', 'Submit');
  return change;
}

interface Kind {
  what: string;
  accountable: Person;
  waiting: () => Promise<CloudAccountRequest>;
  /** Leaves nothing behind that would stand in the way of the next ticket. */
  release?: (ticket: CloudAccountRequest) => Promise<unknown>;
}

const KINDS: Kind[] = [
  { what: 'a cloud account request', accountable: 'cloud', waiting: () => site.submitted() },
  {
    what: 'an access request',
    accountable: 'iam',
    waiting: async () => accessSite.submitted(await access(accessSite)),
  },
  {
    what: 'a change of the matrix',
    accountable: 'ceo',
    waiting: changeWaiting,
    release: ticket => ticket.move('admin', 'Withdraw'),
  },
];

describe.each(KINDS)('$what that waits', ({ accountable, waiting, release = () => Promise.resolve() }) => {
  it('is decided by no one but the accountable person, however they ask', async () => {
    const ticket = await waiting();
    const before = await ticket.now();
    for (const person of PEOPLE.filter(one => one !== accountable)) {
      const offered = await ticket.offered(person);
      for (const decision of ['Approve', 'Reject', 'Rework']) {
        expect([person, offered]).toEqual([person, expect.not.arrayContaining([decision])]);
        const refused = await ticket.moveAtOnce(person, decision);
        expect([person, decision, refused.status]).toEqual([person, decision, 400]);
      }
      await site.sandbox.settle();
    }
    expect(await ticket.now()).toEqual(before);
    expect(await ticket.evidence('transition-observed')).toHaveLength(1);
    expect(await ticket.move(accountable, 'Approve')).toMatchObject({ status: 204 });
    await release(ticket);
  });

  it.each(['Reject', 'Rework'])('%s is for the accountable person', async decision => {
    const ticket = await waiting();
    expect(await ticket.move(accountable, decision)).toMatchObject({ status: 204 });
    await release(ticket);
  });
});

/** Ways in which the IAM Lead is involved in an access request; for a cloud account they have a table of their own. */
const INVOLVED: [how: string, waiting: (person: Person) => Promise<CloudAccountRequest>][] = [
  ['created it', async person => accessSite.submitted(await access(accessSite), person)],
  [
    'reports it',
    async person => {
      const request = await accessSite.raise(await access(accessSite));
      await request.edit('admin', { reporter: person });
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
  [
    'reported it when it was submitted',
    async person => {
      const request = await accessSite.raise(await access(accessSite));
      await request.edit('admin', { reporter: person });
      await request.mustMove('engineer', 'Submit');
      await request.edit('admin', { reporter: 'engineer' });
      return request;
    },
  ],
  [
    'submitted it',
    async person => {
      const request = await accessSite.raise(await access(accessSite));
      await request.mustMove(person, 'Submit');
      return request;
    },
  ],
  [
    'submitted it before it was reworked',
    async person => {
      const request = await accessSite.raise(await access(accessSite));
      await request.mustMove(person, 'Submit');
      await request.mustMove('ciso', 'Rework');
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
  [
    'gets the access',
    async person => accessSite.submitted(await access(accessSite, { Beneficiary: person })),
  ],
  [
    'was to get the access when it was submitted before',
    async person => {
      const request = await accessSite.submitted(await access(accessSite, { Beneficiary: person }));
      await request.mustMove('ciso', 'Rework');
      await request.edit('engineer', { Beneficiary: 'engineer2' });
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
];

describe.each(INVOLVED)('an IAM Lead who %s', (_, waiting) => {
  it('decides nothing of it: the deputy does', async () => {
    const own = await waiting('iam');
    expect(await own.now()).toMatchObject({ accountable: accessSite.accountId('ciso') });
    for (const decision of ['Approve', 'Reject', 'Rework'])
      expect(await own.move('iam', decision)).toMatchObject({ status: 400 });
    expect(await own.move('ciso', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('someone else who is involved', () => {
  it('takes the decision on an access request from no one', async () => {
    const values: Values = await access(accessSite, { Beneficiary: 'cloud' });
    const request = await accessSite.submitted(values, 'engineer2');
    expect(await request.now()).toMatchObject({ accountable: accessSite.accountId('iam') });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('a matrix approver who reports the change', () => {
  it('leaves it to the deputy', async () => {
    const change = await changeWaiting();
    await change.edit('admin', { reporter: 'ceo' });
    expect(await change.now()).toMatchObject({ accountable: site.accountId('ciso') });
    expect(await change.move('ceo', 'Approve')).toMatchObject({ status: 400 });
    expect((await office.view()).versions.map(({ changeTicket }) => changeTicket)).not.toContain(change.key);
    expect(await change.move('ciso', 'Approve')).toMatchObject({ status: 204 });
    expect((await office.view()).versions.map(({ changeTicket }) => changeTicket)).toContain(change.key);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from './site/no-one-named.ts';
import { z } from 'zod';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { COMPLETE, Governance, type Values } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';

/**
 * The Cloud Platform Owner is cloud, with ciso for a deputy; the matrix approver's role is the ceo's, again with ciso
 * for a deputy.
 */
let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
  await askForTheReporter();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** Has the reporter asked for when requests are created, of all who may set it, as an administrator may. */
async function askForTheReporter(): Promise<void> {
  const admin = site.sandbox.as('admin');
  const named = z.object({ id: z.number(), name: z.string() });
  const { body } = await admin.get('/rest/api/3/screens?queryString=Cloud%20account%20request');
  const screens = z.object({ values: z.array(named) }).parse(body).values;
  const screen = screens.find(({ name }) => /create/i.test(name));
  const path = `/rest/api/3/screens/${String(screen?.id)}/tabs`;
  const [tab] = z.array(named).parse((await admin.get(path)).body);
  const added = await admin.post(`${path}/${String(tab?.id)}/fields`, { fieldId: 'reporter' });
  expect(added.status).toBe(200);
}

/** Ways of being involved, each with a ticket that is about to be decided. */
const INVOLVED: [how: string, submitted: (person: Person) => Promise<CloudAccountRequest>][] = [
  ['creates it', person => site.submitted(COMPLETE, person)],
  [
    'creates it in the name of someone else',
    async person => {
      const request = await site.raise({ ...COMPLETE, reporter: 'engineer' }, person);
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
  [
    'reports it',
    async person => {
      const request = await site.raise();
      await request.edit('admin', { reporter: person });
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
  ['owns the account', person => site.submitted({ ...COMPLETE, 'Account owner': person })],
  [
    'is named as owner on the screen of Submit',
    async person => {
      const request = await site.raise({ ...COMPLETE, 'Account owner': null });
      await request.mustMove('engineer', 'Submit', { 'Account owner': person });
      return request;
    },
  ],
  [
    'submits it',
    async person => {
      const request = await site.raise();
      await request.mustMove(person, 'Submit');
      return request;
    },
  ],
  [
    'reported it when it was submitted, and does no more',
    async person => {
      const request = await site.raise();
      await request.edit('admin', { reporter: person });
      await request.mustMove('engineer', 'Submit');
      await request.edit('admin', { reporter: 'engineer' });
      return request;
    },
  ],
  [
    'was the owner when it was submitted before',
    async person => {
      const request = await site.submitted({ ...COMPLETE, 'Account owner': person });
      await request.mustMove(person === 'cloud' ? 'ciso' : 'cloud', 'Rework');
      await request.edit('engineer', { 'Account owner': 'engineer2' });
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
];

/** Ways of being named for a moment by someone who can edit the ticket: otherwise they could choose who decides. */
const NAMED_FOR_A_MOMENT: typeof INVOLVED = [
  [
    'as its reporter before Submit',
    async person => {
      const request = await site.raise();
      await request.edit('admin', { reporter: person });
      await request.edit('admin', { reporter: 'engineer' });
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
  [
    'as the owner before Submit',
    async person => {
      const request = await site.raise({ ...COMPLETE, 'Account owner': person });
      await request.edit('engineer', { 'Account owner': 'engineer2' });
      await request.mustMove('engineer', 'Submit');
      return request;
    },
  ],
  [
    'as the owner after Submit',
    async person => {
      const request = await site.submitted();
      await request.edit('engineer', { 'Account owner': person });
      await request.edit('engineer', { 'Account owner': 'engineer2' });
      return request;
    },
  ],
];

describe.each(NAMED_FOR_A_MOMENT)('the accountable person, named %s by someone else', (_, submitted) => {
  it('decides it all the same', async () => {
    const request = await submitted('cloud');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe.each(INVOLVED)('the person who %s', (_, submitted) => {
  it('does not decide it, though accountable: the deputy does', async () => {
    const request = await submitted('cloud');
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('ciso'),
      assignee: site.accountId('ciso'),
      accountableRole: 'Cloud Platform Owner',
    });
    expect(await request.offered('cloud')).not.toContain('Approve');
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('ciso', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.evidence('gate-decided')).toContainEqual(
      expect.objectContaining({
        facts: expect.objectContaining({
          transition: 'Approve',
          snapshot: expect.objectContaining({ decidedBy: 'deputy', holder: site.accountId('ciso') }),
        }),
      }),
    );
  });

  it('takes nothing from the holder when it is someone else', async () => {
    const request = await submitted('iam');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

const BOTH: Values = { ...COMPLETE, 'Account owner': 'ciso' };

describe('where holder and deputy are both involved', () => {
  it('the matrix approver decides', async () => {
    const request = await site.submitted(BOTH, 'cloud');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ceo') });
    const [comment] = await request.comments();
    expect(comment).toContain(`Routed to @${site.nameOf('ceo')}, the matrix approver`);
    expect(comment).toContain(`${site.nameOf('cloud')} and ${site.nameOf('ciso')} can’t decide this ticket`);
    for (const person of ['cloud', 'ciso'] as const)
      expect(await request.move(person, 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('ceo', 'Approve')).toMatchObject({ status: 204 });
  });

  it('NO_INDEPENDENT_APPROVER: and so is the matrix approver, no one can, and the ticket is not submitted', async () => {
    const request = await site.raise(BOTH, 'cloud');
    await request.edit('admin', { reporter: 'ceo' });
    const refused = await request.move('engineer', 'Submit');
    expect(refused).toMatchObject({ status: 400, codes: ['NO_INDEPENDENT_APPROVER'] });
    expect(refused.messages[0]).toMatch(/^Everyone who could decide as Cloud Platform Owner is involved/);
    expect(refused.messages[0]).toContain(`${site.nameOf('cloud')} and ${site.nameOf('ciso')}`);
    expect(await request.now()).toMatchObject({ accountable: null, labels: ['responsibility-gap'] });

    await site.appoint(
      `cloud-platform-owner,iam@aurora.example,deputy,${await site.day()},${await site.day(1)}`,
    );
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam'), labels: [] });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
    await site.sandbox.advance('P2D');
  });

  it('NO_INDEPENDENT_APPROVER: an approval is refused, too, when the last one becomes involved', async () => {
    const request = await site.submitted(BOTH, 'cloud');
    await site.sandbox.fault({ match: { function: 'on-ticket-event' }, status: 500, times: 1 });
    await request.edit('admin', { reporter: 'ceo' });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ceo') });
    expect(await request.move('ceo', 'Approve')).toMatchObject({
      status: 400,
      codes: ['NO_INDEPENDENT_APPROVER'],
    });
  });
});

itNamesNoOneInEvidence(() => site);

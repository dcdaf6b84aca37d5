import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { access, granted } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { itNamesNoOneInEvidence } from '../acceptance/site/no-one-named.ts';
import { changeGrants } from '../acceptance/site/permissions.ts';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { AttackedSandbox, type Past } from './site/attacked-sandbox.ts';
import { moveTo } from './site/bulk.ts';
import { idOf, openElsewhere, placesOf, type Places } from './site/elsewhere.ts';

const CLOUD = 'Cloud account request';
const ACCESS = 'Access request';
const LONG_AGO = { created: '2021-03-01T09:00:00.000Z', updated: '2021-03-05T09:00:00.000Z' };

let attacked: AttackedSandbox;
let site: Governance;
let accessSite: Governance;
let places: Places;

beforeAll(async () => {
  attacked = await AttackedSandbox.start();
  site = await Governance.of(attacked.sandbox);
  accessSite = await Governance.of(attacked.sandbox, 'Remit: Access request');
  places = await placesOf(site);
  await openElsewhere(site, places);
}, STARTS_WITHIN_MS);
afterAll(() => attacked.sandbox.stop());

const listing = z.object({
  overseen: z
    .object({
      bypasses: z.array(
        z.object({
          id: z.string(),
          ticketKey: z.string(),
          message: z.string(),
          standing: z.object({ state: z.string() }),
        }),
      ),
    })
    .nullable(),
});

/** What is open where bypasses are listed, of these tickets. */
async function listed(request: CloudAccountRequest, person: Person = 'auditor') {
  const { overseen } = await site.sandbox.as(person).ask('bypass.list', listing, {});
  return (overseen?.bypasses ?? []).filter(
    ({ ticketKey, standing }) => ticketKey === request.key && standing.state === 'open',
  );
}

const days = async (count: number) => {
  await site.sandbox.advance(`P${String(count)}D`);
  await site.sandbox.run('sweep');
};
const kinds = async (request: CloudAccountRequest) => (await request.evidence()).map(({ kind }) => kind);
const troubles = async (request: CloudAccountRequest) =>
  (await request.evidence('ticket-out-of-reach')).map(({ facts }) => facts['what']);

async function remove(request: CloudAccountRequest): Promise<void> {
  const { status } = await site.sandbox.as('admin').delete(request.path());
  expect(status).toBe(204);
}

async function moveAway(request: CloudAccountRequest, type: string, project: 'ELSE' | 'GOV'): Promise<void> {
  const to = { project, issueTypeId: idOf(places.types, type) };
  expect(await moveTo(site, 'admin', to, [request])).toEqual({ done: [request.id], refused: [] });
}

const provisioned = async () => {
  const request = await site.approved();
  await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
  return request;
};
const grantedFor = async (count: number) => granted(accessSite, await access(accessSite, {}, count));

describe('a ticket that was granted or provisioned, and then deleted', () => {
  it('is found by its event, told to those who can act, and its end is due all the same', async () => {
    const [request, twin, account] = [await grantedFor(3), await grantedFor(3), await provisioned()];
    await remove(request);
    await remove(account);
    await site.sandbox.settle();
    expect(await troubles(request)).toEqual(['gone']);
    expect(await troubles(account)).toEqual(['gone']);
    for (const person of ['admin', 'auditor', 'ceo'] as const)
      expect(await listed(request, person)).toMatchObject([{ message: expect.stringContaining('deleted') }]);
    expect((await site.sandbox.as('engineer').ask('bypass.list', listing, {})).overseen).toBeNull();
    await days(4);
    expect(await kinds(request)).toContain('revocation-due');
    expect(await kinds(twin)).toContain('revocation-due');
    expect(await listed(twin)).toEqual([]);
  });

  it('is found by the next sweep of all when no event says so, once', async () => {
    const [request, twin] = [await grantedFor(30), await grantedFor(30)];
    await site.unheard(() => remove(request));
    await days(1);
    await days(1);
    expect(await troubles(request)).toEqual(['gone']);
    expect(await troubles(twin)).toEqual([]);
    expect((await twin.now()).status).toBe('Granted');
  });

  it('is found when it had bypassed approval, and acknowledged by the matrix approver alone', async () => {
    const request = await attacked.import(site, CLOUD, 'Approved', { values: COMPLETE, creator: 'engineer' });
    await site.sandbox.run('sweep');
    expect(await kinds(request)).toContain('gate-bypassed');
    await site.unheard(() => remove(request));
    await days(1);
    const [found] = (await listed(request)).filter(({ message }) => message.includes('deleted'));
    const judged = { bypass: found?.id ?? '', reason: 'Nothing was provisioned.' };
    expect(await site.sandbox.as('admin').invoke('bypass.acknowledge', judged)).toMatchObject({ ok: false });
    expect(await site.sandbox.as('ceo').invoke('bypass.acknowledge', judged)).toMatchObject({ ok: true });
    await days(1);
    expect((await listed(request)).filter(({ message }) => message.includes('deleted'))).toEqual([]);
  });
});

describe('a ticket that was granted, and then moved out of the space', () => {
  it.each([
    ['when its event says so', (move: () => Promise<void>) => move()],
    ['when no event says so', (move: () => Promise<void>) => site.unheard(move)],
  ])('is found %s, and that it is back', async (_, hear) => {
    const [request, twin] = [await grantedFor(30), await grantedFor(30)];
    await hear(() => moveAway(request, ACCESS, 'ELSE'));
    await days(1);
    expect(await troubles(request)).toEqual(['moved']);
    const [found] = await listed(request);
    expect(found?.message).toMatch(/moved to another space.*ELSE-\d+/);
    expect(await troubles(twin)).toEqual([]);
    await moveAway(request, ACCESS, 'GOV');
    await days(1);
    expect(await kinds(request)).toContain('ticket-back-in-reach');
    expect(
      (await listed(request)).filter(({ message }) => message.includes('moved to another space')),
    ).toEqual([]);
  });
});

describe('a ticket whose place says that nothing is left to do', () => {
  const HISTORY: Past[] = [
    { by: 'engineer', at: '2021-03-02T09:00:00.000Z', from: 'Requested', to: 'Awaiting approval' },
    { by: 'iam', at: '2021-03-03T09:00:00.000Z', from: 'Awaiting approval', to: 'Approved' },
    { by: 'app', at: '2021-03-04T09:00:00.000Z', from: 'Approved', to: 'Granted' },
  ];

  it('is found when it is imported as provisioned, changed last long ago', async () => {
    const request = await attacked.import(site, CLOUD, 'Provisioned', {
      values: COMPLETE,
      creator: 'engineer',
      ...LONG_AGO,
    });
    await days(1);
    expect(await kinds(request)).toContain('gate-bypassed');
    const honest = await provisioned();
    await days(1);
    expect(await kinds(honest)).not.toContain('gate-bypassed');
  });

  it('is found in a status that its workflow does not have, and its access is asked back', async () => {
    const values = await access(accessSite, { 'Access until': await accessSite.day(-400) });
    const request = await attacked.import(accessSite, ACCESS, 'Done', {
      values,
      creator: 'engineer',
      history: [...HISTORY, { by: 'admin', at: '2021-03-05T09:00:00.000Z', from: 'Granted', to: 'Done' }],
      ...LONG_AGO,
    });
    await days(1);
    expect(await troubles(request)).toEqual(['unknown status']);
    expect(await kinds(request)).toContain('revocation-due');
    expect((await listed(request)).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('which its workflow doesn’t have'),
    );
  });

  it('is found when the status Granted is made one of the category done, and no one changes it any more', async () => {
    const [request, over] = [await grantedFor(12), await grantedFor(12)];
    await over.mustMove('app', 'Revoke');
    const status = { id: idOf(places.statuses, 'Granted'), name: 'Granted', statusCategory: 'DONE' };
    const made = await site.sandbox.as('admin').put('/rest/api/3/statuses', { statuses: [status] });
    expect(made.status).toBeLessThan(300);
    await days(13);
    expect((await request.now()).labels).toContain('revocation-due');
    expect((await over.now()).labels).toEqual([]);
    const back = { ...status, statusCategory: 'IN_PROGRESS' };
    await site.sandbox.as('admin').put('/rest/api/3/statuses', { statuses: [back] });
  });

  it('is found although no sweep came for twelve days', async () => {
    await site.sandbox.run('sweep');
    const request = await attacked.import(site, CLOUD, 'Rejected', {
      values: COMPLETE,
      creator: 'engineer',
      created: await site.sandbox.now(),
    });
    await days(12);
    expect(await kinds(request)).toContain('gate-bypassed');
  });
});

describe('a space that Remit may not see any more', () => {
  it('takes no ticket for deleted, and says that it can read none', async () => {
    const request = await grantedFor(40);
    const giveBack = await changeGrants(site, grants =>
      grants.map(one =>
        one.permission === 'BROWSE_PROJECTS'
          ? { ...one, holder: { type: 'group', parameter: 'jira-administrators' } }
          : one,
      ),
    );
    await days(1);
    expect(await troubles(request)).toEqual(['unreadable']);
    await giveBack();
    await days(1);
    expect(await kinds(request)).toContain('ticket-back-in-reach');
  });
});

describe('what is on record of all this', () => {
  itNamesNoOneInEvidence(() => site);
});

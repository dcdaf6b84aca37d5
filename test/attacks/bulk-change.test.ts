import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE, STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import { Governance, type Values } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';
import { moveInBulk, setPeopleInBulk } from './site/bulk.ts';

let site: Governance;
let accessSite: Governance;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
  accessSite = await Governance.of(site.sandbox, 'Remit: Access request');
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

describe('a bulk transition', () => {
  it('approves for no one what is not theirs to approve, and for each accountable person their own', async () => {
    const cloudAccount = await site.submitted();
    const ofAccess = await accessSite.submitted(await access(accessSite));
    for (const person of PEOPLE) {
      const [one, other] = [person === 'cloud', person === 'iam'];
      if (!one) expect((await moveInBulk(site, person, 'Approve', [cloudAccount])).done).toEqual([]);
      if (!other) expect((await moveInBulk(accessSite, person, 'Approve', [ofAccess])).done).toEqual([]);
    }
    expect(await cloudAccount.now()).toMatchObject({ status: 'Awaiting approval' });
    expect(await ofAccess.now()).toMatchObject({ status: 'Awaiting approval' });
    expect(await moveInBulk(site, 'cloud', 'Approve', [cloudAccount])).toMatchObject({
      done: [cloudAccount.id],
    });
    expect(await moveInBulk(accessSite, 'iam', 'Approve', [ofAccess])).toMatchObject({ done: [ofAccess.id] });
  });

  it('asks the gate of each ticket, and tells why it stayed', async () => {
    const [right, empty, changed] = [
      await site.raise(),
      await site.raise({ 'Cloud service': 'AWS' }),
      await site.submitted(),
    ];
    const submitted = await moveInBulk(site, 'engineer', 'Submit', [right, empty]);
    expect(submitted).toMatchObject({ done: [right.id] });
    expect(submitted.refused.join('\n')).toMatch(/\(OWNER_NOT_NAMED\)/);
    await changed.edit('engineer', { Environment: 'Sandbox' });
    const approved = await moveInBulk(site, 'cloud', 'Approve', [right, empty, changed]);
    expect(approved).toMatchObject({ done: [right.id] });
    expect(approved.refused.join('\n')).toMatch(/\(CONTENT_CHANGED\)/);
  });

  it('provisions nothing: every account needs an identifier of its own', async () => {
    const request = await site.approved();
    const refused = await moveInBulk(site, 'cloud', 'Provision', [request]);
    expect(refused.done).toEqual([]);
    expect(refused.refused.join('\n')).toMatch(/\(ACCOUNT_ID_MISSING\)/);
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.key })).toMatchObject({
      status: 204,
    });
  });

  it('grants only what was approved', async () => {
    const [right, changed] = [
      await accessSite.submitted(await access(accessSite)),
      await accessSite.submitted(await access(accessSite)),
    ];
    for (const request of [right, changed]) await request.mustMove('iam', 'Approve');
    await changed.edit('engineer', { Entitlement: 'admin' });
    expect(await moveInBulk(accessSite, 'engineer2', 'Grant', [right, changed])).toMatchObject({ done: [] });
    expect(await moveInBulk(accessSite, 'app', 'Grant', [right, changed])).toMatchObject({
      done: [right.id],
    });
  });
});

describe('a bulk edit', () => {
  it('writes no field of the app’s, for no one', async () => {
    const request = await site.submitted();
    const before = await request.now();
    for (const person of ['engineer', 'cloud', 'admin'] as const) {
      const forged = { Accountable: 'engineer2', Performer: 'engineer2' } as const;
      expect((await setPeopleInBulk(site, person, forged, [request])).done).toEqual([]);
    }
    expect(await request.now()).toEqual(before);
    expect(await request.move('engineer2', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('CONTENT_CHANGED: of many owners between Submit and Approve is found on each', async () => {
    const requests = [await site.submitted(), await site.submitted()];
    const edited = await setPeopleInBulk(site, 'engineer', { 'Security contact': 'iam' }, requests);
    expect(edited.done).toHaveLength(2);
    for (const request of requests)
      expect(await request.move('cloud', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await setPeopleInBulk(site, 'engineer', { 'Security contact': 'secops' }, requests);
    for (const request of requests)
      expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('CONTENT_CHANGED: of many beneficiaries after the approval grants no one anything', async () => {
    const request = await accessSite.submitted(await access(accessSite));
    await request.mustMove('iam', 'Approve');
    await setPeopleInBulk(accessSite, 'engineer', { Beneficiary: 'engineer' }, [request]);
    expect(await request.move('app', 'Grant')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await setPeopleInBulk(accessSite, 'engineer', { Beneficiary: 'engineer2' }, [request]);
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
  });

  it('of the reporter excludes the person who is one then', async () => {
    const request = await site.submitted();
    expect((await setPeopleInBulk(site, 'admin', { reporter: 'cloud' }, [request])).done).toEqual([
      request.id,
    ]);
    const values: Values = { 'Account ID': request.key };
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('ciso', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.move('ciso', 'Provision', values)).toMatchObject({ status: 204 });
  });
});

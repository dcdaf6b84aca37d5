import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access, granted, openAccess } from './site/access.ts';
import type { Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';

let site: Governance;

beforeAll(async () => {
  site = await openAccess();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

describe('the end of access that was granted', () => {
  it('is the day that was approved, whatever someone writes into the field since', async () => {
    const longer = await granted(site, await access(site, {}, 1));
    const endless = await granted(site, await access(site, {}, 1));
    const twin = await granted(site, await access(site, {}, 40));
    await longer.edit('engineer2', { 'Access until': await site.day(300) });
    await endless.edit('engineer2', { 'Access until': null });
    await site.sandbox.advance('P2D');
    await site.sandbox.run('sweep');
    expect((await longer.now()).labels).toEqual(['revocation-due']);
    expect((await endless.now()).labels).toEqual(['revocation-due']);
    expect((await twin.now()).labels).toEqual([]);
  });

  it('is the day that was approved, whatever someone writes into the field', async () => {
    const request = await granted(site, await access(site, {}, 20));
    for (const day of [-1, 400]) {
      await request.edit('engineer', { 'Access until': await site.day(day) });
      expect((await request.now()).labels).toEqual([]);
    }
    expect(await request.evidence('revocation-due')).toEqual([]);
  });

  it('is found by the sweep in a ticket that no one has touched for long', async () => {
    const request = await granted(site, await access(site, {}, 12));
    await site.sandbox.advance('P12D');
    expect((await request.now()).labels).toEqual([]);
    await site.sandbox.advance('P1D');
    await site.sandbox.run('sweep');
    expect((await request.now()).labels).toEqual(['revocation-due']);
    expect(await request.evidence('revocation-due')).toHaveLength(1);
  });

  it('is told once, wherever the telling was cut', async () => {
    const request = await granted(site, await access(site, {}, 0));
    await site.sandbox.fault({ match: { path: `/rest/api/3/issue/${request.id}` }, status: 500, times: 2 });
    await site.sandbox.advance('P1D');
    await site.sandbox.run('sweep');
    await site.sandbox.run('sweep');
    expect((await request.now()).labels).toEqual(['revocation-due']);
    expect((await request.comments()).filter(text => text.includes('due to be revoked'))).toHaveLength(1);
    expect(await request.evidence('revocation-due')).toHaveLength(1);
  });

  it('is not waited for by what was never granted, or is over', async () => {
    const values = await access(site, {}, 0);
    const approved = await site.submitted(values);
    await approved.mustMove('iam', 'Approve');
    const revoked = await granted(site, values);
    await revoked.mustMove('iam', 'Revoke');
    const twin = await granted(site, values);
    await site.sandbox.advance('P1D');
    await site.sandbox.run('sweep');
    expect((await approved.now()).labels).toEqual([]);
    expect((await revoked.now()).labels).toEqual([]);
    expect((await twin.now()).labels).toEqual(['revocation-due']);
  });
});

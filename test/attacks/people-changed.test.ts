import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access, openAccess } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance, type Values } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';

/**
 * The IAM Lead decides access to GitHub, and the Application Owner (app) performs it. Reporter and owner of cloud
 * accounts, before and at Submit, are in acceptance/separation-of-duties.test.ts.
 */
let site: Governance;
let cloudSite: Governance;

beforeAll(async () => {
  site = await openAccess();
  await liftLocks(site);
  cloudSite = await Governance.of(site.sandbox);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

async function approved(): Promise<CloudAccountRequest> {
  const request = await site.submitted(await access(site));
  await request.mustMove('iam', 'Approve');
  return request;
}

describe('a beneficiary changed after the approval', () => {
  it.each([
    ['the person who approved', 'iam', 'app'],
    ['the person who performs', 'app', 'iam'],
    ['someone else', 'engineer', 'app'],
  ] as const)('CONTENT_CHANGED: to %s, is granted nothing by anyone', async (_, beneficiary, performer) => {
    const request = await approved();
    await request.edit('engineer', { Beneficiary: beneficiary });
    expect(await request.move(performer, 'Grant')).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
    if (beneficiary !== 'engineer')
      expect(await request.move(beneficiary, 'Grant')).toMatchObject({ status: 400, codes: [] });
    expect(await request.now()).toMatchObject({ status: 'Approved' });

    const twin = await approved();
    expect(await twin.move('app', 'Grant')).toMatchObject({ status: 204 });
  });

  it('and back, keeps no one from deciding, carrying out or revoking: no editor chooses who does', async () => {
    const request = await approved();
    expect(await request.now()).toMatchObject({ performer: site.accountId('app') });
    await request.edit('engineer', { Beneficiary: 'app' });
    await request.edit('engineer', { Beneficiary: 'engineer2' });
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('iam'),
      performer: site.accountId('app'),
    });
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
    expect(await request.move('app', 'Revoke')).toMatchObject({ status: 204 });
  });
});

describe('a beneficiary changed while the approval is under way', () => {
  it('CONTENT_CHANGED: though the app has not heard of it yet', async () => {
    const request = await site.submitted(await access(site));
    await site.unheard(() => request.editAtOnce('engineer', { Beneficiary: 'iam' }));
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
    const refused = await request.move('iam', 'Approve');
    expect(refused.status).toBe(400);
    expect(refused.codes).toEqual(expect.arrayContaining(['CONTENT_CHANGED', 'ROUTE_STALE']));
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ciso') });
    await request.edit('engineer', { Beneficiary: 'engineer2' });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('access that was granted', () => {
  const granted = async () => {
    const request = await approved();
    await request.mustMove('app', 'Grant');
    return request;
  };

  it.each([
    ['the beneficiary', 'engineer2', ['iam', 'ciso', 'ceo', 'app']],
    ['a stranger', 'secops', ['app', 'iam', 'engineer']],
  ] as const)('is revoked by its performer whomever %s names as Beneficiary', async (_, editor, named) => {
    const request = await granted();
    for (const person of named) await request.edit(editor, { Beneficiary: person });
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('iam'),
      performer: site.accountId('app'),
    });
    expect(await request.move('engineer2', 'Revoke')).toMatchObject({ status: 400 });
    expect(await request.move('app', 'Revoke')).toMatchObject({ status: 204 });
  });

  it('is revoked by its accountable person, too, though they asked for it', async () => {
    const request = await site.submitted(await access(site), 'iam');
    await request.mustMove('ciso', 'Approve');
    await request.mustMove('app', 'Grant');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
    expect(await request.move('iam', 'Revoke')).toMatchObject({ status: 204 });
  });

  it('is never revoked by whom it was granted to, though another stands in the field', async () => {
    const request = await site.submitted(await access(site, { Beneficiary: 'app' }));
    await request.mustMove('iam', 'Approve');
    await request.mustMove('iam', 'Grant');
    await request.edit('engineer', { Beneficiary: 'engineer2' });
    expect(await request.now()).toMatchObject({ performer: site.accountId('iam') });
    expect(await request.move('app', 'Revoke')).toMatchObject({ status: 400 });
    expect(await request.move('iam', 'Revoke')).toMatchObject({ status: 204 });
  });

  it('is not asked back because someone put a day of the past into its field', async () => {
    const request = await granted();
    await request.edit('secops', { 'Access until': '2020-01-01' });
    expect((await request.now()).labels).not.toContain('revocation-due');
  });
});

describe('a reporter changed after Submit', () => {
  it.each(['app', 'engineer2'] as const)('to %s, takes nothing from the approver', async reporter => {
    const request = await site.submitted(await access(site));
    await request.edit('admin', { reporter });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
  });
});

describe('an approver who becomes involved after the approval', () => {
  it('as reporter: what was approved stays approved, and another carries it out', async () => {
    const request = await approved();
    await request.edit('admin', { reporter: 'iam' });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ciso') });
    expect(await request.move('iam', 'Grant')).toMatchObject({ status: 400 });
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
  });

  it('CONTENT_CHANGED: as owner of the account for a moment, until the owner is the approved one again', async () => {
    const request = await cloudSite.approved();
    const account: Values = { 'Account ID': request.key };
    await request.edit('engineer', { 'Account owner': 'cloud' });
    for (const person of ['cloud', 'ciso'] as const)
      expect(await request.move(person, 'Provision', account)).toMatchObject({ status: 400 });
    await request.edit('engineer', { 'Account owner': 'engineer2' });
    const { accountable } = await request.now();
    expect(accountable).toBe(cloudSite.accountId('cloud'));
    expect(await request.move('cloud', 'Provision', account)).toMatchObject({ status: 204 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access, openAccess } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance, type Values } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { personOf } from './site/person-of.ts';

/** The fields of a cloud account request are in acceptance/frozen-gate.test.ts. */
let site: Governance;
let cloudSite: Governance;

beforeAll(async () => {
  site = await openAccess();
  await liftLocks(site);
  cloudSite = await Governance.of(site.sandbox);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** Each deciding field of an access request: what it is changed to, and what it was. A day is counted from today. */
const CHANGES: [field: string, changed: string | number, back: string | number | null][] = [
  ['Cloud service', 'Salesforce', 'GitHub'],
  ['Responsibility domain', 'Governance', null],
  ['Beneficiary', 'engineer', 'engineer2'],
  ['Entitlement', 'admin on everything', 'maintain on the repository shop'],
  ['Privileged', 'Yes', null],
  ['Access until', 60, 30],
];

const valueOf = async (value: string | number | null) =>
  typeof value === 'number' ? site.day(value) : value;

/** Changes the field and then back, with the same move tried by those who might make it after each. */
async function triedAfterEach(
  request: CloudAccountRequest,
  [field, changed, back]: (typeof CHANGES)[number],
  transition: string,
): Promise<void> {
  await request.edit('engineer', { [field]: await valueOf(changed) });
  const holder = async () => personOf(site, (await request.now()).accountable);
  const refused = await request.move(await holder(), transition);
  expect(refused.status).toBe(400);
  expect(refused.codes).toContain('CONTENT_CHANGED');
  await request.edit('engineer', { [field]: await valueOf(back) });
  expect(await request.move(await holder(), transition)).toMatchObject({ status: 204 });
}

describe('an access request', () => {
  it.each(CHANGES)('is not approved after %s has changed, and is once it is back', async (...change) => {
    await triedAfterEach(await site.submitted(await access(site)), change, 'Approve');
  });

  it.each(CHANGES)('is not granted after %s has changed, and is once it is back', async (...change) => {
    const request = await site.submitted(await access(site));
    await request.mustMove('iam', 'Approve');
    await triedAfterEach(request, change, 'Grant');
  });

  it('CONTENT_CHANGED: is not granted for longer than was approved, edited a moment before', async () => {
    const request = await site.submitted(await access(site));
    await request.mustMove('iam', 'Approve');
    await request.editAtOnce('engineer', { 'Access until': await site.day(300) });
    expect(await request.moveAtOnce('app', 'Grant')).toMatchObject({
      status: 400,
      codes: ['CONTENT_CHANGED'],
    });
    await request.edit('engineer', { 'Access until': await site.day(30) });
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
  });
});

describe('a cloud account request', () => {
  it('CONTENT_CHANGED: is not approved with what was put there a moment before', async () => {
    const request = await cloudSite.submitted();
    await request.editAtOnce('engineer', { 'Data classification': 'Public' });
    expect(await request.moveAtOnce('cloud', 'Approve')).toMatchObject({
      status: 400,
      codes: ['CONTENT_CHANGED'],
    });
    await request.edit('engineer', { 'Data classification': 'Confidential' });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('is provisioned with no other value than an Account ID: its screen takes nothing else', async () => {
    const request = await cloudSite.approved();
    const account: Values = { 'Account ID': request.key };
    const smuggled = { ...account, 'Account owner': 'cloud' };
    expect(await request.move('cloud', 'Provision', smuggled)).toMatchObject({ status: 400 });
    expect(await cloudSite.registeredAccounts()).toEqual([]);
    expect(await request.move('cloud', 'Provision', account)).toMatchObject({ status: 204 });
    expect(await cloudSite.registeredAccounts()).toMatchObject([{ owner: site.accountId('engineer2') }]);
  });
});

describe('a change of the matrix', () => {
  it('CONTENT_CHANGED: takes effect on no other day than was submitted', async () => {
    const office = await MatrixOffice.of(site);
    await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit', { 'Effective date': await site.day(20) });
    await change.edit('engineer', { 'Effective date': await site.day(1) });
    expect(await change.move('ceo', 'Approve')).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
    await change.edit('engineer', { 'Effective date': await site.day(20) });
    expect(await change.move('ceo', 'Approve')).toMatchObject({ status: 204 });
    const { versions } = await office.view();
    const approved = versions.find(({ changeTicket }) => changeTicket === change.key);
    expect(approved?.effectiveFrom.slice(0, 10)).toBe(await site.day(20));

    await change.edit('engineer', { 'Effective date': await site.day(1) });
    const after = (await office.view()).versions.find(({ changeTicket }) => changeTicket === change.key);
    expect(after).toEqual(approved);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { access, explained, openAccess } from './site/access.ts';
import type { Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';

let site: Governance;

beforeAll(async () => {
  site = await openAccess();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** On AWS the IAM Lead both decides and performs. */
const forPerson = (beneficiary: Person) => access(site, { 'Cloud service': 'AWS', Beneficiary: beneficiary });

describe('access for the person who would decide on it', () => {
  it('goes to the deputy, who decides and performs in their place; for anyone else it goes to the holder', async () => {
    const own = await site.submitted(await forPerson('iam'));
    const twin = await site.submitted(await forPerson('engineer2'));
    const { accountable, performer } = await own.now();
    expect([accountable, performer]).toEqual([site.accountId('ciso'), site.accountId('ciso')]);
    const usual = await twin.now();
    expect([usual.accountable, usual.performer]).toEqual([site.accountId('iam'), site.accountId('iam')]);
    expect(await own.move('iam', 'Approve')).toMatchObject({ status: 400 });
    expect(await own.move('ciso', 'Approve')).toMatchObject({ status: 204 });
    expect(await own.move('iam', 'Grant')).toMatchObject({ status: 400 });
    expect(await own.move('ciso', 'Grant')).toMatchObject({ status: 204 });
    expect(await own.move('iam', 'Revoke')).toMatchObject({ status: 400 });
    expect(await own.move('ciso', 'Revoke')).toMatchObject({ status: 204 });
    await twin.mustMove('iam', 'Approve');
    expect(await twin.move('iam', 'Grant')).toMatchObject({ status: 204 });
  });

  it('goes to the matrix approver when the deputy asked for it', async () => {
    const request = await site.raise(await forPerson('iam'), 'ciso');
    await request.mustMove('ciso', 'Submit');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ceo') });
    expect(await request.move('ciso', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('ceo', 'Approve')).toMatchObject({ status: 204 });
  });

  it('is refused when the matrix approver is involved as well, until someone independent can be found', async () => {
    const request = await site.raise(await forPerson('iam'), 'ciso');
    const twin = await site.raise(await forPerson('iam'), 'ciso');
    await request.edit('admin', { reporter: 'ceo' });
    expect(await request.move('ciso', 'Submit')).toMatchObject({
      status: 400,
      codes: ['NO_INDEPENDENT_APPROVER'],
    });
    expect(await request.now()).toMatchObject({ accountable: null, labels: ['responsibility-gap'] });
    expect(await twin.move('ciso', 'Submit')).toMatchObject({ status: 204 });
  });

  it('stays with the others when the beneficiary is changed to someone else after it was submitted', async () => {
    const request = await site.submitted(await forPerson('iam'));
    await request.mustMove('ciso', 'Rework');
    await request.edit('engineer', { Beneficiary: 'engineer2' });
    await request.mustMove('engineer', 'Submit');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ciso') });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('ciso', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.move('iam', 'Grant')).toMatchObject({ status: 400 });
    expect(await request.move('ciso', 'Grant')).toMatchObject({ status: 204 });
  });

  it('is refused to the person who becomes its beneficiary on the screen of Submit', async () => {
    const request = await site.raise(await forPerson('engineer2'));
    await request.mustMove('engineer', 'Submit', { Beneficiary: 'iam' });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ciso') });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('ciso', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('access for the person who would perform it', () => {
  it('is granted and revoked by the accountable person', async () => {
    const request = await site.submitted(await access(site, { Beneficiary: 'app' }));
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('iam'),
      performer: site.accountId('iam'),
    });
    await request.mustMove('iam', 'Approve');
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 400 });
    expect(await request.move('iam', 'Grant')).toMatchObject({ status: 204 });
  });
});

describe('the panel of an access request', () => {
  it('tells the beneficiary that they may neither decide nor carry it out, and who may', async () => {
    const request = await site.submitted(await forPerson('iam'));
    const waiting = await explained(site, request, 'iam');
    expect(waiting.excluded).toContainEqual({
      person: expect.objectContaining({ accountId: site.accountId('iam') }) as unknown,
      because: 'was named as Beneficiary',
    });
    expect(waiting.transitions.find(({ name }) => name === 'Approve')).toMatchObject({
      youMay: false,
      whyNot: `You were named as Beneficiary, so you can’t decide it. Waiting for ${site.nameOf('ciso')}.`,
    });
    await request.mustMove('ciso', 'Approve');
    const approved = await explained(site, request, 'iam');
    expect(approved.transitions.find(({ name }) => name === 'Grant')).toEqual({
      name: 'Grant',
      youMay: false,
      who: site.nameOf('ciso'),
      whyNot: `You were named as Beneficiary, so you can’t carry it out. Waiting for ${site.nameOf('ciso')}.`,
      lacks: [],
    });
    const deputy = await explained(site, request, 'ciso');
    expect(deputy.transitions.find(({ name }) => name === 'Grant')).toMatchObject({
      youMay: true,
      lacks: [],
    });
  });

  it('says by which responsibility it is routed, and what is still missing', async () => {
    const request = await site.raise({ 'Cloud service': 'AWS' });
    expect(await explained(site, request, 'engineer')).toMatchObject({
      domain: 'Identity and access management',
      activity: 'Access approval',
      route: { reason: 'The IAM Lead is accountable for Access approval on AWS in matrix v1.' },
      transitions: [
        { name: 'Submit', youMay: true, lacks: [{ code: 'FIELD_MISSING' }] },
        { name: 'Withdraw', youMay: true, lacks: [] },
      ],
    });
  });
});

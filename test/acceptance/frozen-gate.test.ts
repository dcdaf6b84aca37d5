import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** Each deciding field: what it is changed to, and what it was. */
const CHANGES: [field: string, changed: string, back: string | null][] = [
  ['Cloud service', 'Google Cloud', 'AWS'],
  ['Responsibility domain', 'Backup, restore and resilience', null],
  ['Environment', 'Sandbox', 'Production'],
  ['Data classification', 'Public', 'Confidential'],
  ['Account owner', 'iam', 'engineer2'],
  ['Security contact', 'iam', 'secops'],
  ['Billing owner', 'iam', null],
];

describe('what was submitted', () => {
  it.each(CHANGES)(
    'is not approved after %s has changed, and is once it is back',
    async (field, changed, back) => {
      const request = await site.submitted();
      await request.edit('engineer', { [field]: changed });
      const refused = await request.move('cloud', 'Approve');
      expect(refused).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
      expect(refused.messages[0]).toMatch(
        new RegExp(`^${field} changed after .* Use Rework, and submit it again`),
      );
      expect(await request.now()).toMatchObject({ status: 'Awaiting approval' });

      await request.edit('engineer', { [field]: back });
      expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
    },
  );

  it.each(CHANGES)(
    'is not provisioned after %s has changed, and is once it is back',
    async (field, changed, back) => {
      const request = await site.approved();
      await request.edit('engineer', { [field]: changed });
      const account = { 'Account ID': request.key };
      expect(await request.move('cloud', 'Provision', account)).toMatchObject({
        status: 400,
        codes: ['CONTENT_CHANGED'],
      });
      expect(await request.now()).toMatchObject({ status: 'Approved' });

      await request.edit('engineer', { [field]: back });
      expect(await request.move('cloud', 'Provision', account)).toMatchObject({ status: 204 });
    },
  );

  it('is decided again after Rework, on what it is then', async () => {
    const request = await site.submitted();
    await request.edit('engineer', { Environment: 'Sandbox' });
    const { contentHash } = await request.now();
    await request.mustMove('cloud', 'Rework');
    await request.mustMove('engineer', 'Submit');
    expect((await request.now()).contentHash).not.toBe(contentHash);
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('cannot be approved by an approval that a Rework has undone', async () => {
    const request = await site.approved();
    await request.mustMove('engineer', 'Rework');
    await request.edit('engineer', { 'Data classification': 'Restricted' });
    await request.mustMove('engineer', 'Submit');
    expect(await request.now()).toMatchObject({ status: 'Awaiting approval' });
    expect(await request.offered('cloud')).not.toContain('Provision');
    await request.mustMove('cloud', 'Approve');
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.key })).toMatchObject({
      status: 204,
    });
  });

  it('CONTENT_CHANGED: is not given another summary, which people read to decide', async () => {
    const request = await site.submitted(COMPLETE);
    await request.edit('engineer', { summary: 'Account for the data platform, second try' });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
  });
});

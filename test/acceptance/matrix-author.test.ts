import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS, TestSandbox } from '../support/sandbox-client.ts';
import { Governance } from './site/governance.ts';
import { MatrixOffice } from './site/matrix-office.ts';

const progress = z.object({ done: z.boolean() });

/** A company whose matrix approver is its Jira administrator, with ciso for a deputy. */
describe('a matrix approver who wrote the draft and opened its ticket', () => {
  let site: Governance;
  let office: MatrixOffice;

  beforeAll(async () => {
    const sandbox = await TestSandbox.start({ empty: true });
    while (!(await sandbox.as('admin').ask('setup.run', progress)).done) continue;
    site = await Governance.of(sandbox);
    await site.appoint(
      'executive-owner,admin@aurora.example,holder,2020-01-01,',
      'executive-owner,ciso@aurora.example,deputy,2020-01-01,',
    );
    office = await MatrixOffice.of(site);
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it('does not decide it: the deputy does', async () => {
    await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
    const change = await office.opened();
    expect(await change.now()).toMatchObject({ accountable: site.accountId('ciso') });
    await change.mustMove('admin', 'Submit');
    expect(await change.offered('admin')).not.toContain('Approve');
    expect(await change.move('admin', 'Approve')).toMatchObject({ status: 400 });
    expect((await office.view()).version).toMatchObject({ number: 1 });
    expect(await change.move('ciso', 'Approve')).toMatchObject({ status: 204 });
    expect((await office.view()).version).toMatchObject({
      number: 2,
      approvedBy: { accountId: site.accountId('ciso') },
    });
  });
});

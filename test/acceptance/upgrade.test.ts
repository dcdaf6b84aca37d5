import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORK_TYPES } from '../../src/domain/work-types/work-types.ts';
import { STARTS_WITHIN_MS, TestSandbox } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { asVersion01 } from './site/first-version.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { appointEveryone, planOf, setUp, setUpOnce } from './site/set-up.ts';
import { writes } from './site/writes.ts';

/** One story in its order: each part begins where the one before left the site. */
describe('a site that version 0.1 set up, with tickets in flight', () => {
  let sandbox: TestSandbox;
  let site: Governance;
  let requested: CloudAccountRequest;
  let awaiting: CloudAccountRequest;
  let approved: CloudAccountRequest;

  beforeAll(async () => {
    sandbox = await TestSandbox.start({ empty: true, app: asVersion01 });
    await setUp(sandbox);
    site = await Governance.of(sandbox);
    await appointEveryone(site);
    [requested, awaiting, approved] = [await site.raise(), await site.submitted(), await site.approved()];
    await sandbox.upgrade();
  }, STARTS_WITHIN_MS);
  afterAll(() => sandbox.stop());

  it('before set-up runs again, says what is new, and its tickets go on', async () => {
    const { complete, changes } = await planOf(sandbox);
    expect(complete).toBe(false);
    expect(changes).toContain('Create the work type Access request');
    await requested.mustMove('engineer', 'Submit');
    expect(await requested.move('engineer2', 'Approve')).toMatchObject({ status: 400 });
    await requested.mustMove('cloud', 'Approve');
    const raised = await site.raise();
    expect(await raised.now()).toMatchObject({ accountable: site.accountId('cloud') });
  });

  it('while set-up runs, its tickets go on after every step', async () => {
    const ids = (await planOf(sandbox)).changes.length;
    expect(ids).toBeGreaterThan(20);
    let done = false;
    for (let step = 0; step < 6 && !done; step += 1) {
      ({ done } = await setUpOnce(sandbox));
      const request = await site.submitted({ ...COMPLETE, summary: `During step ${String(step)}` });
      await request.mustMove('cloud', 'Approve');
    }
    await awaiting.mustMove('cloud', 'Approve');
  });

  it('is complete when set-up is done, and a second run writes nothing', async () => {
    await setUp(sandbox);
    expect(await planOf(sandbox)).toEqual({ complete: true, changes: [], notices: [], people: [] });
    const calls = await sandbox.callsDuring(() => setUp(sandbox));
    expect(writes(calls)).toEqual([]);
  });

  it('has every work type in the space, and its tickets are provisioned', async () => {
    const { body } = await sandbox.as('admin').get('/rest/api/3/project/GOV');
    const names = (body as { issueTypes: { name: string }[] }).issueTypes.map(({ name }) => name);
    expect(names.sort()).toEqual(WORK_TYPES.map(({ name }) => name).sort());
    for (const [number, request] of [requested, awaiting, approved].entries()) {
      await request.mustMove('cloud', 'Provision', { 'Account ID': `11112222333${String(number)}` });
      expect(await request.now()).toMatchObject({ status: 'Provisioned' });
    }
  });
});

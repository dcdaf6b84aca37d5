import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance, type Values } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { AttackedSandbox, type Past } from './site/attacked-sandbox.ts';

const CLOUD = 'Cloud account request';

/** What a file may say of a ticket’s past, in the order in which it should have been. */
const STEPS: Past[] = [
  { by: 'engineer', at: '2026-01-05T09:00:00.000Z', from: 'Requested', to: 'Awaiting approval' },
  { by: 'cloud', at: '2026-01-06T09:00:00.000Z', from: 'Awaiting approval', to: 'Approved' },
  { by: 'cloud', at: '2026-01-07T09:00:00.000Z', from: 'Approved', to: 'Provisioned' },
];

describe.each([
  ['where an import leaves out the app’s own fields', {}],
  ['where an import brings them along', { readOnlyOnCreate: 'accept' }],
] as const)('%s', (_, settings) => {
  let attacked: AttackedSandbox;
  let site: Governance;
  let accessSite: Governance;
  /** The app’s own fields as they stand on an approved ticket: a file may say so. */
  let asApproved: Values;

  beforeAll(async () => {
    attacked = await AttackedSandbox.start({ settings });
    site = await Governance.of(attacked.sandbox);
    await liftLocks(site);
    accessSite = await Governance.of(attacked.sandbox, 'Remit: Access request');
    const { accountable, performer, accountableRole, responsibility, contentHash } = await (
      await site.approved()
    ).now();
    const written = {
      Accountable: accountable,
      Performer: performer,
      'Accountable role': accountableRole,
      Responsibility: responsibility,
      'Content hash': contentHash,
    };
    asApproved = 'readOnlyOnCreate' in settings ? written : {};
  }, STARTS_WITHIN_MS);
  afterAll(() => attacked.sandbox.stop());

  const imported = (status: string, history: Past[] = []): Promise<CloudAccountRequest> =>
    attacked.import(site, CLOUD, status, {
      values: { ...COMPLETE, ...asApproved },
      creator: 'engineer',
      history,
    });

  const provision = (request: CloudAccountRequest) =>
    request.move('cloud', 'Provision', { 'Account ID': request.id });

  async function decideAgain(request: CloudAccountRequest): Promise<void> {
    await request.mustMove('cloud', 'Rework');
    await request.mustMove('engineer', 'Submit');
    await request.mustMove('cloud', 'Approve');
    expect(await provision(request)).toMatchObject({ status: 204 });
  }

  it.each([
    ['no past', []],
    ['a past that says it was approved', STEPS.slice(0, 2)],
  ])('NOT_APPROVED_BY_ACCOUNTABLE: a ticket imported as approved, with %s', async (__, history) => {
    const request = await imported('Approved', history);
    expect((await provision(request)).status).toBe(400);
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({ status: 'Approved', accountable: site.accountId('cloud') });
    const refused = await provision(request);
    expect(refused.codes).toEqual(['NOT_APPROVED_BY_ACCOUNTABLE', 'CONTENT_CHANGED']);
    await decideAgain(request);
  });

  it.each([
    ['no past', []],
    ['a past that says it was submitted', STEPS.slice(0, 1)],
  ])('CONTENT_CHANGED: a ticket imported as awaiting approval, with %s', async (__, history) => {
    const request = await imported('Awaiting approval', history);
    await site.sandbox.run('sweep');
    expect(await request.move('cloud', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await decideAgain(request);
  });

  it('a ticket imported as provisioned, with a past, is in no register', async () => {
    const request = await imported('Provisioned', STEPS);
    await request.edit('admin', { 'Account ID': '4711' });
    await site.sandbox.run('sweep');
    const registered = await site.registeredAccounts();
    expect(registered.filter(({ ticket }) => ticket === request.key)).toEqual([]);

    const honest = await site.approved();
    expect(await honest.move('cloud', 'Provision', { 'Account ID': '4711' })).toMatchObject({ status: 204 });
  });

  it('NOT_APPROVED_BY_ACCOUNTABLE: an access request imported as approved is granted to no one', async () => {
    const request = await attacked.import(accessSite, 'Access request', 'Approved', {
      values: await access(accessSite),
      creator: 'engineer',
      history: [{ ...STEPS[0], ...STEPS[1], by: 'iam' } as Past],
    });
    await site.sandbox.run('sweep');
    for (const person of ['iam', 'app'] as const) {
      const refused = await request.move(person, 'Grant');
      expect(refused.codes).toEqual(['NOT_APPROVED_BY_ACCOUNTABLE', 'CONTENT_CHANGED']);
    }
    await request.mustMove('iam', 'Rework');
    await request.mustMove('engineer', 'Submit');
    await request.mustMove('iam', 'Approve');
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
  });

  it('a change of the matrix imported as approved makes no version', async () => {
    const office = await MatrixOffice.of(site);
    const { number } = (await office.view()).version;
    await office.put('gov-matrix-maintenance', { frequency: `Every ${String(number + 1)} months` });
    const history: Past[] = [
      { by: 'admin', at: '2026-01-05T09:00:00.000Z', from: 'Draft', to: 'Awaiting approval' },
      { by: 'ceo', at: '2026-01-06T09:00:00.000Z', from: 'Awaiting approval', to: 'Approved' },
    ];
    const values: Values = {};
    await attacked.import(site, 'Responsibility change', 'Approved', { values, creator: 'admin', history });
    await site.sandbox.run('sweep');
    expect((await office.view()).version).toMatchObject({ number });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await change.mustMove('ceo', 'Approve');
    expect((await office.view()).version).toMatchObject({ number: number + 1 });
  });
});

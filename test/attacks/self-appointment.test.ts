import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS, TestSandbox, type Person, type Reply } from '../support/sandbox-client.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { appointEveryone, setUp } from '../acceptance/site/set-up.ts';

/**
 * The administrator began with what the CISO has in the sample company: holder of a role, deputy of the Cloud Platform
 * Owner (cloud), of the IAM Lead (iam) and of the Executive Owner (ceo), who approves matrices.
 */
let site: Governance;
let office: MatrixOffice;

beforeAll(async () => {
  const sandbox = await TestSandbox.start({ empty: true });
  await setUp(sandbox);
  site = await Governance.of(sandbox);
  office = await MatrixOffice.of(site);
  await appointEveryone(site, line => line.replace('ciso@', 'admin@'));
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const SETTINGS = { accessDays: 365, privilegedAccessDays: 90, reviewCadenceDays: 365 };
const set = (matrixApproverRole: string, days = SETTINGS): Promise<Reply> =>
  site.sandbox.as('admin').invoke('settings.set', { ...days, matrixApproverRole });
const approverRole = async () =>
  (await site.sandbox.as('admin').ask('settings.get', z.object({ matrixApproverRole: z.string() })))
    .matrixApproverRole;

async function appoint(person: Person, days: number | null, role = 'cloud-platform-owner') {
  const to = days === null ? null : await site.day(days);
  const period = { capacity: 'holder', from: await site.day(), to };
  const asked = { role, accountId: site.accountId(person), ...period };
  return site.sandbox.as('admin').invoke('holders.appoint', asked);
}

const REFUSED = { ok: false, code: 'SELF_APPOINTMENT' };

describe('an administrator who is a deputy', () => {
  it.each<[what: string, attack: () => Promise<Reply>]>([
    ['appoints a holder for one day, by hand', () => appoint('secops', 1)],
    ['appoints a holder for a month', () => appoint('secops', 30)],
    [
      'appoints one for a day by a file',
      async () => {
        const line = `cloud-platform-owner,secops@aurora.example,holder,${await site.day()},${await site.day(1)}`;
        const csv = `role,email,capacity,from,to\n${line}\n`;
        return site.sandbox.as('admin').invoke('register.import', { dataset: 'holders', csv });
      },
    ],
    [
      'takes over what the holder has',
      async () =>
        site.sandbox.as('admin').invoke('holders.transfer', {
          fromAccountId: site.accountId('cloud'),
          toAccountId: site.accountId('admin'),
          from: await site.day(),
          dryRun: false,
        }),
    ],
    ['appoints a holder of the matrix approver’s role for a day', () => appoint('iam', 1, 'executive-owner')],
  ])('SELF_APPOINTMENT: %s, and decides nothing by it, today or later', async (_, attack) => {
    expect(await attack()).toMatchObject(REFUSED);
    const request = await site.submitted();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    await site.sandbox.advance('P2D');
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('admin', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('appoints another holder for good, who decides, and back', async () => {
    expect(await appoint('secops', null)).toMatchObject({ ok: true });
    const request = await site.submitted({ ...COMPLETE, 'Security contact': 'iam' });
    expect(await request.move('secops', 'Approve')).toMatchObject({ status: 204 });
    await site.sandbox.advance('P1D');
    expect(await appoint('cloud', null)).toMatchObject({ ok: true });
  });
});

describe('the role that approves matrices', () => {
  it.each(['ciso', 'cloud-platform-owner', 'iam-lead'])(
    'SELF_APPOINTMENT: is not given to a role of the administrator’s, %s, there and back',
    async role => {
      // Both are involved in it: only the matrix approver can decide.
      const request = await site.submitted({ ...COMPLETE, 'Account owner': 'admin' }, 'cloud');
      expect(await set(role)).toMatchObject(REFUSED);
      expect(await approverRole()).toBe('executive-owner');
      await site.sandbox.settle();
      expect(await request.now()).toMatchObject({ accountable: site.accountId('ceo') });
      expect(await request.move('ceo', 'Approve')).toMatchObject({ status: 204 });
      expect(await set('executive-owner', { ...SETTINGS, accessDays: 300 })).toMatchObject({ ok: true });
    },
  );

  it('CONSENT_NEEDED: is not given to the role of someone else by a setting', async () => {
    for (const role of ['security-operations-lead', 'application-owner'])
      expect(await set(role)).toMatchObject({ ok: false, code: 'CONSENT_NEEDED' });
    expect(await approverRole()).toBe('executive-owner');
  });

  async function asked(role: string) {
    await office.edit({ edit: 'begin' });
    const { revision } = await office.draft();
    expect(await office.edit({ edit: 'matrix approver', revision, role })).toMatchObject({ ok: true });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    return change;
  }

  it('changes once its holder approves a Responsibility change that says so, and by nothing else', async () => {
    const rejected = await asked('security-operations-lead');
    for (const person of ['admin', 'secops'] as const)
      expect(await rejected.move(person, 'Approve')).toMatchObject({ status: 400 });
    await rejected.mustMove('ceo', 'Reject');
    expect(await approverRole()).toBe('executive-owner');

    await office.edit({ edit: 'discard', revision: (await office.draft()).revision });
    const change = await asked('security-operations-lead');
    const { revision } = await office.draft();
    const late = { edit: 'matrix approver', revision, role: 'ciso' };
    expect(await office.edit(late)).toMatchObject({ ok: false, code: 'DRAFT_SUBMITTED' });
    await change.mustMove('ceo', 'Approve');
    expect(await approverRole()).toBe('security-operations-lead');
    expect((await site.evidence('settings'))[0]).toMatchObject({ actor: site.accountId('ceo') });

    await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
    const next = await office.opened();
    await next.mustMove('admin', 'Submit');
    expect(await next.move('ceo', 'Approve')).toMatchObject({ status: 400 });
    expect(await next.move('secops', 'Approve')).toMatchObject({ status: 204 });
  });
});

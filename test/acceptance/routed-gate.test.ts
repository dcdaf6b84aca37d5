import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { z } from 'zod';
import { COMPLETE, Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** Adds an option to a select, as an administrator may at any time, without the app's doing. */
async function addOption(field: string, value: string): Promise<void> {
  const admin = site.sandbox.as('admin');
  const path = `/rest/api/3/field/${site.fieldId(field)}/context`;
  const contexts = z.object({ values: z.array(z.object({ id: z.string() })) });
  const [context] = contexts.parse((await admin.get(path)).body).values;
  const { status } = await admin.post(`${path}/${context?.id ?? ''}/option`, { options: [{ value }] });
  expect(status).toBe(200);
}

describe('a ticket that the matrix gives to no one', () => {
  it('SERVICE_UNKNOWN: names an option that no service of the register stands behind', async () => {
    await addOption('Cloud service', 'Shadow Cloud');
    const request = await site.raise({ ...COMPLETE, 'Cloud service': 'Shadow Cloud' });
    const refused = await request.move('engineer', 'Submit');
    expect(refused).toMatchObject({ status: 400, codes: ['SERVICE_UNKNOWN'] });
    expect(refused.messages[0]).toMatch(
      /^Shadow Cloud is not in the services register\. .*Jira administrator/,
    );
    expect(await request.move('engineer', 'Submit', { 'Cloud service': 'AWS' })).toMatchObject({
      status: 204,
    });
  });

  it('SERVICE_UNKNOWN: passes as soon as the service is in the register', async () => {
    await addOption('Cloud service', 'Scaleway');
    const request = await site.raise({ ...COMPLETE, 'Cloud service': 'Scaleway' });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ codes: ['SERVICE_UNKNOWN'] });
    await site.import('services', [
      'key,name,provider,model,viewpoint,material,contract',
      'scaleway,Scaleway,Scaleway SAS,IaaS,customer,no,MSA-2026-001',
    ]);
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud'), labels: [] });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  });

  it('NO_RESPONSIBILITY: asks for a domain in which the matrix has no row', async () => {
    await addOption('Responsibility domain', 'Physical security');
    const request = await site.raise({ ...COMPLETE, 'Responsibility domain': 'Physical security' });
    const refused = await request.move('engineer', 'Submit');
    expect(refused).toMatchObject({ status: 400, codes: ['NO_RESPONSIBILITY'] });
    expect(refused.messages[0]).toMatch(/^No one is accountable for Physical security on AWS.*matrix owner/);
    await request.edit('engineer', { 'Responsibility domain': 'Governance' });
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('ciso'),
      responsibility: 'gov-default @ v1',
    });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  });

  it('stands unassigned, labelled and explained, once, until the gap is closed', async () => {
    await addOption('Responsibility domain', 'Space security');
    const request = await site.raise({ ...COMPLETE, 'Responsibility domain': 'Space security' });
    expect(await request.now()).toMatchObject({
      assignee: null,
      accountable: null,
      responsibility: null,
      labels: ['responsibility-gap'],
    });
    await site.sandbox.run('sweep');
    expect(await request.comments()).toEqual([
      expect.stringMatching(
        /^Not routed\. No one is accountable for Space security on AWS.*\(NO_RESPONSIBILITY\)$/,
      ),
    ]);
    await request.edit('engineer', { 'Responsibility domain': null });
    expect(await request.now()).toMatchObject({
      assignee: site.accountId('engineer'),
      accountable: site.accountId('cloud'),
      labels: [],
    });
    expect(await request.comments()).toHaveLength(2);
  });
});

describe('a role that no one fills any more', () => {
  it('ROLE_VACANT: keeps tickets where they are until someone is appointed', async () => {
    const awaiting = await site.submitted({ ...COMPLETE, 'Cloud service': 'GitHub' });
    const [today, tomorrow, later] = [await site.day(), await site.day(1), await site.day(3)];
    await site.appoint(`application-owner,app@aurora.example,holder,2024-01-01,${tomorrow}`);
    const before = await site.raise({ ...COMPLETE, 'Cloud service': 'GitHub' });
    expect(await before.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    expect(today < tomorrow).toBe(true);

    await site.sandbox.advance('P2D');
    const request = await site.raise({ ...COMPLETE, 'Cloud service': 'GitHub' });
    const refused = await request.move('engineer', 'Submit');
    expect(refused).toMatchObject({ status: 400, codes: ['ROLE_VACANT'] });
    expect(refused.messages[0]).toMatch(/^Application Owner is accountable .*appoint a holder or a deputy/);
    expect(await awaiting.now()).toMatchObject({
      accountable: null,
      assignee: null,
      labels: ['responsibility-gap'],
    });

    await site.appoint(`application-owner,app@aurora.example,holder,${await site.day()},${later}`);
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    expect(await awaiting.now()).toMatchObject({ accountable: site.accountId('app'), labels: [] });
    expect(await awaiting.move('app', 'Approve')).toMatchObject({ status: 204 });
  });

  it('ROLE_VACANT: refuses an approval too, when the role fell vacant and no event told of it', async () => {
    const { sandbox } = site;
    await site.appoint(
      `application-owner,app@aurora.example,holder,${await site.day(1)},${await site.day(2)}`,
    );
    await sandbox.advance('P1D');
    const request = await site.submitted({ ...COMPLETE, 'Cloud service': 'GitHub' });
    await sandbox.fault({ match: { function: 'on-sweep' }, status: 500, times: 1 });
    await sandbox.advance('P1D');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('app') });
    expect(await request.moveAtOnce('app', 'Approve')).toMatchObject({ status: 400, codes: ['ROLE_VACANT'] });
    await site.appoint(`application-owner,app@aurora.example,holder,${await site.day()},`);
    expect(await request.move('app', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('a matrix that is not in force yet', () => {
  const TWO_DAYS_MS = 2 * 86_400_000;

  it('MATRIX_NOT_APPROVED: lets nothing be submitted before its first day', async () => {
    const early = await Governance.open({ clockAhead: -TWO_DAYS_MS });
    try {
      const request = await early.raise();
      const refused = await request.move('engineer', 'Submit');
      expect(refused).toMatchObject({ status: 400, codes: ['MATRIX_NOT_APPROVED'] });
      expect(refused.messages[0]).toMatch(
        /^No responsibility matrix .* Jira administrator can finish set-up/,
      );
      expect(await request.now()).toMatchObject({ accountable: null, labels: ['responsibility-gap'] });
      await early.sandbox.advance('P3D');
      expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    } finally {
      await early.sandbox.stop();
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from './site/no-one-named.ts';
import { LEAVER, STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { COMPLETE, Governance } from './site/governance.ts';

/** Told in order: each test finds the appointments that the one before made. */
describe('the people behind the roles', () => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open();
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  const GITHUB = { ...COMPLETE, 'Cloud service': 'GitHub' };

  it('open tickets go to a new holder as soon as the register says so', async () => {
    const request = await site.submitted();
    await site.appoint(`cloud-platform-owner,iam@aurora.example,holder,${await site.day()},`);
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('iam'),
      assignee: site.accountId('iam'),
    });
    expect((await request.comments()).at(-1)).toContain(`Until now it was with ${site.nameOf('cloud')}.`);
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
  });

  it('ROUTE_STALE: who stands on the ticket no longer decides once the register names another, routed or not', async () => {
    const request = await site.submitted();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
    await site.sandbox.fault({
      match: { function: 'on-upkeep-job', path: '/search/jql' },
      status: 500,
      times: 1,
    });
    await site.appoint(`cloud-platform-owner,secops@aurora.example,holder,${await site.day()},`);
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });

    const refused = await request.move('iam', 'Approve');
    expect(refused).toMatchObject({ status: 400, codes: ['ROUTE_STALE'] });
    expect(refused.messages[0]).toMatch(
      new RegExp(`has changed since it was routed\\. .* to ${site.nameOf('secops')}; reload`),
    );
    expect(await request.now()).toMatchObject({
      status: 'Awaiting approval',
      accountable: site.accountId('secops'),
    });
    expect(await request.move('secops', 'Approve')).toMatchObject({ status: 204 });
  });

  it('a job that failed is done again after a while', async () => {
    const request = await site.submitted();
    await site.sandbox.fault({
      match: { function: 'on-upkeep-job', path: '/search/jql' },
      status: 500,
      times: 1,
    });
    await site.appoint(`cloud-platform-owner,app@aurora.example,holder,${await site.day()},`);
    expect(await request.now()).toMatchObject({ accountable: site.accountId('secops') });
    await site.sandbox.advance('PT30S');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('app') });
  });

  it('a period that begins later is waited for', async () => {
    const request = await site.submitted();
    await site.appoint(`cloud-platform-owner,iam@aurora.example,holder,${await site.day(2)},`);
    expect(await request.now()).toMatchObject({ accountable: site.accountId('app') });
    await site.sandbox.advance('P2D');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
  });

  it('a holder without an active account gives way to the deputy', async () => {
    const request = await site.submitted();
    await site.appoint(`cloud-platform-owner,${LEAVER},holder,${await site.day()},`);
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ciso') });
    expect((await request.comments()).at(-1)).toContain('deputy of the Cloud Platform Owner');
    expect(await request.move('ciso', 'Approve')).toMatchObject({ status: 204 });
  });

  it('deputies step in when no one is left before them', async () => {
    const request = await site.submitted(GITHUB);
    await site.appoint(
      `application-owner,iam@aurora.example,deputy,${await site.day()},`,
      `application-owner,app@aurora.example,holder,2024-01-01,${await site.day(1)}`,
    );
    expect(await request.now()).toMatchObject({ accountable: site.accountId('app') });
    await site.sandbox.advance('P1D');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
  });

  it('every change of a holder is on record, with who made it', async () => {
    const changes = await site.evidence('role:cloud-platform-owner');
    expect(changes.length).toBeGreaterThanOrEqual(5);
    expect(new Set(changes.map(({ kind, actor }) => `${kind} ${String(actor)}`))).toEqual(
      new Set([`role-holder-changed ${site.accountId('admin')}`]),
    );
  });
});

describe('appointments', () => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open();
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  const appoint = (line: string) => {
    const csv = `role,email,capacity,from,to\n${line}\n`;
    return site.sandbox.as('admin').invoke('register.import', { dataset: 'holders', csv });
  };

  it('SELF_APPOINTMENT: an administrator makes no one of themselves, and someone of others', async () => {
    const own = await appoint(`cloud-platform-owner,admin@aurora.example,deputy,${await site.day()},`);
    expect(own).toMatchObject({
      ok: false,
      code: 'SELF_APPOINTMENT',
      errors: [{ line: 2, column: 'email' }],
    });
    const byId = await appoint(`cloud-platform-owner,${site.accountId('admin')},deputy,${await site.day()},`);
    expect(byId).toMatchObject({ ok: false, code: 'SELF_APPOINTMENT' });
    const others = await appoint(`cloud-platform-owner,iam@aurora.example,deputy,${await site.day()},`);
    expect(others).toMatchObject({ ok: true, data: { added: 1 } });
  });

  it('PERIOD_IN_THE_PAST: no appointment is dated back once there are any', async () => {
    const past = await appoint(`iam-lead,app@aurora.example,holder,${await site.day(-1)},`);
    expect(past).toMatchObject({
      ok: false,
      code: 'PERIOD_IN_THE_PAST',
      errors: [{ line: 2, column: 'from' }],
    });
    const today = await appoint(`iam-lead,app@aurora.example,holder,${await site.day()},`);
    expect(today).toMatchObject({ ok: true });
  });

  it('BAD_FILE: names every line, and imports none', async () => {
    const csv = [
      'role,email,capacity,from,to',
      'no one,iam@aurora.example,holder,2030-01-01,',
      'ciso,no one@aurora.example,holder,2030-01-01,',
      'ciso,iam@aurora.example,chief,2030-01-01,',
      'ciso,iam@aurora.example,holder,2030-01-01,',
      'no one,no one@aurora.example,chief,soon,',
      '',
    ].join('\n');
    const admin = site.sandbox.as('admin');
    const refused = await admin.invoke('register.import', { dataset: 'holders', csv });
    // Lines are counted, and not what is wrong with them.
    const message = '4 rows have errors. Nothing was imported.';
    expect(refused).toMatchObject({ ok: false, code: 'BAD_FILE', message });
    expect(refused).toHaveProperty('errors.length', 5);
    expect(await site.evidence('role:ciso')).toHaveLength(2);
  });

  it('are tried out by a dry run that writes nothing', async () => {
    const csv = `role,email,capacity,from,to\nciso,iam@aurora.example,deputy,${await site.day(1)},\n`;
    const payload = { dataset: 'holders', csv, dryRun: true };
    const dry = await site.sandbox.as('admin').invoke('register.import', payload);
    expect(dry).toMatchObject({ ok: true, data: { added: 1, dryRun: true } });
    expect(await site.evidence('role:ciso')).toHaveLength(2);
    expect(
      await site.sandbox.as('admin').invoke('register.import', { ...payload, dryRun: false }),
    ).toMatchObject({
      ok: true,
      data: { added: 1, dryRun: false },
    });
    expect(await site.evidence('role:ciso')).toHaveLength(3);
  });

  itNamesNoOneInEvidence(() => site);
});

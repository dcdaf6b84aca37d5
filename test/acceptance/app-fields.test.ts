import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { COMPLETE, Governance, type Values } from './site/governance.ts';

/** Each of the fields that only the app writes, with a value that someone might like there. */
const FORGERIES: [field: string, value: string][] = [
  ['Accountable', 'engineer2'],
  ['Performer', 'engineer2'],
  ['Accountable role', 'CISO'],
  ['Responsibility', 'gov-default @ v1'],
  ['Content hash', '0'.repeat(64)],
];

describe('where Jira keeps read-only fields from people', () => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open();
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it.each(FORGERIES)(
    '%s is written by no one: not by an edit, a creation, a transition or the app’s own door',
    async (field, value) => {
      const request = await site.raise();
      const before = await request.now();
      const forged = { [field]: value };
      for (const person of ['engineer', 'cloud', 'admin'] as const) {
        expect(await request.tryToEdit(person, forged)).toMatchObject({ status: 400 });
        expect(await site.create({ ...COMPLETE, ...forged }, person)).toMatchObject({ status: 400 });
        expect(await request.move(person, 'Submit', forged)).toMatchObject({ status: 400 });
        const updates = [{ customField: site.fieldId(field), issueIds: [Number(request.id)], value }];
        const asApp = await site.sandbox.as(person).post('/rest/api/3/app/field/value', { updates });
        expect(asApp.status).toBe(403);
      }
      expect(await request.now()).toEqual(before);
      expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    },
  );
});

describe('where Jira lets transitions and creations carry read-only fields', () => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open({
      settings: { readOnlyOnTransition: 'accept', readOnlyOnCreate: 'accept' },
    });
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it.each(FORGERIES)('APP_FIELD_FORGED: no Submit carries %s', async (field, value) => {
    const request = await site.raise();
    const refused = await request.move('engineer', 'Submit', { [field]: value });
    expect(refused).toMatchObject({ status: 400, codes: ['APP_FIELD_FORGED'] });
    expect(refused.messages[0]).toMatch(new RegExp(`^Only Remit sets ${field}`));
    expect(await request.now()).toMatchObject({ status: 'Requested', accountable: site.accountId('cloud') });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  });

  it.each(FORGERIES)('APP_FIELD_FORGED: no Provision carries %s', async (field, value) => {
    const request = await site.approved();
    const account: Values = { 'Account ID': request.key };
    expect(await request.move('cloud', 'Provision', { ...account, [field]: value })).toMatchObject({
      status: 400,
      codes: ['APP_FIELD_FORGED'],
    });
    expect(await request.move('cloud', 'Provision', account)).toMatchObject({ status: 204 });
  });

  it.each(FORGERIES.slice(0, 4))(
    '%s of a creation is overwritten with what the matrix says',
    async (field, value) => {
      const request = await site.raise({ ...COMPLETE, [field]: value });
      expect(await request.now()).toMatchObject({
        accountable: site.accountId('cloud'),
        performer: site.accountId('cloud'),
        accountableRole: 'Cloud Platform Owner',
        responsibility: 'asset-account-provisioning.aws @ v1',
      });
    },
  );

  it('APP_FIELD_FORGED: an Accountable that came with the creation decides nothing, even before it is overwritten', async () => {
    const { sandbox } = site;
    await sandbox.fault({ match: { function: 'on-ticket-event' }, status: 500, times: 1 });
    const request = await site.raise({ ...COMPLETE, Accountable: 'engineer2' });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('engineer2') });
    expect(await request.move('engineer', 'Submit')).toMatchObject({
      status: 400,
      codes: ['APP_FIELD_FORGED'],
    });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    expect(await request.move('engineer2', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS, type Reply } from '../support/sandbox-client.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { setUp } from '../acceptance/site/set-up.ts';

/** What an administrator does to the register of services, while tickets rest on what was approved. */
let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const HEADER = 'key,name,provider,model,viewpoint,material,contract';
const AWS = 'Amazon Web Services EMEA SARL';
const line = (key: string, name: string, provider: string, model = 'IaaS') =>
  `${key},${name},${provider},${model},customer,no,MSA`;

async function imported(dataset: string, header: string, lines: readonly string[]): Promise<Reply> {
  const csv = `${[header, ...lines].join('\n')}\n`;
  const reply = await site.sandbox.as('admin').invoke('register.import', { dataset, csv });
  await site.sandbox.settle();
  return reply;
}

const services = (...lines: string[]) => imported('services', HEADER, lines);
const providers = async (key: string) =>
  (await site.registeredAccounts()).filter(({ ticket }) => ticket === key).map(({ provider }) => provider);

describe('a name of a service that is given to another', () => {
  it.each([
    [
      'two swap names in one file',
      [line('aws', 'GitHub', AWS), line('github', 'AWS', 'GitHub', 'SaaS')],
      [2, 3],
    ],
    ['a new service takes the name of one', [line('rogue', 'AWS', 'Rogue')], [2]],
    ['a new service is called by the key of one', [line('rogue', 'aws', 'Rogue')], [2]],
    ['two new ones have one name', [line('one', 'Same', 'One'), line('two', 'Same', 'Two')], [2, 3]],
    [
      'the key of a new one is what another is called',
      [line('one', 'two', 'One'), line('two', 'Two', 'Two')],
      [2, 3],
    ],
  ])('BAD_FILE: %s', async (_, lines, bad) => {
    const request = await site.submitted();
    const before = await request.now();
    const reply = await services(...lines);
    expect(reply).toMatchObject({ ok: false, code: 'BAD_FILE' });
    expect((reply as { errors: { line: number }[] }).errors.map(error => error.line)).toEqual(bad);
    expect(await request.now()).toEqual(before);
    await request.mustMove('cloud', 'Approve');
    await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
    expect(await providers(request.key)).toEqual([AWS]);
  });

  it('BAD_FILE: once the first was renamed, for what was approved still calls it so', async () => {
    expect(await services(line('salesforce', 'Sales', 'SFDC Ireland Limited', 'SaaS'))).toMatchObject({
      ok: true,
    });
    expect(await services(line('rogue', 'Salesforce', 'Rogue'))).toMatchObject({ code: 'BAD_FILE' });
    // and by the name that it has now, too
    expect(await services(line('rogue', 'Sales', 'Rogue'))).toMatchObject({ code: 'BAD_FILE' });
  });

  it('is followed by what a ticket means: the service of that key, as it was approved', async () => {
    const byOldName = await site.submitted({ ...COMPLETE, 'Cloud service': 'Salesforce' });
    await byOldName.mustMove('cloud', 'Approve');
    await byOldName.mustMove('cloud', 'Provision', { 'Account ID': byOldName.id });
    expect(await providers(byOldName.key)).toEqual(['SFDC Ireland Limited']);
  });

  it('BAD_FILE: two roles swap names', async () => {
    const roles = ['ciso,IAM Lead,internal,C', 'iam-lead,CISO,internal,C'];
    expect(await imported('roles', 'key,name,kind,charter', roles)).toMatchObject({ code: 'BAD_FILE' });
    const renamed = await imported('roles', 'key,name,kind,charter', ['ciso,Chief Security,internal,C']);
    expect(renamed).toMatchObject({ ok: true, data: { changed: 1 } });
  });
});

describe('a provider that is changed', () => {
  it('after Submit, Approve or both: registers the account with the provider that was approved', async () => {
    const [submitted, approved] = [await site.submitted(), await site.approved()];
    expect(await services(line('aws', 'AWS', 'Rogue Ltd'))).toMatchObject({ ok: true, data: { changed: 1 } });
    await submitted.mustMove('cloud', 'Approve');
    for (const request of [submitted, approved]) {
      await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
      expect(await providers(request.key)).toEqual([AWS]);
    }
  });

  it('is on record as it was and as it is, of every service that changed and of no other', async () => {
    const again = [line('aws', 'AWS', AWS), line('azure-sql', 'Azure SQL', 'Other', 'PaaS')];
    expect(await services(...again)).toMatchObject({ ok: true, data: { changed: 2 } });
    expect((await site.evidence('service:aws'))[0]).toMatchObject({
      kind: 'service-changed',
      actor: site.accountId('admin'),
      facts: { before: { provider: 'Rogue Ltd' }, after: { provider: AWS } },
    });
    expect(await site.evidence('service:azure-sql')).toMatchObject([
      {
        facts: { before: { provider: 'Microsoft Ireland Operations Limited' }, after: { provider: 'Other' } },
      },
    ]);
    expect(await services(...again)).toMatchObject({ ok: true, data: { changed: 0 } });
    expect(await site.evidence('service:azure-sql')).toHaveLength(1);
  });

  it('CONTENT_CHANGED: of a service that no version of the matrix names yet, after Submit', async () => {
    expect(await services(line('later', 'Later', 'First Ltd'))).toMatchObject({
      ok: true,
      data: { added: 1 },
    });
    await setUp(site.sandbox);
    const values = { ...COMPLETE, 'Cloud service': 'Later' };
    const [changed, kept] = [await site.submitted(values), await site.approved(values)];
    expect(await changed.now()).toMatchObject({
      responsibility: expect.not.stringContaining('.later') as unknown,
    });
    expect(await services(line('later', 'Later', 'Second Ltd'))).toMatchObject({ ok: true });
    const refused = await changed.move('cloud', 'Approve');
    expect(refused).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
    expect(refused.messages[0]).toMatch(/^The provider of Later was First Ltd .*, and is Second Ltd now/);
    const provision = { 'Account ID': kept.id };
    expect(await kept.move('cloud', 'Provision', provision)).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await changed.mustMove('cloud', 'Rework');
    await changed.mustMove('engineer', 'Submit');
    expect(await changed.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('what a draft of the matrix names', () => {
  it('CONTENT_CHANGED: is changed in the register while the draft waits; a service that it doesn’t name may', async () => {
    const office = await MatrixOffice.of(site);
    await office.put('asset-account-provisioning.aws', { frequency: 'Weekly' });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await services(line('aws', 'AWS', 'Rogue Ltd'));
    const refused = await change.move('ceo', 'Approve');
    expect(refused).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
    await change.mustMove('ceo', 'Rework');
    await change.mustMove('admin', 'Submit');
    await services(line('later', 'Later', 'Third Ltd'));
    expect(await change.move('ceo', 'Approve')).toMatchObject({ status: 204 });
    // the version that is in force from now on names the provider that its approver saw
    const request = await site.approved();
    await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
    expect(await providers(request.key)).toEqual(['Rogue Ltd']);
  });

  it('CONTENT_CHANGED: what was submitted by the version before, with another provider, is not approved by this one', async () => {
    const office = await MatrixOffice.of(site);
    const request = await site.submitted();
    await services(line('aws', 'AWS', AWS));
    await office.put('asset-account-provisioning.aws', { frequency: 'Monthly' });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await change.mustMove('ceo', 'Approve');
    expect(await request.move('cloud', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await request.mustMove('cloud', 'Rework');
    await request.mustMove('engineer', 'Submit');
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import type { CloudAccountRequest, Move } from './site/cloud-account-request.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';
import { changeWorkflow, changing } from './site/workflow.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const provision = (request: CloudAccountRequest, accountId: string): Promise<Move> =>
  request.move('cloud', 'Provision', { 'Account ID': accountId });

describe('an account id', () => {
  it.each(['', '   ', '\u200b', '--'])('ACCOUNT_ID_MISSING: is not %j', async accountId => {
    const request = await site.approved();
    const refused = await provision(request, accountId);
    expect(refused).toMatchObject({ status: 400, codes: ['ACCOUNT_ID_MISSING'] });
    expect(refused.messages[0]).toMatch(/^In Account ID, enter the identifier/);
    expect(await provision(request, request.id)).toMatchObject({ status: 204 });
  });

  it.each([
    ['signs that stand for whole sentences', 'ﷺ'.repeat(20)],
    ['ligatures', 'ﬃ'.repeat(86)],
    ['fractions', '\u215B'.repeat(90)],
  ])('ACCOUNT_ID_TOO_LONG: is none that is longer than it looks: %s', async (_, accountId) => {
    const request = await site.approved();
    const refused = await provision(request, accountId);
    expect(refused).toMatchObject({ status: 400, codes: ['ACCOUNT_ID_TOO_LONG'] });
    expect(await provision(request, `${'x'.repeat(255 - request.id.length)}${request.id}`)).toMatchObject({
      status: 204,
    });
  });

  it('may stand on the ticket before', async () => {
    const request = await site.approved();
    await request.edit('engineer', { 'Account ID': 'on-the-ticket' });
    expect(await request.move('cloud', 'Provision')).toMatchObject({ status: 204 });
    expect(await site.registeredAccounts()).toContainEqual(
      expect.objectContaining({ accountId: 'on-the-ticket', ticket: request.key }),
    );
  });

  it.each([
    ['as it was', '1234-5678-9012'],
    ['without dashes', '123456789012'],
    ['with spaces', ' 1234 5678 9012 '],
    ['with other dashes', '1234\u20135678\u20119012'],
    ['with what cannot be seen', '1234\u200b56789012\u00ad'],
    ['in wide digits', '１２３４５６７８９０１２'],
  ])('ACCOUNT_ALREADY_REGISTERED: is registered once, and not again %s', async (_, spelling) => {
    const taken = (await site.registeredAccounts()).find(({ accountId }) => accountId === '123456789012');
    const first = taken?.ticket ?? (await registerFirst());
    const request = await site.approved();
    const refused = await provision(request, spelling);
    expect(refused).toMatchObject({ status: 400, codes: ['ACCOUNT_ALREADY_REGISTERED'] });
    expect(refused.messages[0]).toContain(`account 123456789012 is already registered by ${first}`);
    expect(await request.now()).toMatchObject({ status: 'Approved' });
    expect(await provision(request, request.id)).toMatchObject({ status: 204 });
  });

  async function registerFirst(): Promise<string> {
    const request = await site.approved();
    expect(await provision(request, '1234-5678-9012')).toMatchObject({ status: 204 });
    return request.key;
  }

  it('is another one with another provider', async () => {
    const [aws, google] = [
      await site.approved(),
      await site.approved({ ...COMPLETE, 'Cloud service': 'Google Cloud' }),
    ];
    expect(await provision(aws, 'shared-name')).toMatchObject({ status: 204 });
    expect(await provision(google, 'shared-name')).toMatchObject({ status: 204 });
  });

  it('goes to one of several tickets that ask for it at the same moment', async () => {
    const requests = [await site.approved(), await site.approved(), await site.approved()];
    const values = { 'Account ID': 'contended' };
    const moves = await Promise.all(
      requests.map(request => request.moveAtOnce('cloud', 'Provision', values)),
    );
    await site.sandbox.settle();
    expect(moves.map(({ status }) => status).sort()).toEqual([204, 400, 400]);
    expect(moves.flatMap(({ codes }) => codes)).toEqual(Array(2).fill('ACCOUNT_ALREADY_REGISTERED'));
    const registered = await site.registeredAccounts();
    expect(registered.filter(({ accountId }) => accountId === 'contended')).toHaveLength(1);
  });
});

describe('a reservation whose transition never came', () => {
  /** A rule of an administrator's own refuses after the gate has allowed. */
  async function onlyWithABillingOwner(): Promise<void> {
    const parameters = {
      ruleType: 'fieldRequired',
      fieldsRequired: site.fieldId('Billing owner'),
      ignoreContext: 'true',
      errorMessage: 'Finance wants a billing owner.',
    };
    const validator = { ruleKey: 'system:validate-field-value', parameters };
    await changeWorkflow(
      site,
      changing('Provision', each => ({ ...each, validators: [...(each.validators ?? []), validator] })),
    );
  }

  const PAID = { ...COMPLETE, 'Billing owner': 'ceo' };

  it('keeps the account for its ticket for an hour, and then lapses', async () => {
    await onlyWithABillingOwner();
    const unpaid = await site.approved();
    const paid = await site.approved(PAID);
    const refused = await provision(unpaid, 'reserved');
    expect(refused).toMatchObject({ status: 400, messages: ['Finance wants a billing owner.'] });
    expect((await site.registeredAccounts()).map(({ accountId }) => accountId)).not.toContain('reserved');

    await site.sandbox.advance('PT58M');
    expect(await provision(paid, 'reserved')).toMatchObject({ codes: ['ACCOUNT_ALREADY_REGISTERED'] });
    await site.sandbox.advance('PT3M');
    expect(await provision(paid, 'reserved')).toMatchObject({ status: 204 });
    expect(await provision(unpaid, 'reserved')).toMatchObject({
      status: 400,
      codes: ['ACCOUNT_ALREADY_REGISTERED'],
    });
  });

  it('is free again as soon as its ticket asks for another account', async () => {
    const unpaid = await site.approved();
    const paid = await site.approved(PAID);
    await provision(unpaid, 'mistyped');
    await provision(unpaid, 'meant');
    expect(await provision(paid, 'mistyped')).toMatchObject({ status: 204 });
  });

  it('does not stand in the way of its own ticket', async () => {
    const request = await site.approved();
    await provision(request, 'own');
    await request.mustMove('engineer', 'Rework');
    await request.mustMove('engineer', 'Submit', { 'Billing owner': 'ceo' });
    await request.mustMove('cloud', 'Approve');
    expect(await provision(request, 'own')).toMatchObject({ status: 204 });
  });
});

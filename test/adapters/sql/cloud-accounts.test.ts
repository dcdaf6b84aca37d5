import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CloudAccount } from '../../../src/domain/cloud-account/cloud-account';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import { NOW } from '../../support/builders/company';
import { asked } from '../../ports/contracts/cloud-accounts.ts';
import { openSqlStore, type SqlStore } from './sql-store.ts';

/** What only a database can do wrong; the rest is in the contract of the port. */
describe('a cloud account in the database', () => {
  let store: SqlStore;

  beforeAll(async () => {
    store = await openSqlStore();
  });
  beforeEach(() => store.empty());
  afterAll(() => store.close());

  const reserve = (entry: CloudAccount, held: readonly CloudAccount[] = []) =>
    store.ports.cloudAccounts.reserve(entry, plus(NOW, -HOUR), held);
  const confirm = (entry: CloudAccount, held: readonly CloudAccount[]) =>
    store.ports.cloudAccounts.confirm(entry.ticket, entry.accountId, NOW, held);

  it('is reserved though the answer was lost', async () => {
    store.forge.fail({ containing: 'insert into `cloud_account`', how: 'answer lost' });
    expect(await reserve(asked('51', 'lost'))).toBe('reserved');
    expect(await store.ports.cloudAccounts.list()).toEqual([asked('51', 'lost')]);
  });

  it('has given back what else its ticket reserved once it is confirmed again, after a run that was cut short', async () => {
    const both = [asked('48', 'kept of two'), asked('48', 'left of two')] as const;
    for (const entry of both) await reserve(entry);
    store.forge.fail({ containing: 'delete from `cloud_account`', how: 'refused' });
    await expect(confirm(both[0], both)).rejects.toThrow();
    expect(await confirm(both[0], both)).toBe('already');
    expect(await store.ports.cloudAccounts.list()).toMatchObject([{ accountId: 'kept of two' }]);
  });

  it('takes one statement to reserve and one to register, unless the ticket has reserved another', async () => {
    store.forge.forget();
    await reserve(asked('49', 'plain'));
    await confirm(asked('49', 'plain'), [asked('49', 'plain')]);
    expect(store.forge.statements).toHaveLength(2);
  });
});

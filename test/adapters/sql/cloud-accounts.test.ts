import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sqlCloudAccounts } from '../../../src/adapters/sql/cloud-accounts/sql-cloud-accounts';
import { openDatabase } from '../../../src/adapters/sql/database';
import { sqlDecisions } from '../../../src/adapters/sql/decisions/sql-decisions';
import { migrate } from '../../../src/adapters/sql/migrations';
import type { CloudAccount } from '../../../src/domain/cloud-account/cloud-account';
import { HOUR, plus, type Instant } from '../../../src/domain/shared/instant';
import type { CloudAccounts } from '../../../src/ports/cloud-accounts';
import type { Decisions } from '../../../src/ports/decisions';
import { NOW, OWNER, SECOPS } from '../../support/builders/company';
import { ForgeSql } from './forge-sql.ts';

let forge: ForgeSql;
let accounts: CloudAccounts;
let decisions: Decisions;

beforeAll(async () => {
  forge = await ForgeSql.open();
  await migrate();
  const database = openDatabase();
  accounts = sqlCloudAccounts(database);
  decisions = sqlDecisions();
});
afterAll(() => forge.close());

function asked(ticket: string, accountId: string, overrides: Partial<CloudAccount> = {}): CloudAccount {
  return {
    provider: 'Amazon Web Services EMEA SARL',
    accountId,
    service: 'AWS',
    environment: 'Production',
    dataClassification: 'Confidential',
    owner: OWNER,
    securityContact: SECOPS,
    billingOwner: null,
    ticket,
    ticketKey: `GOV-${ticket}`,
    status: 'reserved',
    reservedAt: NOW,
    registeredAt: null,
    ...overrides,
  };
}

/** As a decision reads them beforehand. */
const NOTHING_ASKED = { domain: '', activity: '', service: null, cloudAccountId: null, at: NOW };
const reservationsOf = async (ticketId: string) =>
  (await decisions.records({ ...NOTHING_ASKED, ticketId })).reservations;
const reserveHolding = (
  held: readonly CloudAccount[],
  ticket: string,
  accountId: string,
  overrides: Partial<CloudAccount> = {},
) => accounts.reserve(asked(ticket, accountId, overrides), plus(overrides.reservedAt ?? NOW, -HOUR), held);
const reserve = async (ticket: string, accountId: string, overrides: Partial<CloudAccount> = {}) =>
  reserveHolding(await reservationsOf(ticket), ticket, accountId, overrides);
const confirm = async (ticket: string, accountId: string, at: Instant) =>
  accounts.confirm(ticket, accountId, at, await reservationsOf(ticket));
const heldBy = async (accountId: string) =>
  (await accounts.list()).filter(entry => entry.accountId === accountId).map(({ ticket }) => ticket);

describe('a cloud account', () => {
  it('is reserved by one ticket, and not by another', async () => {
    expect(await reserve('1', 'one')).toBe('reserved');
    expect(await reserve('1', 'one')).toBe('reserved');
    expect(await reserve('2', 'one')).toBe('taken');
    expect(await heldBy('one')).toEqual(['1']);
  });

  it('goes to one of many that ask at the same moment', async () => {
    const outcomes = await Promise.all(['11', '12', '13', '14'].map(ticket => reserve(ticket, 'contended')));
    expect(outcomes.sort()).toEqual(['reserved', 'taken', 'taken', 'taken']);
    expect(await heldBy('contended')).toHaveLength(1);
  });

  it('is another one with another provider', async () => {
    expect(await reserve('21', 'shared')).toBe('reserved');
    expect(await reserve('22', 'shared', { provider: 'Google Cloud EMEA Limited' })).toBe('reserved');
  });

  it('is free again when its ticket asks for another, and once an hour has passed', async () => {
    await reserve('31', 'mistyped', { reservedAt: plus(NOW, -1) });
    await reserve('31', 'meant');
    expect(await heldBy('mistyped')).toEqual([]);
    expect(await reserve('32', 'meant', { reservedAt: plus(NOW, HOUR) })).toBe('taken');
    expect(await reserve('32', 'meant', { reservedAt: plus(NOW, HOUR + 1) })).toBe('reserved');
    expect(await heldBy('meant')).toEqual(['32']);
  });

  it('is registered from its reservation, and stays so', async () => {
    await reserve('41', 'kept');
    const at = plus(NOW, 5);
    expect(await confirm('41', 'kept', at)).toBe('registered');
    expect(await confirm('41', 'kept', plus(at, 5))).toBe('already');
    expect(await reserve('42', 'kept', { reservedAt: plus(NOW, 100 * HOUR) })).toBe('taken');
    const entry = (await accounts.list()).find(({ ticket }) => ticket === '41');
    expect(entry).toEqual(asked('41', 'kept', { status: 'active', registeredAt: at }));
  });

  it('is registered as Jira kept it, though another was reserved after it', async () => {
    await reserve('43', 'first', { reservedAt: plus(NOW, -1) });
    await reserve('43', 'second');
    expect(await confirm('43', 'first', NOW)).toBe('registered');
    expect(await confirm('43', 'first', NOW)).toBe('already');
    const own = (await accounts.list()).filter(({ ticket }) => ticket === '43');
    expect(own).toEqual([asked('43', 'first', { status: 'active', registeredAt: NOW })]);
    expect(await heldBy('second')).toEqual([]);
  });

  it('stays reserved when its ticket reserves several at one moment, whatever crosses', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const ticket = String(460 + attempt);
      const ids = ['a', 'b', 'c'].map(name => `${name}-${ticket}`);
      // By turns each has seen those of the others, or nobody has.
      const held = attempt % 2 === 0 ? ids.map(id => asked(ticket, id)) : [];
      await Promise.all(ids.map(id => reserveHolding(held, ticket, id)));
      expect(await confirm(ticket, `b-${ticket}`, NOW)).toBe('registered');
      const own = (await accounts.list()).filter(entry => entry.ticket === ticket);
      expect(own.map(({ accountId, status }) => [accountId, status])).toEqual([[`b-${ticket}`, 'active']]);
    }
  });

  it.each(['one', 'other'])(
    'keeps both ids that two gates reserved without having seen each other’s, until Jira kept the %s',
    async kept => {
      const ticket = `at once, ${kept}`;
      await reserveHolding([], ticket, `${kept} one`);
      await reserveHolding([], ticket, `${kept} other`, { reservedAt: plus(NOW, 1) });
      for (const id of ['one', 'other']) expect(await reserve('47', `${kept} ${id}`)).toBe('taken');
      expect(await confirm(ticket, `${kept} ${kept}`, NOW)).toBe('registered');
      const own = (await accounts.list()).filter(entry => entry.ticket === ticket);
      expect(own.map(({ accountId, status }) => [accountId, status])).toEqual([
        [`${kept} ${kept}`, 'active'],
      ]);
    },
  );

  it('has given back what else its ticket reserved once it is confirmed again, after a run that was cut short', async () => {
    await reserveHolding([], '48', 'kept of two');
    await reserveHolding([], '48', 'left of two');
    forge.fail({ containing: 'delete from `cloud_account`', how: 'refused' });
    await expect(confirm('48', 'kept of two', NOW)).rejects.toThrow();
    expect(await confirm('48', 'kept of two', NOW)).toBe('already');
    expect(await heldBy('left of two')).toEqual([]);
    expect(await heldBy('kept of two')).toEqual(['48']);
  });

  it('is known, while it is reserved, to the decision about its own ticket only', async () => {
    await reserveHolding([], '57', 'of one');
    await reserveHolding([], '58', 'of the other');
    const questions = ['57', '58', '59'].map(ticketId => ({ ...NOTHING_ASKED, ticketId }));
    const answers = await decisions.recordsOfEach(questions);
    const known = answers.map(({ reservations }) => reservations.map(({ accountId }) => accountId));
    expect(known).toEqual([['of one'], ['of the other'], []]);
  });

  it('takes one statement to reserve and one to register, unless the ticket has reserved another', async () => {
    forge.forget();
    await reserveHolding([], '49', 'plain');
    await accounts.confirm('49', 'plain', NOW, [asked('49', 'plain')]);
    expect(forge.statements).toHaveLength(2);
  });

  it('is not registered where another ticket has taken it meanwhile', async () => {
    await reserve('44', 'wanted by two', { reservedAt: plus(NOW, -1) });
    await reserve('44', 'something else');
    expect(await reserve('45', 'wanted by two')).toBe('reserved');
    expect(await confirm('44', 'wanted by two', NOW)).toBe('absent');
    expect(await heldBy('wanted by two')).toEqual(['45']);
  });

  it('is not registered that nobody reserved', async () => {
    expect(await confirm('nobody', 'nothing', NOW)).toBe('absent');
  });

  it('is reserved though the answer was lost', async () => {
    forge.fail({ containing: 'insert into `cloud_account`', how: 'answer lost' });
    expect(await reserve('51', 'lost')).toBe('reserved');
    expect(await heldBy('lost')).toEqual(['51']);
  });

  it('is told apart by every letter: the database compares bytes', async () => {
    expect(await reserve('61', 'case')).toBe('reserved');
    expect(await reserve('62', 'CASE')).toBe('reserved');
  });
});

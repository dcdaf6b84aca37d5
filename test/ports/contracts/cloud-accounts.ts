import { describe, expect, it } from '@jest/globals';
import type { CloudAccount } from '../../../src/domain/cloud-account/cloud-account';
import { HOUR, plus, type Instant } from '../../../src/domain/shared/instant';
import { NOW, OWNER, SECOPS } from '../../support/builders/company';
import type { OpenStore } from '../ports-under-test.ts';
import { NOTHING_ASKED } from './questions.ts';
import { useStore } from './use-store.ts';

const GOOGLE = 'Google Cloud EMEA Limited';

/** The account that a ticket asks for. */
export function asked(
  ticket: string,
  accountId: string,
  overrides: Partial<CloudAccount> = {},
): CloudAccount {
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

export function cloudAccountsContract(open: OpenStore): void {
  const ports = useStore(open);

  /** As a decision reads them beforehand. */
  const reservationsOf = async (ticketId: string) =>
    (await ports().decisions.records({ ...NOTHING_ASKED, ticketId })).reservations;
  const reserveHolding = (
    held: readonly CloudAccount[],
    ticket: string,
    accountId: string,
    overrides: Partial<CloudAccount> = {},
  ) => {
    const entry = asked(ticket, accountId, overrides);
    return ports().cloudAccounts.reserve(entry, plus(entry.reservedAt, -HOUR), held);
  };
  const reserve = async (ticket: string, accountId: string, overrides: Partial<CloudAccount> = {}) =>
    reserveHolding(await reservationsOf(ticket), ticket, accountId, overrides);
  const confirm = async (ticket: string, accountId: string, at: Instant) =>
    ports().cloudAccounts.confirm(ticket, accountId, at, await reservationsOf(ticket));
  const list = () => ports().cloudAccounts.list();
  const heldBy = async (accountId: string) =>
    (await list()).filter(entry => entry.accountId === accountId).map(({ ticket }) => ticket);
  const ownOf = async (ticket: string) =>
    (await list())
      .filter(entry => entry.ticket === ticket)
      .map(({ accountId, status }) => [accountId, status]);

  describe('reserving', () => {
    it('is for one ticket, and not for another', async () => {
      expect(await reserve('1', 'one')).toBe('reserved');
      expect(await reserve('1', 'one')).toBe('reserved');
      expect(await reserve('2', 'one')).toBe('taken');
      expect(await heldBy('one')).toEqual(['1']);
    });

    it('is for one of many that ask at the same moment', async () => {
      const outcomes = await Promise.all(
        ['11', '12', '13', '14'].map(ticket => reserve(ticket, 'contended')),
      );
      expect(outcomes.sort()).toEqual(['reserved', 'taken', 'taken', 'taken']);
      expect(await heldBy('contended')).toHaveLength(1);
    });

    it('is of another account with another provider', async () => {
      expect(await reserve('21', 'shared')).toBe('reserved');
      expect(await reserve('22', 'shared', { provider: GOOGLE })).toBe('reserved');
    });

    it('tells account ids apart by every letter', async () => {
      expect(await reserve('61', 'case')).toBe('reserved');
      expect(await reserve('62', 'CASE')).toBe('reserved');
    });

    it('frees the id when its ticket asks for another, and once an hour has passed', async () => {
      await reserve('31', 'mistyped', { reservedAt: plus(NOW, -1) });
      await reserve('31', 'meant');
      expect(await heldBy('mistyped')).toEqual([]);
      expect(await reserve('32', 'meant', { reservedAt: plus(NOW, HOUR) })).toBe('taken');
      expect(await reserve('32', 'meant', { reservedAt: plus(NOW, HOUR + 1) })).toBe('reserved');
      expect(await heldBy('meant')).toEqual(['32']);
    });

    it('is known, until it is confirmed, to the decision about its own ticket only', async () => {
      await reserveHolding([], '57', 'of one');
      await reserveHolding([], '58', 'of the other');
      await reserveHolding([], '59', 'confirmed');
      await confirm('59', 'confirmed', NOW);
      const questions = ['57', '58', '59'].map(ticketId => ({ ...NOTHING_ASKED, ticketId }));
      const answers = await ports().decisions.recordsOfEach(questions);
      const known = answers.map(({ reservations }) => reservations.map(({ accountId }) => accountId));
      expect(known).toEqual([['of one'], ['of the other'], []]);
    });

    it('leaves an active account active for its ticket, and keeps others from it for good', async () => {
      await reserve('41', 'kept');
      await confirm('41', 'kept', NOW);
      expect(await reserve('41', 'kept', { reservedAt: plus(NOW, 5) })).toBe('reserved');
      expect(await reserve('42', 'kept', { reservedAt: plus(NOW, 100 * HOUR) })).toBe('taken');
      expect(await list()).toEqual([asked('41', 'kept', { status: 'active', registeredAt: NOW })]);
    });
  });

  describe('confirming', () => {
    it('makes the reservation active, once', async () => {
      await reserve('41', 'kept');
      const at = plus(NOW, 5);
      expect(await confirm('41', 'kept', at)).toBe('registered');
      expect(await confirm('41', 'kept', plus(at, 5))).toBe('already');
      expect(await list()).toEqual([asked('41', 'kept', { status: 'active', registeredAt: at })]);
    });

    it('registers the id that Jira kept, though another was reserved after it', async () => {
      await reserve('43', 'first', { reservedAt: plus(NOW, -1) });
      await reserve('43', 'second');
      expect(await confirm('43', 'first', NOW)).toBe('registered');
      expect(await confirm('43', 'first', NOW)).toBe('already');
      expect(await list()).toEqual([asked('43', 'first', { status: 'active', registeredAt: NOW })]);
    });

    it('finds a reservation when its ticket reserves several at one moment, whatever crosses', async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        const ticket = String(460 + attempt);
        const ids = ['a', 'b', 'c'].map(name => `${name}-${ticket}`);
        // By turns each has seen those of the others, or no one has.
        const held = attempt % 2 === 0 ? ids.map(id => asked(ticket, id)) : [];
        await Promise.all(ids.map(id => reserveHolding(held, ticket, id)));
        expect(await confirm(ticket, `b-${ticket}`, NOW)).toBe('registered');
        expect(await ownOf(ticket)).toEqual([[`b-${ticket}`, 'active']]);
      }
    });

    it.each(['one', 'other'])(
      'keeps both ids that two gates reserved without having seen each other’s, until Jira kept the %s',
      async kept => {
        const ticket = '46';
        await reserveHolding([], ticket, 'one');
        await reserveHolding([], ticket, 'other', { reservedAt: plus(NOW, 1) });
        for (const id of ['one', 'other']) expect(await reserve('47', id)).toBe('taken');
        expect(await confirm(ticket, kept, NOW)).toBe('registered');
        expect(await ownOf(ticket)).toEqual([[kept, 'active']]);
      },
    );

    it('finds nothing where another ticket has taken the id meanwhile', async () => {
      await reserve('44', 'wanted by two', { reservedAt: plus(NOW, -1) });
      await reserve('44', 'something else');
      expect(await reserve('45', 'wanted by two')).toBe('reserved');
      expect(await confirm('44', 'wanted by two', NOW)).toBe('absent');
      expect(await heldBy('wanted by two')).toEqual(['45']);
    });

    it('finds nothing where no one has reserved', async () => {
      expect(await confirm('nobody', 'nothing', NOW)).toBe('absent');
    });
  });

  describe('the register', () => {
    it('is listed by provider and account id', async () => {
      await reserve('1', 'b');
      await reserve('2', 'a', { provider: GOOGLE });
      await reserve('3', 'a');
      expect((await list()).map(({ ticket }) => ticket)).toEqual(['3', '1', '2']);
    });

    it('gives the active entry of a ticket, and of several at once', async () => {
      const { cloudAccounts } = ports();
      for (const ticket of ['1', '2', '3']) await reserve(ticket, `of-${ticket}`);
      for (const ticket of ['1', '2']) await confirm(ticket, `of-${ticket}`, NOW);
      expect((await cloudAccounts.ofTicket('1'))?.accountId).toBe('of-1');
      expect(await cloudAccounts.ofTicket('3')).toBeUndefined();
      const found = await cloudAccounts.ofTickets(['1', '2', '3', '4']);
      expect(found.map(({ accountId }) => accountId).sort()).toEqual(['of-1', 'of-2']);
      expect(await cloudAccounts.ofTickets([])).toEqual([]);
    });

    it('follows its owner, while the entry is the ticket’s and active', async () => {
      const { cloudAccounts } = ports();
      await reserve('1', 'owned');
      await cloudAccounts.changeOwner(asked('1', 'owned'), SECOPS);
      expect(await list()).toMatchObject([{ owner: OWNER }]);
      await confirm('1', 'owned', NOW);
      const [entry = asked('1', 'owned')] = await list();
      await cloudAccounts.changeOwner({ ...entry, ticket: '2' }, SECOPS);
      expect(await list()).toEqual([entry]);
      await cloudAccounts.changeOwner(entry, SECOPS);
      expect(await list()).toEqual([{ ...entry, owner: SECOPS }]);
    });
  });
}

import { and, asc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm';
import { isSameAccount, type CloudAccount } from '../../../domain/cloud-account/cloud-account';
import { comparable } from '../../../domain/shared/text';
import type { CloudAccounts } from '../../../ports/cloud-accounts';
import { affectedRows, insertOnce, type Database } from '../database';
import { cloudAccountOf, cloudAccounts } from './cloud-account-table';

/** The cloud account register in Forge SQL. Each step is one statement, so that two tickets never share an account. */
export function sqlCloudAccounts(database: Database): CloudAccounts {
  const byAccount = ({ provider, accountId }: CloudAccount) =>
    and(eq(cloudAccounts.provider, comparable(provider)), eq(cloudAccounts.accountId, accountId));
  const read = async (entry: CloudAccount) =>
    (await database.select().from(cloudAccounts).where(byAccount(entry))).map(cloudAccountOf)[0];

  const activeOf = async (tickets: readonly string[]) => {
    const rows = await database
      .select()
      .from(cloudAccounts)
      .where(and(inArray(cloudAccounts.ticket, [...tickets]), eq(cloudAccounts.status, 'active')));
    return rows.map(cloudAccountOf);
  };

  async function takeOver(entry: CloudAccount, lapsedBefore: string): Promise<boolean> {
    const free = or(eq(cloudAccounts.ticket, entry.ticket), lt(cloudAccounts.reservedAt, lapsedBefore));
    const outcome = await database
      .update(cloudAccounts)
      .set(rowOf(entry))
      .where(and(byAccount(entry), eq(cloudAccounts.status, 'reserved'), free));
    return affectedRows(outcome) > 0 || (await read(entry))?.ticket === entry.ticket;
  }

  /** The id that Jira kept, in the place of the one that was reserved after it. */
  async function registerInstead(entry: CloudAccount): Promise<'registered' | 'absent'> {
    await insertOnce(
      () => database.insert(cloudAccounts).values(rowOf(entry)),
      async () => (await read(entry)) !== undefined,
    );
    if ((await read(entry))?.ticket !== entry.ticket) return 'absent';
    await giveBack(entry.ticket);
    return 'registered';
  }

  async function giveBack(ticket: string): Promise<void> {
    await database
      .delete(cloudAccounts)
      .where(and(eq(cloudAccounts.ticket, ticket), eq(cloudAccounts.status, 'reserved')));
  }

  // Written once: a gate does little else that takes time.
  let statements: ReturnType<typeof reservingIn> | undefined;
  return {
    reserve: async (entry, lapsedBefore, held) => {
      const { insert, leaveEarlier } = (statements ??= reservingIn(database));
      const outcome = await insertOnce(
        () => insert.execute({ ...rowOf(entry) }),
        async () => (await read(entry)) !== undefined,
      );
      if (outcome === 'there already' && !(await takeOver(entry, lapsedBefore))) return 'taken';
      const { ticket, provider, accountId, reservedAt } = rowOf(entry);
      if (held.some(other => !isSameAccount(other, entry)))
        await leaveEarlier.execute({ ticket, provider, accountId, reservedAt });
      return 'reserved';
    },
    confirm: async (ticket, accountId, at, held) => {
      const own = eq(cloudAccounts.ticket, ticket);
      const isMeant = and(own, eq(cloudAccounts.accountId, accountId));
      const outcome = await database
        .update(cloudAccounts)
        .set({ status: 'active', registeredAt: at })
        .where(and(isMeant, eq(cloudAccounts.status, 'reserved')));
      if (affectedRows(outcome) > 0) {
        if (held.some(other => other.accountId !== accountId)) await giveBack(ticket);
        return 'registered';
      }
      const now = (await database.select().from(cloudAccounts).where(own)).map(cloudAccountOf);
      const meant = now.find(entry => entry.accountId === accountId);
      const other = now.find(({ status }) => status === 'reserved');
      if (meant?.status === 'active') {
        // Where the run before was cut short.
        if (other) await giveBack(ticket);
        return 'already';
      }
      if (meant) return 'absent';
      return other ? registerInstead({ ...other, accountId, status: 'active', registeredAt: at }) : 'absent';
    },
    list: async () => {
      const entries: CloudAccount[] = [];
      for (let page = await pageAfter(database); page.length > 0;) {
        entries.push(...page);
        page = page.length < ENTRIES_AT_ONCE ? [] : await pageAfter(database, page.at(-1));
      }
      return entries;
    },
    ofTicket: async ticket => (await activeOf([ticket]))[0],
    ofTickets: async tickets => (tickets.length === 0 ? [] : activeOf(tickets)),
    changeOwner: async (account, owner) => {
      await database
        .update(cloudAccounts)
        .set({ record: { ...account, owner } })
        .where(
          and(
            byAccount(account),
            eq(cloudAccounts.ticket, account.ticket),
            eq(cloudAccounts.status, 'active'),
          ),
        );
    },
  };
}

/** Taking an id, and giving up the other reservations of the ticket. */
function reservingIn(database: Database) {
  const place = sql.placeholder;
  const insert = database
    .insert(cloudAccounts)
    .values({
      provider: place('provider'),
      accountId: place('accountId'),
      ticket: place('ticket'),
      status: place('status'),
      reservedAt: place('reservedAt'),
      registeredAt: place('registeredAt'),
      record: place('record'),
    })
    .prepare();
  const { provider, accountId, reservedAt } = cloudAccounts;
  const atOnce = eq(reservedAt, place('reservedAt'));
  const ofProvider = eq(provider, place('provider'));
  // Of gates that reserve for one ticket at once each gives back what is before its own: never all of them give back all.
  const isBefore = or(
    lt(reservedAt, place('reservedAt')),
    and(atOnce, lt(provider, place('provider'))),
    and(atOnce, ofProvider, lt(accountId, place('accountId'))),
  );
  const leaveEarlier = database
    .delete(cloudAccounts)
    .where(and(eq(cloudAccounts.ticket, place('ticket')), eq(cloudAccounts.status, 'reserved'), isBefore))
    .prepare();
  return { insert, leaveEarlier };
}

/** Entries are read in pages: a statement's answer is limited to 4 MiB. */
const ENTRIES_AT_ONCE = 2_000;

async function pageAfter(database: Database, last?: CloudAccount): Promise<CloudAccount[]> {
  const { provider, accountId } = cloudAccounts;
  const after =
    last &&
    or(
      gt(provider, comparable(last.provider)),
      and(eq(provider, comparable(last.provider)), gt(accountId, last.accountId)),
    );
  const rows = await database
    .select()
    .from(cloudAccounts)
    .where(after)
    .orderBy(asc(provider), asc(accountId))
    .limit(ENTRIES_AT_ONCE);
  return rows.map(cloudAccountOf);
}

function rowOf(entry: CloudAccount): typeof cloudAccounts.$inferInsert {
  const { provider, accountId, ticket, status, reservedAt, registeredAt } = entry;
  return {
    provider: comparable(provider),
    accountId,
    ticket,
    status,
    reservedAt,
    registeredAt,
    record: entry,
  };
}

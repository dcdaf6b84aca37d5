import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { RoleHolder } from '../../../domain/responsibility/role';
import type { PeriodEnd, Roles } from '../../../ports/roles';
import { inBatches, insertAbsent } from '../batches';
import type { Database } from '../database';
import { roleHolderRecord, roleHolders, roleRecord, roles } from './role-tables';

/** Periods that one statement names: each is a condition of its own. */
const PERIODS_AT_ONCE = 50;

/** Roles and who holds them, in Forge SQL. */
export function sqlRoles(database: Database): Roles {
  return {
    list: async () => {
      const rows = await database.select({ record: roles.record }).from(roles).orderBy(asc(roles.key));
      return rows.map(row => roleRecord.parse(row.record));
    },
    put: all =>
      inBatches(all, async batch => {
        const rows = batch.map(role => sql`(${role.key}, ${JSON.stringify(role)})`);
        await database.execute(
          sql`replace into ${roles} (${sql.identifier('role_key')}, ${sql.identifier('record')}) values ${sql.join(rows, sql`, `)}`,
        );
      }),
    ...holderRegister(database),
  };
}

function holderRegister(database: Database): Pick<Roles, 'holders' | 'openPeriods' | 'closePeriods'> {
  return {
    holders: async () => {
      const rows = await database
        .select()
        .from(roleHolders)
        .orderBy(
          asc(roleHolders.role),
          asc(roleHolders.from),
          asc(roleHolders.accountId),
          asc(roleHolders.capacity),
        );
      return rows.map(row => roleHolderRecord.parse(row));
    },
    openPeriods: all =>
      inBatches(all, batch =>
        insertAbsent(
          batch,
          some => database.insert(roleHolders).values([...some]),
          some => absentPeriods(database, some),
        ),
      ),
    closePeriods: async closings => {
      for (const to of new Set(closings.map(closing => closing.to))) {
        const together = closings.filter(closing => closing.to === to);
        await inBatches(together, batch => closePeriods(database, batch, to), PERIODS_AT_ONCE);
      }
    },
  };
}

async function absentPeriods(database: Database, periods: readonly RoleHolder[]): Promise<RoleHolder[]> {
  const { role, accountId, capacity, from } = roleHolders;
  const there = new Set<string>();
  const keyOf = (period: Omit<RoleHolder, 'to'>) =>
    JSON.stringify([period.role, period.accountId, period.capacity, period.from]);
  await inBatches(
    periods,
    async some => {
      const rows = await database
        .select({ role, accountId, capacity, from, to: roleHolders.to })
        .from(roleHolders)
        .where(or(...some.map(isPeriod)));
      for (const row of rows) there.add(keyOf(roleHolderRecord.parse(row)));
    },
    PERIODS_AT_ONCE,
  );
  return periods.filter(period => !there.has(keyOf(period)));
}

async function closePeriods(
  database: Database,
  closings: readonly PeriodEnd[],
  to: PeriodEnd['to'],
): Promise<void> {
  const these = or(...closings.map(({ period }) => isPeriod(period)));
  await database
    .update(roleHolders)
    .set({ to })
    .where(and(these, or(isNull(roleHolders.to), gt(roleHolders.to, to))));
}

function isPeriod({ role, accountId, capacity, from }: Omit<RoleHolder, 'to'>) {
  return and(
    eq(roleHolders.role, role),
    eq(roleHolders.accountId, accountId),
    eq(roleHolders.capacity, capacity),
    eq(roleHolders.from, from),
  );
}

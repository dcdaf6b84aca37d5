import { asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Refusals } from '../../../ports/refusals';
import { affectedRows, insertOnce, type Database } from '../database';
import { refusalCountRow, refusalCounts } from './refusal-table';

/** Counts of refusals in Forge SQL. */
export function sqlRefusals(database: Database): Refusals {
  const oneMore = async (refusal: string) =>
    affectedRows(
      await database
        .update(refusalCounts)
        .set({ times: sql`${refusalCounts.times} + 1` })
        .where(eq(refusalCounts.refusal, refusal)),
    ) > 0;
  return {
    again: async (refusal, isCounted) => {
      if (isCounted && (await oneMore(refusal.refusal))) return;
      // The second of its hour; of two at once the one that comes second counts as the third.
      await insertOnce(
        () => database.insert(refusalCounts).values({ ...refusal, times: 2 }),
        () => oneMore(refusal.refusal),
      );
    },
    before: async (hour, limit) => {
      const rows = await database
        .select()
        .from(refusalCounts)
        .where(lt(refusalCounts.hour, hour))
        .orderBy(asc(refusalCounts.hour), asc(refusalCounts.refusal))
        .limit(limit);
      return rows.map(row => refusalCountRow.parse(row));
    },
    forget: async refusals => {
      if (refusals.length === 0) return;
      await database.delete(refusalCounts).where(inArray(refusalCounts.refusal, [...refusals]));
    },
  };
}

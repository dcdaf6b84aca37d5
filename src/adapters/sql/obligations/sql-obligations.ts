import { and, asc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Obligations } from '../../../ports/obligations';
import type { Database } from '../database';
import { obligationRecord, obligations } from './obligation-table';

/** The index of tickets under obligation in Forge SQL. */
export function sqlObligations(database: Database): Obligations {
  const select = () => database.select({ record: obligations.record }).from(obligations);
  const read = (rows: readonly { record: unknown }[]) => rows.map(row => obligationRecord.parse(row.record));
  const column = (name: string) => sql.identifier(name);
  return {
    keep: async (obligation, at) => {
      const trouble = obligation.trouble?.what ?? '';
      await database.execute(
        sql`replace into ${obligations} (${column('ticket')}, ${column('checked_at')}, ${column('trouble')}, ${column('record')}) values (${obligation.ticket}, ${at}, ${trouble}, ${JSON.stringify(obligation)})`,
      );
    },
    drop: async ticket => {
      await database.delete(obligations).where(eq(obligations.ticket, ticket));
    },
    ofTickets: async tickets =>
      tickets.length === 0 ? [] : read(await select().where(inArray(obligations.ticket, [...tickets]))),
    toCheck: async ({ before, after, limit }) =>
      read(
        await select()
          .where(
            and(
              lt(obligations.checkedAt, before),
              after === undefined ? undefined : gt(obligations.ticket, after),
            ),
          )
          .orderBy(asc(obligations.ticket))
          .limit(limit),
      ),
    checked: async (tickets, at) => {
      if (tickets.length === 0) return;
      await database
        .update(obligations)
        .set({ checkedAt: at })
        .where(inArray(obligations.ticket, [...tickets]));
    },
    inTrouble: async limit =>
      read(await select().where(ne(obligations.trouble, '')).orderBy(asc(obligations.ticket)).limit(limit)),
  };
}

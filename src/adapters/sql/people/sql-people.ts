import { inArray, type SQL } from 'drizzle-orm';
import { introductionOf } from '../../../domain/evidence/person-evidence';
import { newPerson, type PersonOnRecord, type RandomBytes } from '../../../domain/evidence/person-on-record';
import type { People } from '../../../ports/people';
import { inBatches, insertAbsent } from '../batches';
import type { Database } from '../database';
import { people, personColumns, personRecord } from './people-table';

/** Whom evidence names, in Forge SQL. */
export function sqlPeople(database: Database, random: RandomBytes): People {
  const found = async (where: SQL) => {
    const rows = await database.select(personColumns).from(people).where(where);
    return rows.map(row => personRecord.parse(row));
  };
  const each = async (asked: readonly string[], where: (some: string[]) => SQL) => {
    const all: PersonOnRecord[] = [];
    await inBatches([...new Set(asked)], async some => {
      all.push(...(await found(where([...some]))));
    });
    return all;
  };
  const withAccounts: People['withAccounts'] = accounts =>
    each(accounts, some => inArray(people.accountId, some));

  return {
    withAccounts,
    called: pseudonyms => each(pseudonyms, some => inArray(people.pseudonym, some)),
    introduce: async (newcomers, at) => {
      const made = newcomers.map(newcomer => newPerson(newcomer, at, random));
      const contended: PersonOnRecord[] = [];
      await inBatches(made, batch =>
        insertAbsent(
          batch,
          some => database.insert(people).values(some.map(rowOf)),
          async some => {
            const there = await withAccounts(some.map(({ accountId }) => accountId));
            contended.push(...there);
            return some.filter(({ accountId }) => !there.some(person => person.accountId === accountId));
          },
        ),
      );
      return contended.length > 0 ? withAccounts(made.map(({ accountId }) => accountId)) : made;
    },
  };
}

function rowOf(person: PersonOnRecord): typeof people.$inferInsert {
  const { accountId, pseudonym, name, salt, introducedAt } = person;
  return { accountId, pseudonym, name, salt, introducedAt, introduction: introductionOf(person).id };
}

import { and, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { DecisionRecords } from '../../../ports/decisions';
import type { Found, Part } from '../decisions/decision-part';
import { roleHolders } from '../roles/role-tables';
import { people, personColumns, personRecord } from './people-table';

const CONCERNED = { name: 'person', table: people, columns: personColumns };
const HOLDERS = { name: 'holder on record', table: people, columns: personColumns };

/** Those the questions concern and those who hold a role then, as far as they are on record. */
export const peoplePart: Part<never> = {
  asks: {},
  lists: { people: ({ people: concerned }) => concerned },
  selects: asked => {
    const { accountId, from, to } = roleHolders;
    const inPeriod = and(lte(from, asked.at), or(isNull(to), gt(to, asked.at)));
    const holders = sql`(select ${accountId} from ${roleHolders} where ${inPeriod})`;
    return [
      { source: CONCERNED, where: inArray(people.accountId, asked.all('people')) },
      { source: HOLDERS, where: inArray(people.accountId, holders) },
    ];
  },
};

/** The people the statement found, each once. */
export function peopleFound(found: Found): DecisionRecords['people'] {
  const rows = [...found.rowsOf(CONCERNED), ...found.rowsOf(HOLDERS)].map(row => personRecord.parse(row));
  return [...new Map(rows.map(person => [person.accountId, person])).values()];
}

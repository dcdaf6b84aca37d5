import { and, asc, eq, gt, inArray, or, type SQL } from 'drizzle-orm';
import { ANY_SERVICE, type Responsibility } from '../../../domain/responsibility/responsibility';
import { comparable } from '../../../domain/shared/text';
import type { AnsweringQuery } from '../../../ports/matrix-versions';
import type { Database } from '../database';
import { responsibilityRecord } from './matrix-records';
import { ROWS_PER_READ } from './rows-per-read';
import { responsibilities } from './matrix-tables';

/** The rows that answer for activities of a version. */
export async function readRowsAnswering(
  database: Database,
  number: number,
  query: AnsweringQuery,
): Promise<Responsibility[]> {
  const asked = isAsked(query);
  const rows: Responsibility[] = [];
  while (asked) {
    const last = rows.at(-1);
    const found = await database
      .select({ record: responsibilities.record })
      .from(responsibilities)
      .where(and(eq(responsibilities.matrixVersion, number), asked, last && gt(responsibilities.id, last.id)))
      .orderBy(asc(responsibilities.id))
      .limit(ROWS_PER_READ);
    rows.push(...found.map(({ record }) => responsibilityRecord.parse(record)));
    if (found.length < ROWS_PER_READ) break;
  }
  return rows;
}

/** Undefined when nothing is. */
function isAsked({ activities, services, ids }: AnsweringQuery): SQL | undefined {
  const { id, domain, activity, service } = responsibilities;
  const byId = ids.length === 0 ? undefined : inArray(id, [...ids]);
  if (activities.length === 0 || services.length === 0) return byId;
  const own = activities.map(one => and(eq(domain, one.domain), eq(activity, comparable(one.activity))));
  const domains = [...new Set(activities.map(one => one.domain))];
  const byDefault = and(eq(activity, ''), inArray(domain, domains));
  return or(byId, and(inArray(service, [...services, ANY_SERVICE]), or(...own, byDefault)));
}

import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { ANY_SERVICE, type DraftResponsibility } from '../../../domain/responsibility/responsibility';
import type { MatrixRowPage, MatrixVersions, RowQuery } from '../../../ports/matrix-versions';
import type { Database } from '../database';
import { listActivities } from './list-activities';
import { draftResponsibilityRecord } from './matrix-records';
import { responsibilities } from './matrix-tables';
import { readNamed } from './named-sets';
import { readRowsAnswering } from './rows-answering';
import { ROWS_PER_READ } from './rows-per-read';

/** Reads the rows of versions and of the draft. */
export function sqlMatrixRows(database: Database): Omit<MatrixVersions, 'list' | 'content' | 'adopt'> {
  const rows = (number: number, query: RowQuery = {}) => readRowPage(database, number, query);
  return {
    rows,
    allRows: async number => {
      const all: DraftResponsibility[] = [];
      for (let page = await rows(number); ; page = await rows(number, { after: page.next })) {
        all.push(...page.rows);
        if (page.next === undefined) return all;
      }
    },
    named: number => readNamed(database, number),
    activities: listActivities,
    rowsAnswering: (number, query) => readRowsAnswering(database, number, query),
  };
}

/** One statement's worth of the rows of a version or a draft. */
async function readRowPage(
  database: Database,
  number: number,
  { domain, service, after }: RowQuery,
): Promise<MatrixRowPage> {
  const found = await database
    .select({ record: responsibilities.record })
    .from(responsibilities)
    .where(
      and(
        eq(responsibilities.matrixVersion, number),
        domain === undefined ? undefined : eq(responsibilities.domain, domain),
        service === undefined ? undefined : inArray(responsibilities.service, [service, ANY_SERVICE]),
        after === undefined ? undefined : gt(responsibilities.id, after),
      ),
    )
    .orderBy(asc(responsibilities.id))
    .limit(ROWS_PER_READ + 1);
  const rows = found.slice(0, ROWS_PER_READ).map(({ record }) => draftResponsibilityRecord.parse(record));
  const last = rows.at(-1);
  return found.length > ROWS_PER_READ && last ? { rows, next: last.id } : { rows };
}

import { asc, eq } from 'drizzle-orm';
import type { Responsibility } from '../../../domain/responsibility/responsibility';
import type { MatrixVersions } from '../../../ports/matrix-versions';
import { inBatches } from '../batches';
import type { Database } from '../database';
import { matrixVersionRecord, responsibilityRecord } from './matrix-records';
import { matrixVersions, responsibilities } from './matrix-tables';
import { sqlMatrixRows } from './matrix-rows';
import { columnsOf } from './row-columns';
import { writeVersion } from './write-version';

/** Rows per insert: some 150 kB of a statement's 1 MiB. */
const ROWS_AT_ONCE = 100;

/** The versions of the responsibility matrix in Forge SQL. */
export function sqlMatrixVersions(database: Database): MatrixVersions {
  const reading = sqlMatrixRows(database);
  return {
    ...reading,
    list: async () => {
      const rows = await database
        .select({ record: matrixVersions.record })
        .from(matrixVersions)
        .orderBy(asc(matrixVersions.number));
      return rows.map(row => matrixVersionRecord.parse(row.record));
    },
    content: async number => {
      const named = await reading.named(number);
      if (!named) throw new RangeError(`There is no matrix version ${String(number)}.`);
      const rows = await reading.allRows(number);
      return { ...named, rows: rows.map(row => responsibilityRecord.parse(row)) };
    },
    adopt: async (version, { roles, services, rows }) => {
      if (await reading.named(version.number)) return;
      await writeRows(database, version.number, rows);
      await writeVersion(database, version, { roles, services });
    },
  };
}

/** Rows of a version that was never completed are what a cut run left: they are written again. */
async function writeRows(database: Database, number: number, rows: readonly Responsibility[]): Promise<void> {
  await database.delete(responsibilities).where(eq(responsibilities.matrixVersion, number));
  await inBatches(
    rows,
    async batch => {
      await database
        .insert(responsibilities)
        .values(batch.map(row => ({ matrixVersion: number, ...columnsOf(row) })));
    },
    ROWS_AT_ONCE,
  );
}

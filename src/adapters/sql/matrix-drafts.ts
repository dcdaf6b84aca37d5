import { and, asc, desc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { MatrixDraft } from '../../domain/responsibility/matrix-change';
import { ANY_SERVICE, type DraftResponsibility } from '../../domain/responsibility/responsibility';
import type { MatrixDrafts, MatrixRowPage, RowQuery } from '../../ports/matrix-drafts';
import { affectedRows, insertOnce, type Database } from './database';
import { draftResponsibilityRecord, matrixDraftRecord, namedRecord } from './records';
import { matrixDrafts, matrixVersions, responsibilities } from './tables';

/** Rows that are read in one statement: an answer has at most 4 MiB, and the longest row some 13 kB. */
export const ROWS_PER_READ = 300;

/** Rows and characters that are written in one statement, of its 1 MiB. */
const ROWS_PER_WRITE = 100;
const CHARACTERS_PER_WRITE = 250_000;

/**
 * The draft of the matrix in Forge SQL: its rows are rows of the table of responsibilities, under the number of a
 * version that is not there yet. Every write is one statement that also demands the draft that was seen.
 */
export function sqlMatrixDrafts(database: Database): MatrixDrafts {
  return { ...draftItself(database), ...draftRows(database), ...matrixReading(database) };
}

function draftItself(
  database: Database,
): Pick<MatrixDrafts, 'current' | 'begin' | 'advance' | 'forget' | 'adopt'> {
  const seenDraft = ({ number, revision, state }: MatrixDraft) =>
    and(eq(matrixDrafts.number, number), eq(matrixDrafts.revision, revision), eq(matrixDrafts.state, state));
  const versionExists = async (number: number) =>
    (
      await database
        .select({ number: matrixVersions.number })
        .from(matrixVersions)
        .where(eq(matrixVersions.number, number))
    ).length > 0;
  return {
    current: async () => {
      const [row] = await database.select().from(matrixDrafts).orderBy(desc(matrixDrafts.number)).limit(1);
      return row ? matrixDraftRecord.parse(row) : null;
    },
    begin: async draft => {
      const outcome = await insertOnce(
        () => database.insert(matrixDrafts).values({ ...draft, authors: [...draft.authors] }),
        async () =>
          (
            await database
              .select({ number: matrixDrafts.number })
              .from(matrixDrafts)
              .where(eq(matrixDrafts.number, draft.number))
          ).length > 0,
      );
      return outcome === 'inserted' ? 'begun' : 'there already';
    },
    advance: async (seen, to) => {
      const next: MatrixDraft = { ...seen, ...to, revision: seen.revision + 1 };
      const { state, ticket, revision } = next;
      const outcome = await database
        .update(matrixDrafts)
        .set({ state, ticket, revision, authors: [...next.authors] })
        .where(seenDraft(seen));
      return affectedRows(outcome) > 0 ? next : undefined;
    },
    forget: async seen => {
      await database.delete(matrixDrafts).where(seenDraft(seen));
    },
    adopt: async (version, named) => {
      const { number, effectiveFrom } = version;
      await insertOnce(
        () => database.insert(matrixVersions).values({ number, effectiveFrom, record: version, named }),
        () => versionExists(number),
      );
    },
  };
}

function draftRows(
  database: Database,
): Pick<MatrixDrafts, 'clearRows' | 'copyBase' | 'addRows' | 'putRow' | 'removeRow'> {
  const columns = sql.join(
    ['matrix_version', 'id', 'domain', 'service_key', 'record'].map(name => sql.identifier(name)),
    sql`, `,
  );
  const insertFor = async (seen: MatrixDraft, rows: readonly DraftResponsibility[]) => {
    const selects = rows.map(row => sql`select ${cells(seen, row)}`);
    const outcome = await database.execute(
      sql`insert into ${responsibilities} (${columns}) select * from (${sql.join(selects, sql` union all `)}) as added where ${isAsSeen(seen, 'importing')}`,
    );
    return affectedRows(outcome) === rows.length;
  };
  return {
    clearRows: async seen => {
      await database
        .delete(responsibilities)
        .where(and(eq(responsibilities.matrixVersion, seen.number), isAsSeen(seen, 'importing')));
    },
    copyBase: async seen => {
      const { matrixVersion, id, domain, service, record } = responsibilities;
      await database.execute(
        sql`insert into ${responsibilities} (${columns}) select ${seen.number}, ${id}, ${domain}, ${service}, ${record} from ${responsibilities} where ${matrixVersion} = ${seen.base} and ${isAsSeen(seen, 'importing')}`,
      );
    },
    addRows: async (seen, rows) => {
      for (const batch of batches(rows)) if (!(await insertFor(seen, batch))) return false;
      return true;
    },
    putRow: async (seen, row) => {
      const outcome = await database.execute(
        sql`replace into ${responsibilities} (${columns}) select * from (select ${cells(seen, row)}) as put where ${isAsSeen(seen, 'open')}`,
      );
      return affectedRows(outcome) > 0;
    },
    removeRow: async (seen, id) => {
      const outcome = await database
        .delete(responsibilities)
        .where(
          and(
            eq(responsibilities.matrixVersion, seen.number),
            eq(responsibilities.id, id),
            isAsSeen(seen, 'open'),
          ),
        );
      return affectedRows(outcome) > 0;
    },
  };
}

function cells({ number }: MatrixDraft, row: DraftResponsibility): SQL {
  const { id, domain, service } = row;
  const named = Object.entries({ number, id, domain, service, record: JSON.stringify(row) });
  return sql.join(
    named.map(([name, value]) => sql`${value} as ${sql.identifier(`new_${name}`)}`),
    sql`, `,
  );
}

/** The draft is as it was seen, in this state, and no version of its number has been written. */
function isAsSeen({ number, revision }: MatrixDraft, state: MatrixDraft['state']): SQL {
  const { number: drafted, revision: now, state: as } = matrixDrafts;
  return sql`exists (select 1 from ${matrixDrafts} where ${drafted} = ${number} and ${now} = ${revision} and ${as} = ${state}) and not exists (select 1 from ${matrixVersions} where ${matrixVersions.number} = ${number})`;
}

function* batches(rows: readonly DraftResponsibility[]): Generator<DraftResponsibility[]> {
  let batch: DraftResponsibility[] = [];
  let characters = 0;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    const isFull = batch.length === ROWS_PER_WRITE || characters + length > CHARACTERS_PER_WRITE;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(row);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}

function matrixReading(database: Database): Pick<MatrixDrafts, 'rows' | 'allRows' | 'named'> {
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
    named: async number => {
      const [version] = await database
        .select({ named: matrixVersions.named })
        .from(matrixVersions)
        .where(eq(matrixVersions.number, number));
      return version && namedRecord.parse(version.named);
    },
  };
}

/** One statement's worth of the rows of a version or a draft. */
export async function readRowPage(
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

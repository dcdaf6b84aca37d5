import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { MatrixDraft } from '../../../domain/responsibility/matrix-change';
import type { DraftResponsibility } from '../../../domain/responsibility/responsibility';
import { comparableId } from '../../../domain/shared/text';
import type { MatrixDrafts } from '../../../ports/matrix-drafts';
import { affectedRows, insertOnce, type Database } from '../database';
import { matrixDraftRecord } from './matrix-records';
import { matrixDrafts, matrixVersions, responsibilities } from './matrix-tables';
import { columnsOf } from './row-columns';
import { writeVersion } from './write-version';

/** Rows and characters that are written in one statement, of its 1 MiB. */
const ROWS_PER_WRITE = 100;
const CHARACTERS_PER_WRITE = 250_000;

/**
 * The draft of the matrix in Forge SQL: its rows are rows of the table of responsibilities, under the number of a
 * version that is not there yet. Every write is one statement that also demands the draft that was seen.
 */
export function sqlMatrixDrafts(database: Database): MatrixDrafts {
  return { ...draftItself(database), ...draftRows(database) };
}

function draftItself(
  database: Database,
): Pick<MatrixDrafts, 'current' | 'begin' | 'advance' | 'forget' | 'adopt'> {
  const seenDraft = ({ number, revision, state }: MatrixDraft) =>
    and(eq(matrixDrafts.number, number), eq(matrixDrafts.revision, revision), eq(matrixDrafts.state, state));
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
      const { state, ticket, revision, matrixApproverRole } = next;
      const outcome = await database
        .update(matrixDrafts)
        .set({ state, ticket, revision, matrixApproverRole, authors: [...next.authors] })
        .where(seenDraft(seen));
      return affectedRows(outcome) > 0 ? next : undefined;
    },
    forget: async seen => {
      await database.delete(matrixDrafts).where(seenDraft(seen));
    },
    adopt: (version, named) => writeVersion(database, version, named),
  };
}

/** In the order in which rows are written: the number first. */
const COLUMNS = [
  responsibilities.matrixVersion,
  responsibilities.id,
  responsibilities.domain,
  responsibilities.service,
  responsibilities.activity,
  responsibilities.comparedId,
  responsibilities.accountable,
  responsibilities.words,
  responsibilities.record,
];

function draftRows(
  database: Database,
): Pick<MatrixDrafts, 'clearRows' | 'copyBase' | 'addRows' | 'rowCalled' | 'putRow' | 'removeRow'> {
  const columns = sql.join(
    COLUMNS.map(({ name }) => sql.identifier(name)),
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
      const copied = sql.join(COLUMNS.slice(1), sql`, `);
      const { matrixVersion } = responsibilities;
      await database.execute(
        sql`insert into ${responsibilities} (${columns}) select ${seen.number}, ${copied} from ${responsibilities} where ${matrixVersion} = ${seen.base} and ${isAsSeen(seen, 'importing')}`,
      );
    },
    addRows: async (seen, rows) => {
      for (const batch of batches(rows)) if (!(await insertFor(seen, batch))) return false;
      return true;
    },
    rowCalled: async (seen, id) => {
      const [found] = await database
        .select({ id: responsibilities.id })
        .from(responsibilities)
        .where(
          and(
            eq(responsibilities.matrixVersion, seen.number),
            eq(responsibilities.comparedId, comparableId(id)),
          ),
        );
      return found?.id;
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
  const { id, domain, service, activity, comparedId, accountable, words, record } = columnsOf(row);
  const values = [
    number,
    id,
    domain,
    service,
    activity,
    comparedId,
    accountable,
    words,
    JSON.stringify(record),
  ];
  return sql.join(
    values.map((value, nth) => sql`${value} as ${sql.identifier(`new_${String(nth)}`)}`),
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
    const { words, record } = columnsOf(row);
    const length = words.length + JSON.stringify(record).length;
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

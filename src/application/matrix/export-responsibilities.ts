import type { RegisterExported } from '../../contract/registers';
import { cellText } from '../../domain/responsibility/diff';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import { inForceAt } from '../../domain/responsibility/matrix-version';
import { allow, type Result } from '../../domain/shared/result';
import type { Clock } from '../../ports/clock';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import { csvOf } from '../files/write-csv';
import { FILE_COLUMNS } from '../registers/responsibility-lines';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';

/** Characters of a page, and so far fewer than a reply may carry. */
const PAGE_CHARACTERS = 1_500_000;

export interface ResponsibilitiesExport {
  /** Neither version nor draft: the version in force now. */
  version?: number;
  draft?: boolean;
  cursor?: string;
}

/**
 * The rows of a version, or of the draft, as CSV that can be imported again: with keys, and without anything that a
 * spreadsheet takes for a formula. Only the first page has the header row.
 * Refuses: NO_DRAFT, VERSION_UNKNOWN, MATRIX_NOT_APPROVED.
 * Source: the public contract, "Import files".
 */
export async function exportResponsibilities(
  { drafts, matrixVersions, clock }: { drafts: MatrixDrafts; matrixVersions: MatrixVersions; clock: Clock },
  { version, draft, cursor }: ResponsibilitiesExport,
): Promise<Result<RegisterExported, MatrixRefusal>> {
  const versions = await matrixVersions.list();
  const number = draft
    ? (await drafts.current())?.number
    : (version ?? inForceAt(versions, clock.now())?.number);
  if (number === undefined) return refuseMatrix(draft ? 'NO_DRAFT' : 'MATRIX_NOT_APPROVED');
  if (!draft && !versions.some(known => known.number === number)) return refuseMatrix('VERSION_UNKNOWN');
  let csv = cursor === undefined ? responsibilityHeader() : '';
  let after = cursor;
  do {
    const page = await matrixVersions.rows(number, after === undefined ? {} : { after });
    csv += responsibilityLines(page.rows);
    after = page.next;
  } while (after !== undefined && csv.length < PAGE_CHARACTERS);
  const fileName = `responsibilities-v${String(number)}${draft ? '-draft' : ''}.csv`;
  return allow({ fileName, csv, ...(after === undefined ? {} : { cursor: after }) });
}

/** Rows as lines of the import file, without its header. */
export function responsibilityLines(rows: readonly DraftResponsibility[]): string {
  return csvOf(rows.map(row => Object.values(FILE_COLUMNS).map(column => cellText(row, column))));
}

/** The header of the import file. */
export function responsibilityHeader(): string {
  return csvOf([Object.keys(FILE_COLUMNS)]);
}

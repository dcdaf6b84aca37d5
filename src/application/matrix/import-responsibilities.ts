import type { FileError } from '../../contract/reply';
import type { RegisterImported } from '../../contract/registers';
import { importSubject, registerImported } from '../../domain/responsibility/register-evidence';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import type { AccountId } from '../../domain/shared/account';
import { contentHash } from '../../domain/shared/content-hash';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Clock } from '../../ports/clock';
import type { Ledger } from '../../ports/ledger';
import type { Recorder } from '../../ports/recorder';
import { readResponsibilities } from '../registers/responsibility-lines';
import { emptyDraft, type DraftPorts } from './edit-draft';
import { newestVersion } from '../work-types/responsibility-change/newest-version';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';

export interface ImportResponsibilitiesPorts extends DraftPorts {
  ledger: Ledger;
  recorder: Recorder;
  clock: Clock;
}

export interface ResponsibilitiesImport {
  csv: string;
  dryRun: boolean;
  administrator: AccountId;
}

/**
 * Imports the rows of the matrix from CSV: they take the place of all rows of the draft of the next version, which is
 * begun when there is none. The matrix in force stays as it is. What is added and changed is told against the rows
 * that the draft had, or those of the newest version.
 * Refuses: BAD_FILE, which changes nothing and names every bad line; MATRIX_NOT_APPROVED, DRAFT_SUBMITTED, DRAFT_CHANGED.
 * Source: the public contract, "Import files"; requirements R8, R10.
 */
export async function importResponsibilities(
  ports: ImportResponsibilitiesPorts,
  { csv, dryRun, administrator }: ResponsibilitiesImport,
): Promise<Result<RegisterImported, MatrixRefusal | { code: 'BAD_FILE'; errors: FileError[] }>> {
  const { drafts, matrixVersions, roles, services } = ports;
  const draft = await drafts.current();
  if (draft?.state === 'submitted' || draft?.state === 'closing') return refuseMatrix('DRAFT_SUBMITTED');
  const read = readResponsibilities(csv, await roles.list(), await services.list());
  if (!read.ok) return refuse({ code: 'BAD_FILE', errors: read.refusal });
  const rows = read.value;
  // What an import that was cut short left of a draft is nothing that someone has seen.
  const before = draft && draft.state !== 'importing' ? draft.number : await newestVersion(matrixVersions);
  const replaced = await matrixVersions.allRows(before);
  const counted = count(rows, replaced);
  if (!dryRun) {
    const isSame = counted.unchanged === rows.length && rows.length === replaced.length;
    const isRepeated = draft?.state === 'importing' || isSame;
    const record = () => recordImport(ports, { csv, administrator }, counted, isRepeated);
    const written = await replaceRows(ports, rows, administrator, record);
    if (!written.ok) return written;
  }
  return allow({ dataset: 'responsibilities', ...counted, dryRun });
}

/**
 * An import that is cut short leaves a draft that can be imported again or discarded, and nothing else.
 * @param record - leaves evidence of the import, before anyone can see what it brought
 */
async function replaceRows(
  { drafts, matrixVersions, jobs }: DraftPorts,
  rows: readonly DraftResponsibility[],
  administrator: AccountId,
  record: () => Promise<void>,
): Promise<Result<null, MatrixRefusal>> {
  const empty = await emptyDraft({ drafts, matrixVersions }, administrator);
  if (!empty.ok) return empty;
  if (!(await drafts.addRows(empty.value, rows))) return refuseMatrix('DRAFT_CHANGED');
  await record();
  const opened = await drafts.advance(empty.value, { state: 'open' });
  if (!opened) return refuseMatrix('DRAFT_CHANGED');
  if (opened.ticket) await jobs.push([{ kind: 'reconcile ticket', ticket: opened.ticket }]);
  return allow(null);
}

function count(rows: readonly DraftResponsibility[], replaced: readonly DraftResponsibility[]) {
  const before = new Map(replaced.map(row => [row.id, contentHash(row)]));
  const added = rows.filter(({ id }) => !before.has(id)).length;
  const unchanged = rows.filter(row => before.get(row.id) === contentHash(row)).length;
  return { lines: rows.length, added, changed: rows.length - added - unchanged, unchanged };
}

/** @param isRepeated - whether it can be the import before once more, because that was cut short: then its entry is there */
async function recordImport(
  { ledger, recorder, clock }: ImportResponsibilitiesPorts,
  { csv, administrator }: Pick<ResponsibilitiesImport, 'csv' | 'administrator'>,
  counted: ReturnType<typeof count>,
  isRepeated: boolean,
): Promise<void> {
  const at = clock.now();
  const { lines, added, changed } = counted;
  const dataset = 'responsibilities' as const;
  const facts = { dataset, lines, added, changed, fileHash: contentHash(csv) };
  const [newest] = isRepeated
    ? (await ledger.list({ subject: importSubject(dataset), limit: 1 })).entries
    : [];
  if (newest && registerImported.read(newest)?.facts.fileHash === facts.fileHash) return;
  await recorder.record(as => [registerImported.entry({ at, actor: administrator, facts }, as)]);
}

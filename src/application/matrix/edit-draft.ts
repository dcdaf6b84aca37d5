import { findDomain } from '../../domain/responsibility/domains';
import type { MatrixDraft } from '../../domain/responsibility/matrix-change';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import { isInternal, type RoleKey } from '../../domain/responsibility/role';
import type { AccountId } from '../../domain/shared/account';
import { allow, type Result } from '../../domain/shared/result';
import type { Jobs } from '../../ports/jobs';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';
import type { StoredSettings } from '../../ports/stored-settings';
import { newestVersion } from '../work-types/responsibility-change/newest-version';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';
import { writtenRow } from './written-row';

export interface DraftPorts {
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
  settings: StoredSettings;
  jobs: Jobs;
}

/** `revision`: of the draft that the editor has seen. */
export type DraftEdit =
  | { edit: 'begin' }
  | { edit: 'put row'; revision: number; row: DraftResponsibility }
  | { edit: 'remove row'; revision: number; id: string }
  | { edit: 'matrix approver'; revision: number; role: RoleKey | null }
  | { edit: 'discard'; revision: number };

type Outcome = Result<MatrixDraft | null, MatrixRefusal>;

/**
 * Begins the draft of the next version from the newest one, in force or to come, or edits it. Everyone who edits it
 * is an author, and may not approve it. Answers with the draft as it is then; null when it was discarded.
 * Refuses: MATRIX_NOT_APPROVED, NO_DRAFT, DRAFT_CHANGED, DRAFT_SUBMITTED, DRAFT_INCOMPLETE, ROW_UNKNOWN, ROW_ID_TAKEN,
 * DOMAIN_UNKNOWN, APPROVER_UNKNOWN.
 * Source: requirements R8, R10.
 */
export async function editDraft(ports: DraftPorts, edit: DraftEdit, author: AccountId): Promise<Outcome> {
  if (edit.edit === 'begin') return beginDraft(ports, author);
  const draft = await ports.drafts.current();
  if (!draft) return refuseMatrix('NO_DRAFT');
  if (draft.state === 'submitted' || draft.state === 'closing') return refuseMatrix('DRAFT_SUBMITTED');
  if (draft.revision !== edit.revision) return refuseMatrix('DRAFT_CHANGED');
  if (edit.edit === 'discard') return discardDraft(ports, draft);
  if (draft.state === 'importing') return refuseMatrix('DRAFT_INCOMPLETE');
  if (edit.edit === 'put row') return putRow(ports, draft, edit.row, author);
  if (edit.edit === 'matrix approver') return chooseApprover(ports, draft, edit.role, author);
  const taken = await takeForEdit(ports, draft, author);
  if (!taken) return refuseMatrix('DRAFT_CHANGED');
  return (await ports.drafts.removeRow(taken, edit.id)) ? allow(taken) : refuseMatrix('ROW_UNKNOWN');
}

async function putRow(
  ports: DraftPorts,
  draft: MatrixDraft,
  row: DraftResponsibility,
  author: AccountId,
): Promise<Outcome> {
  if (!findDomain(row.domain)) return refuseMatrix('DOMAIN_UNKNOWN');
  const [roles, services] = [await ports.roles.list(), await ports.services.list()];
  const written = writtenRow(row, roles, services);
  const known = await ports.drafts.rowCalled(draft, written.id);
  if (known !== undefined && known !== written.id) return refuseMatrix('ROW_ID_TAKEN');
  const taken = await takeForEdit(ports, draft, author);
  if (!taken) return refuseMatrix('DRAFT_CHANGED');
  return (await ports.drafts.putRow(taken, written)) ? allow(taken) : refuseMatrix('DRAFT_CHANGED');
}

/** Which role approves matrices once this one is approved: the present approver agrees to it by approving the draft. */
async function chooseApprover(
  ports: DraftPorts,
  draft: MatrixDraft,
  role: RoleKey | null,
  author: AccountId,
): Promise<Outcome> {
  const roles = await ports.roles.list();
  if (role !== null && !isInternal(roles, role)) return refuseMatrix('APPROVER_UNKNOWN');
  const { matrixApproverRole: present } = await ports.settings.current();
  const matrixApproverRole = role === present ? null : role;
  const taken = await takeForEdit(ports, draft, author, { matrixApproverRole });
  return taken ? allow(taken) : refuseMatrix('DRAFT_CHANGED');
}

/** The revision goes up before the row is written: the person who saw the draft before it comes too late from then on. */
async function takeForEdit(
  { drafts, jobs }: DraftPorts,
  draft: MatrixDraft,
  author: AccountId,
  change: Partial<Pick<MatrixDraft, 'matrixApproverRole'>> = {},
): Promise<MatrixDraft | undefined> {
  const taken = await drafts.advance(draft, { ...change, authors: withAuthor(draft.authors, author) });
  // A new author may not decide: the ticket may have to go to someone else.
  if (taken?.ticket && taken.authors.length > draft.authors.length)
    await jobs.push([{ kind: 'reconcile ticket', ticket: taken.ticket }]);
  return taken;
}

async function discardDraft({ drafts, jobs }: DraftPorts, draft: MatrixDraft): Promise<Outcome> {
  const taken = await drafts.advance(draft, { state: 'importing' });
  if (!taken) return refuseMatrix('DRAFT_CHANGED');
  await drafts.clearRows(taken);
  await drafts.forget(taken);
  if (taken.ticket) await jobs.push([{ kind: 'reconcile ticket', ticket: taken.ticket }]);
  return allow(null);
}

/** A draft that is there stays as it is; one whose beginning was cut short begins again. */
async function beginDraft({ drafts, matrixVersions }: DraftPorts, author: AccountId): Promise<Outcome> {
  const known = await drafts.current();
  if (known && known.state !== 'importing') return allow(known);
  const empty = await emptyDraft({ drafts, matrixVersions }, author);
  if (!empty.ok) return empty;
  await drafts.copyBase(empty.value);
  const opened = await drafts.advance(empty.value, { state: 'open' });
  return opened ? allow(opened) : refuseMatrix('DRAFT_CHANGED');
}

/**
 * The draft without rows, ready to be filled by the caller alone: a new one, or the one that is there, which loses the
 * rows it has. Refuses: MATRIX_NOT_APPROVED before set-up brought the first version, DRAFT_SUBMITTED, DRAFT_CHANGED.
 */
export async function emptyDraft(
  { drafts, matrixVersions }: Pick<DraftPorts, 'drafts' | 'matrixVersions'>,
  author: AccountId,
): Promise<Result<MatrixDraft, MatrixRefusal>> {
  let draft = await drafts.current();
  if (!draft) {
    const base = await newestVersion(matrixVersions);
    if (base === 0) return refuseMatrix('MATRIX_NOT_APPROVED');
    const state = 'importing' as const;
    const begun = {
      number: base + 1,
      base,
      state,
      authors: [author],
      revision: 0,
      ticket: null,
      matrixApproverRole: null,
    };
    await drafts.begin(begun);
    draft = begun;
  }
  if (draft.state === 'submitted' || draft.state === 'closing') return refuseMatrix('DRAFT_SUBMITTED');
  const authors = withAuthor(draft.authors, author);
  const taken = await drafts.advance(draft, { state: 'importing', authors });
  if (!taken) return refuseMatrix('DRAFT_CHANGED');
  await drafts.clearRows(taken);
  return allow(taken);
}

function withAuthor(authors: readonly AccountId[], author: AccountId): readonly AccountId[] {
  return authors.includes(author) ? authors : [...authors, author];
}

import type { MatrixSubmitted } from '../../contract/matrix';
import { allow, type Result } from '../../domain/shared/result';
import { RESPONSIBILITY_CHANGE } from '../../domain/work-types/responsibility-change/responsibility-change';
import { isFinal } from '../../domain/work-type/work-type';
import type { Jobs } from '../../ports/jobs';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { Tickets } from '../../ports/tickets';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';

/**
 * Opens the Responsibility change of the draft, in the name of the person who calls, and binds the two in the app's
 * own records: no field that someone can write says which draft a ticket is about. The draft can be edited until the
 * ticket is submitted. A draft whose ticket is still open keeps it.
 * Refuses: NO_DRAFT, DRAFT_INCOMPLETE, DRAFT_CHANGED, NOT_CREATED.
 * Source: requirement R8; domain rules, "Nothing a user can write is trusted".
 */
export async function submitDraft(
  { drafts, tickets, jobs }: { drafts: MatrixDrafts; tickets: Tickets; jobs: Jobs },
  summary: string | undefined,
): Promise<Result<MatrixSubmitted, MatrixRefusal>> {
  const draft = await drafts.current();
  if (!draft) return refuseMatrix('NO_DRAFT');
  if (draft.state === 'importing') return refuseMatrix('DRAFT_INCOMPLETE');
  const bound = draft.ticket === null ? undefined : await tickets.read(draft.ticket);
  if (bound && !isFinal(RESPONSIBILITY_CHANGE, bound.status)) return allow({ ticket: bound.key });
  if (draft.state === 'closing') return refuseMatrix('DRAFT_CHANGED');
  const title = summary?.trim() || `Responsibility matrix v${String(draft.number)}`;
  const created = await tickets.createAsCaller(RESPONSIBILITY_CHANGE.name, title);
  if (created === 'refused') return refuseMatrix('NOT_CREATED');
  const taken = await drafts.advance(draft, { state: 'open', ticket: created.id });
  if (!taken) return refuseMatrix('DRAFT_CHANGED');
  await jobs.push([{ kind: 'reconcile ticket', ticket: created.id }]);
  return allow({ ticket: created.key });
}

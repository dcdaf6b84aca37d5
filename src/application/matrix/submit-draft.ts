import type { MatrixSubmitted } from '../../contract/matrix';
import { allow, type Result } from '../../domain/shared/result';
import { RESPONSIBILITY_CHANGE } from '../../domain/work-types/responsibility-change/responsibility-change';
import { supersedingInWords } from '../../domain/work-types/responsibility-change/superseding';
import { isFinal } from '../../domain/work-type/work-type';
import type { Jobs } from '../../ports/jobs';
import type { Clock } from '../../ports/clock';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Tickets } from '../../ports/tickets';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';

export interface SubmitDraftPorts {
  drafts: MatrixDrafts;
  matrixVersions: Pick<MatrixVersions, 'list'>;
  tickets: Tickets;
  jobs: Jobs;
  clock: Clock;
}

/**
 * Opens the Responsibility change of the draft, in the name of the person who calls, and binds the two in the app's
 * own records: no field that someone can write says which draft a ticket is about. The draft can be edited until the
 * ticket is submitted. A draft whose ticket is still open keeps it.
 * Says what approving it would mean for versions that are still to come.
 * Refuses: NO_DRAFT, DRAFT_INCOMPLETE, DRAFT_CHANGED, NOT_CREATED.
 * Source: requirement R8; domain rules, "Nothing a user can write is trusted".
 */
export async function submitDraft(
  ports: SubmitDraftPorts,
  summary: string | undefined,
): Promise<Result<MatrixSubmitted, MatrixRefusal>> {
  const opened = await openChange(ports, summary);
  if (!opened.ok) return opened;
  const { key, effectiveDate } = opened.value;
  const versions = await ports.matrixVersions.list();
  const words = supersedingInWords(effectiveDate, versions, ports.clock.now());
  return allow({ ticket: key, ...(words.length === 0 ? {} : { notice: words.join(' ') }) });
}

async function openChange(
  { drafts, tickets, jobs }: SubmitDraftPorts,
  summary: string | undefined,
): Promise<Result<{ key: string; effectiveDate: string | null }, MatrixRefusal>> {
  const draft = await drafts.current();
  if (!draft) return refuseMatrix('NO_DRAFT');
  if (draft.state === 'importing') return refuseMatrix('DRAFT_INCOMPLETE');
  const bound = draft.ticket === null ? undefined : await tickets.read(draft.ticket);
  if (bound && !isFinal(RESPONSIBILITY_CHANGE, bound.status))
    return allow({ key: bound.key, effectiveDate: bound.fields.effectiveDate });
  if (draft.state === 'closing') return refuseMatrix('DRAFT_CHANGED');
  const title = summary?.trim() || `Responsibility matrix v${String(draft.number)}`;
  const created = await tickets.createAsCaller(RESPONSIBILITY_CHANGE.name, title);
  if (created === 'refused') return refuseMatrix('NOT_CREATED');
  const taken = await drafts.advance(draft, { state: 'open', ticket: created.id });
  if (!taken) return refuseMatrix('DRAFT_CHANGED');
  await jobs.push([{ kind: 'reconcile ticket', ticket: created.id }]);
  return allow({ key: created.key, effectiveDate: null });
}

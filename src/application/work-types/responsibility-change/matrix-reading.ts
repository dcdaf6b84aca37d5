import type { RegisterCommand } from '../../../domain/effects/register-command';
import { matrixErrors } from '../../../domain/responsibility/findings/matrix-findings';
import { draftHash, type MatrixChange, type MatrixDraft } from '../../../domain/responsibility/matrix-change';
import { roleNameIn } from '../../../domain/responsibility/role';
import type { MatrixVersion } from '../../../domain/responsibility/matrix-version';
import { isMatrixDraftCommand } from '../../../domain/work-types/responsibility-change/draft-command';
import { wasTold } from '../../../domain/plan/notice';
import { means } from '../../../domain/ticket/observed-transition';
import {
  isAdoptionOver,
  supersedingMark,
} from '../../../domain/work-types/responsibility-change/matrix-rules';
import type { MatrixSubject } from '../../../domain/work-types/responsibility-change/matrix-subject';
import { NO_SUBJECT } from '../../../domain/work-type/subject';
import type { LookPorts } from '../../tickets/look-ports';
import type { AskedSubject, Purpose, WorkTypeReading } from '../../tickets/reading';
import { DRAFT_REGISTER, freeDraftOf } from './draft-register';
import { newestOf } from './newest-version';

/** How the draft of the matrix that a ticket puts up is read. Source: requirement R8. */
export const MATRIX_READING: WorkTypeReading<MatrixSubject> = {
  read: readDrafts,
  register: DRAFT_REGISTER,
  advanced,
  gone: freeDraftOf,
};

async function readDrafts(
  look: LookPorts,
  asked: readonly AskedSubject[],
  purpose: Purpose,
): Promise<MatrixSubject[]> {
  const draft = await look.drafts.current();
  const isBound = ({ story }: AskedSubject) => draft?.ticket === story.ticket.id;
  const wanted = (one: AskedSubject) =>
    !isOver(one) || (isBound(one) && (purpose === 'decision' || isToBeTold(one)));
  const versions = asked.some(wanted) ? await look.matrixVersions.list() : [];
  const subjects: MatrixSubject[] = [];
  for (const one of asked) {
    const bound = isBound(one) ? draft : null;
    const change = bound && purpose === 'decision' ? await changeOf(look, bound, versions) : null;
    const version = versions.find(({ changeTicket }) => changeTicket === one.story.ticket.key) ?? null;
    const nextApprover = bound && (await nextApproverOf(look, bound));
    const rest = { versions, nextApprover };
    subjects.push({ ...subjectOf(bound, change, isOver(one) ? null : version), ...rest });
  }
  return subjects;
}

/** Whether it may have to be said of a submission that it supersedes a version which is still to come. */
function isToBeTold({ story, records }: AskedSubject): boolean {
  const { latest, ticket } = story;
  if (!latest || !means(latest, 'submit')) return false;
  const recorded = new Set(records.marks.map(({ id }) => id));
  return !wasTold(ticket, { standing: { recorded } }, supersedingMark(story));
}

/** Whether nothing is left to do about an approval of the ticket. */
function isOver({ story, records }: AskedSubject): boolean {
  const recorded = new Set(records.marks.map(({ id }) => id));
  return isAdoptionOver(story, { standing: { recorded } });
}

function subjectOf(
  draft: MatrixDraft | null,
  change: MatrixChange | null,
  version: MatrixVersion | null,
): Omit<MatrixSubject, 'versions' | 'nextApprover'> {
  const inputs = change && { ...change, errors: change.errors.length };
  const decided = change && { number: change.number, base: change.base, hash: change.hash };
  return { ...NO_SUBJECT, authors: draft?.authors ?? [], decided, inputs, draft, change, version };
}

async function nextApproverOf(
  { roles }: Pick<LookPorts, 'roles'>,
  { matrixApproverRole }: MatrixDraft,
): Promise<string | null> {
  return matrixApproverRole === null ? null : roleNameIn(await roles.list(), matrixApproverRole);
}

/** What a gate has to know of the draft: read whole, since its hash and its errors are of all its rows. */
async function changeOf(
  look: LookPorts,
  draft: MatrixDraft,
  versions: readonly MatrixVersion[],
): Promise<MatrixChange> {
  const rows = await look.matrixVersions.allRows(draft.number);
  const [roles, services] = [await look.roles.list(), await look.services.list()];
  const { number, base, state, authors } = draft;
  return {
    number,
    base,
    newest: newestOf(versions),
    isImporting: state === 'importing',
    authors,
    hash: draftHash({ rows, roles, services }, draft),
    errors: matrixErrors({ rows, roles, services }),
  };
}

function advanced(subject: MatrixSubject, command: RegisterCommand, answer: unknown): MatrixSubject {
  if (!isMatrixDraftCommand(command)) return subject;
  if (command.kind === 'adopt') return { ...subject, version: answer as MatrixVersion };
  if (command.kind === 'finish' || !subject.draft) return { ...subject, draft: null };
  const { state, ticket } = command;
  return { ...subject, draft: ticket === null ? null : { ...subject.draft, state, ticket } };
}

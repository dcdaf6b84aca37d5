import { recording, type Step } from '../../effects/effect';
import type { Found } from '../../plan/found';
import { notice, wasTold, type Recorded } from '../../plan/notice';
import type { WorkTypeRules } from '../../plan/rules';
import { matrixApproved } from '../../responsibility/matrix-evidence';
import type { MatrixVersion } from '../../responsibility/matrix-version';
import { momentInWords } from '../../shared/date-in-words';
import { isApproval, means, type ObservedTransition } from '../../ticket/observed-transition';
import type { TicketStory } from '../../ticket/story';
import { isFinal } from '../../work-type/work-type';
import type { CommentParagraph } from '../../ticket/comment';
import type { MatrixDraftCommand } from './draft-command';
import type { MatrixSubject } from './matrix-subject';
import { say } from '../../shared/sentence';

/**
 * Keeps the draft of the matrix in step with the ticket that puts it up for decision: closed for edits while it waits,
 * open again after Rework, free for another ticket after Reject or Withdraw, and a version once the person the
 * gate named has approved it.
 * Source: requirement R8; domain rules, "Responsibility change", "An allow is a permission".
 */
export const MATRIX_RULES: WorkTypeRules<MatrixSubject> = {
  plan: (story, subject, found) => {
    const { latest } = story;
    if (latest && isApproval(latest)) return adoptionSteps(story, latest, subject, found);
    const wanted = draftStateFor(story);
    const { draft } = subject;
    if (!draft || !wanted) return [];
    // A draft whose import was cut short stays so: only another import, or discarding it, helps.
    const standsSo = draft.state === 'importing' || draft.state === wanted.state;
    if (standsSo && draft.ticket === wanted.ticket) return [];
    return [setState(draft.number, wanted)];
  },
};

interface DraftState {
  state: 'open' | 'submitted';
  ticket: string | null;
}

function setState(number: number, { state, ticket }: DraftState): Step {
  const command: MatrixDraftCommand = { register: 'matrix draft', kind: 'set state', number, state, ticket };
  return { effects: [{ do: 'advance', command }], records: [] };
}

/** How the draft should stand; undefined where the ticket's place says nothing of it. */
function draftStateFor({ ticket, workType, latest }: TicketStory): DraftState | undefined {
  if (isFinal(workType, ticket.status)) return { state: 'open', ticket: null };
  if (ticket.status === workType.initialStatus) return { state: 'open', ticket: ticket.id };
  const waits = latest !== undefined && means(latest, 'submit') && latest.decision !== null;
  return waits ? { state: 'submitted', ticket: ticket.id } : undefined;
}

/** The marks of what the ticket tells once an approval has been followed. */
export function adoptionMarks({ change }: ObservedTransition): { adopted: string; changed: string } {
  return { adopted: `${change}-adopted`, changed: `${change}-changed` };
}

/** Whether an approval has been followed to its end. */
export function isAdoptionOver({ ticket, latest }: TicketStory, found: Recorded): boolean {
  if (!latest || !isApproval(latest)) return true;
  const { adopted, changed } = adoptionMarks(latest);
  return wasTold(ticket, found, adopted) || wasTold(ticket, found, changed);
}

/** What is adopted is on record before it is told; what cannot be adopted is told, and its draft is open again. */
function adoptionSteps(
  story: TicketStory,
  approval: ObservedTransition,
  { draft, version }: MatrixSubject,
  found: Found,
): Step[] {
  if (isAdoptionOver(story, found)) return [];
  const { ticket } = story;
  const marks = adoptionMarks(approval);
  if (version) return finishing(story, approval, version, found);
  if (!draft) return [];
  const command: MatrixDraftCommand = {
    register: 'matrix draft',
    kind: 'adopt',
    number: draft.number,
    approval: {
      ticket: ticket.id,
      ticketKey: ticket.key,
      contentHash: approval.decision?.snapshot?.contentHash ?? '',
      approvedBy: approval.actor,
      approvedAt: approval.at,
      wantedFrom: ticket.fields.effectiveDate,
      author: draft.authors[0] ?? ticket.creator,
    },
  };
  const otherwise = notice(ticket, found, marks.changed, () => [CHANGED_SINCE]);
  return [{ effects: [{ do: 'advance', command }], records: [], otherwise }];
}

function finishing(
  { ticket, authors }: TicketStory,
  approval: ObservedTransition,
  version: MatrixVersion,
  found: Found,
): Step[] {
  const by = authors.length > 0 ? authors : [version.author];
  const facts = { ...version, authors: by, ticket: ticket.id, decision: approval.decision?.id ?? null };
  const entry = matrixApproved.entry({ at: found.at, actor: version.approvedBy, facts }, found.pseudonymOf);
  if (found.standing.recorded.has(entry.id))
    return notice(ticket, found, adoptionMarks(approval).adopted, () => [adoptedComment(version)]);
  const command: MatrixDraftCommand = { register: 'matrix draft', kind: 'finish', ticket: ticket.id };
  return [...recording(entry), { effects: [{ do: 'advance', command }], records: [] }];
}

function adoptedComment({ number, effectiveFrom }: MatrixVersion): CommentParagraph {
  return [
    { strong: say`Matrix v${String(number)} is approved. ` },
    say`It is in force from ${momentInWords(effectiveFrom)}.`,
  ];
}

const CHANGED_SINCE: CommentParagraph = [
  { strong: 'The matrix wasn’t changed. ' },
  'Its draft, or the Effective date, was changed after this was approved. The draft is open again, and needs another Responsibility change.',
];

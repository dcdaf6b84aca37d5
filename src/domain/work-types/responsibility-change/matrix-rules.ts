import { recording, type Step } from '../../effects/effect';
import type { Found } from '../../plan/found';
import { notice, wasTold, type Recorded } from '../../plan/notice';
import type { Blocker, WorkTypeRules } from '../../plan/rules';
import { matrixApproved, matrixNotAdopted } from '../../responsibility/matrix-evidence';
import { supersededBy, type MatrixVersion } from '../../responsibility/matrix-version';
import { momentInWords } from '../../shared/date-in-words';
import { isApproval, means, type ObservedTransition } from '../../ticket/observed-transition';
import { filesStillThere } from '../../ticket/decided-files';
import { decidedText } from '../../ticket/deciding-content';
import type { TicketStory } from '../../ticket/story';
import { evidenceId, ticketSubject } from '../../evidence/evidence-entry';
import { ticketFacts } from '../../evidence/facts';
import { isFinal } from '../../work-type/work-type';
import type { CommentParagraph } from '../../ticket/comment';
import type { MatrixDraftCommand } from './draft-command';
import type { MatrixSubject } from './matrix-subject';
import { supersededComment, supersedingInWords } from './superseding';
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
    const stands = standsSo && draft.ticket === wanted.ticket ? [] : [setState(draft.number, wanted)];
    return [...stands, ...supersedingNotice(story, subject, found)];
  },
  explain: ({ ticket, workType }, { draft, versions, nextApprover }, { at }) => {
    if (!draft || isFinal(workType, ticket.status)) return [];
    const superseding = supersedingInWords(ticket.fields.effectiveDate, versions, at).map(message => ({
      code: 'SUPERSEDES_VERSION',
      message,
    }));
    return [...superseding, ...(nextApprover === null ? [] : [approverChanges(nextApprover)])];
  },
};

function approverChanges(next: string): Blocker {
  const message = say`Approving this also changes the matrix approver: from then on it is the ${next}.`;
  return { code: 'MATRIX_APPROVER_CHANGES', message };
}

/** Once for each submission. */
export function supersedingMark({ submission }: Pick<TicketStory, 'submission'>): string {
  return `${submission?.change ?? ''}-supersedes`;
}

/** The person who decides must know what else an approval undoes: it is said when the change is submitted. */
function supersedingNotice(story: TicketStory, { versions }: MatrixSubject, found: Found): Step[] {
  const { ticket, latest } = story;
  if (!latest || !means(latest, 'submit')) return [];
  const words = supersedingInWords(ticket.fields.effectiveDate, versions, found.at);
  if (words.length === 0) return [];
  return notice(ticket, found, supersedingMark(story), () => words.map(sentence => [sentence]));
}

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

/** The id of the entry that an approved draft became no version. */
function notAdoptedId(ticket: string, { change }: ObservedTransition): string {
  return evidenceId(matrixNotAdopted.kind, ticketSubject(ticket), { change });
}

/** Whether an approval has been followed to its end. */
export function isAdoptionOver({ ticket, latest }: TicketStory, found: Recorded): boolean {
  if (!latest || !isApproval(latest)) return true;
  const { adopted, changed } = adoptionMarks(latest);
  const isRefused = found.standing.recorded.has(notAdoptedId(ticket.id, latest));
  return isRefused || wasTold(ticket, found, adopted) || wasTold(ticket, found, changed);
}

/** What is adopted is on record before it is told; what cannot be adopted is told, and its draft is open again. */
function adoptionSteps(
  story: TicketStory,
  approval: ObservedTransition,
  subject: MatrixSubject,
  found: Found,
): Step[] {
  const { draft, version, versions } = subject;
  const { ticket } = story;
  if (found.standing.recorded.has(notAdoptedId(ticket.id, approval)))
    return notice(ticket, found, adoptionMarks(approval).changed, () => [CHANGED_SINCE]);
  if (isAdoptionOver(story, found)) return [];
  if (version) return finishing(story, approval, { draft, version, versions }, found);
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
      text: decidedText(ticket),
      files: filesStillThere(story),
      wantedFrom: ticket.fields.effectiveDate,
      author: draft.authors[0] ?? ticket.creator,
    },
  };
  const facts = { ...ticketFacts(ticket), change: approval.change, decision: approval.decision?.id ?? null };
  const refused = matrixNotAdopted.entry({ at: found.at, actor: null, facts }, found.pseudonymOf);
  return [{ effects: [{ do: 'advance', command }], records: [], otherwise: recording(refused) }];
}

function finishing(
  { ticket, authors }: TicketStory,
  approval: ObservedTransition,
  { draft, version, versions }: Pick<MatrixSubject, 'draft' | 'versions'> & { version: MatrixVersion },
  found: Found,
): Step[] {
  const by = authors.length > 0 ? authors : [version.author];
  const supersedes = supersededBy(version, versions).map(({ number }) => number);
  const decision = approval.decision?.id ?? null;
  const facts = { ...version, authors: by, ticket: ticket.id, decision, supersedes };
  const entry = matrixApproved.entry({ at: found.at, actor: version.approvedBy, facts }, found.pseudonymOf);
  // Its draft is gone before anyone is told: what has been told is not looked at again.
  if (found.standing.recorded.has(entry.id) && !draft)
    return notice(ticket, found, adoptionMarks(approval).adopted, () => [
      adoptedComment(version),
      ...supersededComment(version, versions),
    ]);
  const command: MatrixDraftCommand = {
    register: 'matrix draft',
    kind: 'finish',
    ticket: ticket.id,
    approvedBy: version.approvedBy,
  };
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
  'Its draft, or something else that was decided on this ticket, was changed after this was approved. The draft is open again, and needs another Responsibility change.',
];

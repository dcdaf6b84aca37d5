import { evidenceId } from '../../domain/evidence/evidence-entry';
import { draftHash, type MatrixDraft } from '../../domain/responsibility/matrix-change';
import { matrixErrors } from '../../domain/responsibility/findings/matrix-findings';
import { approvedContent, approvedVersion } from '../../domain/responsibility/approved-version';
import type { MatrixVersion } from '../../domain/responsibility/matrix-version';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import type { CommentParagraph } from '../../domain/ticket/comment';
import { decidingContent } from '../../domain/ticket/deciding-content';
import { isApproval, means, type ObservedTransition } from '../../domain/ticket/observed-transition';
import { NO_CHANGES, type Ticket } from '../../domain/ticket/ticket';
import { isFinal } from '../../domain/work-type/work-type';
import { workTypeNamed } from '../../domain/catalogue/work-types';
import { momentInWords } from '../../domain/shared/date-in-words';
import type { Clock } from '../../ports/clock';
import type { Ledger } from '../../ports/ledger';
import type { Jobs } from '../../ports/jobs';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';
import type { Tickets } from '../../ports/tickets';
import { draftOf, newestVersion } from './matrix-change';

export interface FollowChangePorts {
  tickets: Tickets;
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
  ledger: Ledger;
  jobs: Jobs;
  clock: Clock;
}

/**
 * Keeps the draft of the matrix in step with the ticket that puts it up for decision: closed for edits while it waits,
 * open again after Rework, free for another ticket after Reject or Withdraw, and a version once the person whom the
 * gate named has approved it. Repeated at will: each part finds what was done.
 * @param latest - the transition that brought the ticket to where it stands
 * @param isNew - whether that transition has not been recorded yet
 * Source: requirement R8; domain rules, "Responsibility change", "An allow is a permission".
 */
export async function followChange(
  ports: FollowChangePorts,
  ticket: Ticket,
  latest: ObservedTransition | undefined,
  isNew: boolean,
): Promise<void> {
  const workType = workTypeNamed(ticket.workType);
  const draft = await draftOf(ports.drafts, ticket);
  if (latest && isApproval(latest)) {
    if (draft || isNew) await activate(ports, ticket, latest, draft);
    return;
  }
  if (!draft) return;
  if (isFinal(workType, ticket.status)) {
    await setState(ports, draft, 'open', null);
    return;
  }
  const waits = latest !== undefined && means(latest, 'submit') && latest.decision !== null;
  if (ticket.status !== workType.initialStatus && waits) await setState(ports, draft, 'submitted', ticket.id);
  if (ticket.status === workType.initialStatus) await setState(ports, draft, 'open', ticket.id);
}

/** The draft of a ticket that is gone is free for another. */
export async function releaseDraft(drafts: MatrixDrafts, ticketId: string): Promise<void> {
  const draft = await drafts.current();
  if (draft?.ticket === ticketId) await setState({ drafts }, draft, 'open', null);
}

/** A draft whose import was cut short stays so: only another import, or discarding it, helps. */
async function setState(
  { drafts }: { drafts: MatrixDrafts },
  draft: MatrixDraft,
  state: 'open' | 'submitted',
  ticket: string | null,
): Promise<void> {
  const to = draft.state === 'importing' ? draft.state : state;
  if (draft.state === to && draft.ticket === ticket) return;
  const changed = await drafts.advance(draft, { state: to, ticket });
  if (!changed)
    throw new Error('The draft of the matrix was changed meanwhile; its ticket is followed again.');
}

/** Makes the draft a version; what is recorded last, by the caller, is that the approval was seen. */
async function activate(
  ports: FollowChangePorts,
  ticket: Ticket,
  approval: ObservedTransition,
  draft: MatrixDraft | null,
): Promise<void> {
  const adopted = (await ports.matrixVersions.list()).find(version => version.changeTicket === ticket.key);
  const version = adopted ?? (draft && (await adopt(ports, ticket, approval, draft)));
  if (!version) return;
  await recordApproval(ports, ticket, approval, version);
  const left = await ports.drafts.current();
  if (left?.ticket === ticket.id) await ports.drafts.forget(left);
  await ports.jobs.push([{ kind: 'sweep' }]);
}

/** Closes the draft first, so that nothing of it changes between the last look at it and the version. */
async function adopt(
  ports: FollowChangePorts,
  ticket: Ticket,
  approval: ObservedTransition,
  draft: MatrixDraft,
): Promise<MatrixVersion | null> {
  const { drafts, matrixVersions } = ports;
  const closing = draft.state === 'closing' ? draft : await drafts.advance(draft, { state: 'closing' });
  if (!closing)
    throw new Error('The draft of the matrix was changed meanwhile; its ticket is followed again.');
  const rows = await matrixVersions.allRows(closing.number);
  const [roles, services] = [await ports.roles.list(), await ports.services.list()];
  const content = approvedContent({ rows, roles, services });
  const isSame = decidedHash(ticket, closing, rows) === approval.decision?.snapshot?.contentHash;
  const isNext = (await newestVersion(matrixVersions)) === closing.base;
  const isSound = matrixErrors({ rows, roles, services }).length === 0;
  if (!content || !isSame || !isNext || !isSound) {
    await ports.tickets.commentOnce(ticket, `${approval.change}-changed`, [CHANGED_SINCE]);
    await drafts.advance(closing, { state: 'open', ticket: null });
    return null;
  }
  const version = approvedVersion(content, {
    number: closing.number,
    author: closing.authors[0] ?? ticket.creator,
    approvedBy: approval.actor,
    approvedAt: approval.at,
    wantedFrom: ticket.fields.effectiveDate,
    changeTicket: ticket.key,
  });
  await drafts.adopt(version, { roles: content.roles, services: content.services });
  return version;
}

function decidedHash(ticket: Ticket, draft: MatrixDraft, rows: readonly DraftResponsibility[]): string {
  const change = { number: draft.number, base: draft.base, hash: draftHash(rows) };
  return decidingContent(ticket, workTypeNamed(ticket.workType), NO_CHANGES, change).hash;
}

async function recordApproval(
  { ledger, tickets, clock }: FollowChangePorts,
  ticket: Ticket,
  approval: ObservedTransition,
  version: MatrixVersion,
): Promise<void> {
  const subject = `matrix:${String(version.number)}`;
  const id = evidenceId('matrix-approved', subject, { contentHash: version.contentHash });
  await tickets.commentOnce(ticket, id, [
    [
      { strong: `Matrix v${String(version.number)} is approved. ` },
      `It is in force from ${momentInWords(version.effectiveFrom)}.`,
    ],
  ]);
  const { authors = [version.author] } = ticket;
  await ledger.append({
    id,
    at: clock.now(),
    kind: 'matrix-approved',
    actor: version.approvedBy,
    subject,
    facts: { ...version, authors, ticket: ticket.id, decision: approval.decision?.id ?? null },
  });
}

const CHANGED_SINCE: CommentParagraph = [
  { strong: 'The matrix stays as it is. ' },
  'Its draft, or the Effective date, was changed after this was approved. The draft is open again, and needs another Responsibility change.',
];

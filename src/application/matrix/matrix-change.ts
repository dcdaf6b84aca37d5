import { matrixErrors } from '../../domain/responsibility/findings/matrix-findings';
import { draftHash, type MatrixChange, type MatrixDraft } from '../../domain/responsibility/matrix-change';
import type { Ticket } from '../../domain/ticket/ticket';
import { workTypeNamed } from '../../domain/catalogue/work-types';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { Registers } from '../../ports/registers';

/** Whether a ticket puts up a draft of the matrix for decision. */
function isAboutMatrix({ workType }: Ticket): boolean {
  return workTypeNamed(workType).responsibility.by === 'matrix approver';
}

/** The draft that the app's own records bind to a ticket, whatever stands on the ticket. */
export async function draftOf(drafts: MatrixDrafts, ticket: Ticket): Promise<MatrixDraft | null> {
  if (!isAboutMatrix(ticket)) return null;
  const draft = await drafts.current();
  return draft?.ticket === ticket.id ? draft : null;
}

/** The ticket with the authors of its draft, who may not decide it. Source: domain rules, "Excluded". */
export function withAuthors(ticket: Ticket, draft: Pick<MatrixDraft, 'authors'> | null): Ticket {
  return draft ? { ...ticket, authors: draft.authors } : ticket;
}

/** What a gate has to know of the draft: read whole, since its hash and its errors are of all its rows. */
export async function matrixChangeOf(
  { drafts, registers }: { drafts: MatrixDrafts; registers: Registers },
  ticket: Ticket,
): Promise<MatrixChange | null> {
  const draft = await draftOf(drafts, ticket);
  if (!draft) return null;
  const rows = await drafts.allRows(draft.number);
  const [roles, services] = [await registers.roles(), await registers.services()];
  const { number, base, state, authors } = draft;
  return {
    number,
    base,
    newest: await newestVersion(registers),
    isImporting: state === 'importing',
    authors,
    hash: draftHash(rows),
    errors: matrixErrors({ rows, roles, services }),
  };
}

/** 0 when there is none. */
export async function newestVersion(registers: Pick<Registers, 'versions'>): Promise<number> {
  return Math.max(0, ...(await registers.versions()).map(({ number }) => number));
}

import { matrixErrors } from '../../domain/responsibility/findings/matrix-findings';
import { draftHash, type MatrixChange, type MatrixDraft } from '../../domain/responsibility/matrix-change';
import type { Ticket } from '../../domain/ticket/ticket';
import { workTypeNamed } from '../../domain/catalogue/work-types';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';

export interface MatrixChangePorts {
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
}

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
export async function matrixChangeOf(ports: MatrixChangePorts, ticket: Ticket): Promise<MatrixChange | null> {
  const draft = await draftOf(ports.drafts, ticket);
  if (!draft) return null;
  const rows = await ports.matrixVersions.allRows(draft.number);
  const [roles, services] = [await ports.roles.list(), await ports.services.list()];
  const { number, base, state, authors } = draft;
  return {
    number,
    base,
    newest: await newestVersion(ports.matrixVersions),
    isImporting: state === 'importing',
    authors,
    hash: draftHash(rows),
    errors: matrixErrors({ rows, roles, services }),
  };
}

/** 0 when there is none. */
export async function newestVersion(matrixVersions: Pick<MatrixVersions, 'list'>): Promise<number> {
  return Math.max(0, ...(await matrixVersions.list()).map(({ number }) => number));
}

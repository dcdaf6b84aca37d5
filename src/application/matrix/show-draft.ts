import type { MatrixDraft as MatrixDraftShown } from '../../contract/matrix';
import type { MatrixDraft } from '../../domain/responsibility/matrix-change';
import type { Directory } from '../../ports/directory';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Tickets } from '../../ports/tickets';
import { personNamed } from '../people/person-named';
import { shownRow } from './shown-matrix';
import { pageOf } from './view-matrix';

export interface ShowDraftPorts {
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  directory: Directory;
  tickets: Tickets;
}

/** The draft with a page of its rows. Source: requirement R8. */
export async function showDraft(
  ports: ShowDraftPorts,
  cursor: string | undefined,
): Promise<MatrixDraftShown> {
  const draft = await ports.drafts.current();
  if (!draft) return { draft: null };
  const page = await pageOf(ports.matrixVersions, draft.number, cursor === undefined ? {} : { cursor });
  const shown = await shownDraft(ports, draft);
  const rows = page.rows.map(shownRow);
  return { draft: { ...shown, rows, ...(page.next === undefined ? {} : { cursor: page.next }) } };
}

/** The draft without its rows, for the person who has just edited it. */
export async function shownDraft(
  { directory, tickets }: ShowDraftPorts,
  { number, base, authors, state, ticket, revision, matrixApproverRole }: MatrixDraft,
): Promise<NonNullable<MatrixDraftShown['draft']>> {
  const accounts = await directory.accounts(authors);
  const bound = ticket === null ? undefined : await tickets.read(ticket);
  return {
    number,
    base,
    authors: authors.map(personNamed(accounts)),
    state: state === 'submitted' || state === 'closing' ? 'submitted' : 'open',
    ticket: bound?.key ?? null,
    revision,
    matrixApproverRole,
    rows: [],
  };
}

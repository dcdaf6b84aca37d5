import type { Job, Jobs } from '../ports/jobs';
import type { MatrixDrafts } from '../ports/matrix-drafts';
import type { Tickets } from '../ports/tickets';

/**
 * Has every ticket followed that may need it, one page of the search at a time: tickets whose events were lost,
 * deputies whose period began, people who became inactive, and the ticket of the draft of the matrix, wherever it is. The next page is a job of its own.
 * Source: domain rules, "Routing".
 */
export async function sweepTickets(
  { tickets, jobs, drafts }: { tickets: Tickets; jobs: Jobs; drafts: MatrixDrafts },
  cursor: string | undefined,
): Promise<void> {
  const page = await tickets.pageToFollow(cursor);
  const drafted = cursor === undefined ? (await drafts.current())?.ticket : undefined;
  const ids = new Set([...(drafted ? [drafted] : []), ...page.ids]);
  const follow = [...ids].map((ticket): Job => ({ kind: 'follow ticket', ticket }));
  await jobs.push(page.cursor === undefined ? follow : [...follow, { kind: 'sweep', cursor: page.cursor }]);
}

import type { Job, Jobs } from '../ports/jobs';
import type { Tickets } from '../ports/tickets';

/**
 * Has every ticket followed that may need it, one page of the search at a time: tickets whose events were lost,
 * deputies whose period began, people who became inactive. The next page is a job of its own.
 * Source: domain rules, "Routing".
 */
export async function sweepTickets(
  { tickets, jobs }: { tickets: Tickets; jobs: Jobs },
  cursor: string | undefined,
): Promise<void> {
  const page = await tickets.pageToFollow(cursor);
  const follow = page.ids.map((ticket): Job => ({ kind: 'follow ticket', ticket }));
  await jobs.push(page.cursor === undefined ? follow : [...follow, { kind: 'sweep', cursor: page.cursor }]);
}

import { toInstant } from '../../domain/shared/instant';
import type { Job, Jobs, ObligationsCheck } from '../../ports/jobs';
import type { Obligations } from '../../ports/obligations';
import type { Tickets } from '../../ports/tickets';
import { ticketsWithSomethingToDo, type SweepPorts } from '../tickets/sweep-tickets';
import { putOutOfReach, troubleSeen, type OutOfReachPorts } from './out-of-reach';

export interface CheckObligationsPorts extends SweepPorts, OutOfReachPorts {
  tickets: SweepPorts['tickets'] & Pick<Tickets, 'sightOf'>;
  obligations: Obligations;
  jobs: Jobs;
}

/** As many as one read of Jira shows with their histories. */
const PAGE_SIZE = 40;

/**
 * Checks by their ids the tickets under obligation that this sweep has not come across: whatever their status category,
 * their space and their last change say, and also when there is none any more. What keeps one from being checked is a
 * finding, and stops no other. With the last page the sweep has completed.
 * Source: domain rules, "Under obligation".
 */
export async function checkObligations(ports: CheckObligationsPorts, check: ObligationsCheck): Promise<void> {
  const { obligations, jobs, sweeps, clock } = ports;
  const { began, standing, after } = check;
  const page = await obligations.toCheck({ before: toInstant(began), after, limit: PAGE_SIZE });
  const ids = page.map(({ ticket }) => ticket);
  const follow = await toFollow(ports, page);
  if (follow.length > 0) await jobs.push(follow.map((ticket): Job => ({ kind: 'reconcile ticket', ticket })));
  await obligations.checked(ids, clock.now());
  const last = ids.length === PAGE_SIZE ? ids.at(-1) : undefined;
  const left = follow.length > 0 ? undefined : standing;
  if (last === undefined) await sweeps.completed({ began: toInstant(began), standing: left });
  else await jobs.push([{ kind: 'check obligations', began, standing: left, after: last }]);
}

/** Those that have something left to do; the others that can't be checked are put on record. */
async function toFollow(
  ports: CheckObligationsPorts,
  page: Awaited<ReturnType<Obligations['toCheck']>>,
): Promise<string[]> {
  if (page.length === 0) return [];
  const sight = await ports.tickets.sightOf(page.map(({ ticket }) => ticket));
  const { toDo, unreadable } = await ticketsWithSomethingToDo(ports, sight.tickets);
  for (const obligation of page) {
    const isUnplanned = unreadable.includes(obligation.ticket);
    const seen = isUnplanned
      ? ({ what: 'unreadable', where: null } as const)
      : troubleSeen(obligation, sight);
    if (seen) await putOutOfReach(ports, obligation, seen);
  }
  return toDo;
}

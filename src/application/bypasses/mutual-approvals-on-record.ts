import { mutualApprovals, type MutualApprovals } from '../../domain/bypass/mutual-approvals';
import { plus, YEAR, type Instant } from '../../domain/shared/instant';
import type { NameOf } from '../../domain/shared/account';
import { transitionObserved } from '../../domain/ticket/transition-evidence';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import { whoIsWho } from '../evidence/who-is-who';

/**
 * Who approved for each other within the last twelve months, as far as it is on record. At most two statements: the
 * approvals among those who approve, and the names of the people in what was found.
 */
export async function mutualApprovalsOnRecord(
  { ledger, people }: { ledger: Pick<Ledger, 'approvalsAmong'>; people: Pick<People, 'called'> },
  at: Instant,
): Promise<{ found: MutualApprovals[]; nameOf: NameOf }> {
  const recorded = await ledger.approvalsAmong(plus(at, -YEAR));
  const given = recorded.flatMap(({ observed, gained }) => {
    const read = transitionObserved.read(observed);
    if (!read?.actor) return [];
    return [{ ticketKey: read.facts.ticketKey, at: read.facts.at, approver: read.actor, gained }];
  });
  const found = mutualApprovals(given);
  const entries = found.length === 0 ? [] : recorded.map(({ observed }) => observed);
  const { nameOf } = await whoIsWho(people, entries);
  return { found, nameOf };
}

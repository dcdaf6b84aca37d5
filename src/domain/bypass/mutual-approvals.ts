import type { AccountId } from '../shared/account';
import type { Instant } from '../shared/instant';

/** An approval that the accountable person gave, and who had something of it. */
export interface ApprovalGiven {
  ticketKey: string;
  at: Instant;
  approver: AccountId;
  /** Who submitted the ticket, and who stood in its fields as beneficiary or owner, when it was approved. */
  gained: readonly AccountId[];
}

/** People who approve for each other, two, or three in a circle: each for the next, and the last for the first. */
export interface MutualApprovals {
  people: readonly AccountId[];
  /** What they approved so, the newest first. */
  approvals: readonly ApprovalGiven[];
}

/** Whom each approved for, and what. */
type ApprovedFor = ReadonlyMap<AccountId, ReadonlyMap<AccountId, readonly ApprovalGiven[]>>;

/**
 * Finds people who approve each other's requests. Each of these approvals is allowed by itself, and none is refused for
 * it: what they are together is for someone who oversees them to judge. Those with the most approvals come first.
 * Source: ISO/IEC 27017 6.1.2 (segregation of duties); domain rules, "Independence".
 */
export function mutualApprovals(given: readonly ApprovalGiven[]): MutualApprovals[] {
  const approvedFor = byApproverAndGainer(given);
  const pairs = circlesOf(approvedFor, 2);
  const paired = new Set(pairs.map(people => people.join(' ')));
  const isPair = (one = '', other = '') => paired.has([one, other].sort().join(' '));
  // Of three of whom two are a pair already, that pair says it.
  const threes = circlesOf(approvedFor, 3).filter(
    ([a, b, c]) => !isPair(a, b) && !isPair(b, c) && !isPair(a, c),
  );
  return [...pairs, ...threes]
    .map(people => ({ people, approvals: approvalsIn(people, approvedFor) }))
    .sort(busiestFirst);
}

function busiestFirst(one: MutualApprovals, other: MutualApprovals): number {
  return (
    other.approvals.length - one.approvals.length || (one.people.join(' ') < other.people.join(' ') ? -1 : 1)
  );
}

function byApproverAndGainer(given: readonly ApprovalGiven[]): ApprovedFor {
  const made = new Map<AccountId, Map<AccountId, ApprovalGiven[]>>();
  for (const approval of given)
    for (const gainer of new Set(approval.gained)) {
      const ofApprover = made.get(approval.approver) ?? new Map<AccountId, ApprovalGiven[]>();
      made.set(approval.approver, ofApprover);
      if (gainer !== approval.approver) ofApprover.set(gainer, [...(ofApprover.get(gainer) ?? []), approval]);
    }
  return made;
}

/** Circles of so many different people, each told once: it begins with the first of them by id. */
function circlesOf(approvedFor: ApprovedFor, size: 2 | 3): AccountId[][] {
  const isGiven = (from: AccountId, to: AccountId) => approvedFor.get(from)?.has(to) ?? false;
  let paths = [...approvedFor.keys()].map(first => [first]);
  for (let length = 1; length < size; length += 1)
    paths = paths.flatMap(path => {
      const [first = ''] = path;
      const next = [...(approvedFor.get(path.at(-1) ?? '')?.keys() ?? [])];
      return next.filter(one => one > first && !path.includes(one)).map(one => [...path, one]);
    });
  return paths.filter(path => isGiven(path.at(-1) ?? '', path[0] ?? ''));
}

function approvalsIn(people: readonly AccountId[], approvedFor: ApprovedFor): ApprovalGiven[] {
  const approvals = people.flatMap(
    (person, nth) => approvedFor.get(person)?.get(people[(nth + 1) % people.length] ?? '') ?? [],
  );
  return [...new Set(approvals)].sort((a, b) => (a.at < b.at ? 1 : -1));
}

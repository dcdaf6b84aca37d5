import { reviewFindings } from '../../domain/responsibility/findings/coverage';
import { actingHolders } from '../../domain/responsibility/role';
import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Directory } from '../../ports/directory';
import type { RegistersAsOf } from '../../ports/decisions';

/**
 * What someone has to do with approving matrices: `acts` as holder of that role or as its deputy, `stands in` where
 * the acting person may not; null for everyone else.
 */
export type MatrixApproval = 'acts' | 'stands in' | null;

/** What the reader has to do with approving matrices now. Jira is asked only about those who hold the role. */
export async function matrixApproval(
  directory: Directory,
  { settings: { matrixApproverRole }, holders: periods }: RegistersAsOf,
  reader: AccountId,
  at: Instant,
): Promise<MatrixApproval> {
  const holders = periods.filter(({ role }) => role === matrixApproverRole);
  if (holders.every(({ accountId }) => accountId !== reader)) return null;
  const accounts = await directory.accounts([...new Set(holders.map(({ accountId }) => accountId))]);
  const acting = actingHolders(matrixApproverRole, holders, accounts, at);
  const place = acting.findIndex(({ accountId }) => accountId === reader);
  return place === -1 ? null : place === 0 ? 'acts' : 'stands in';
}

/**
 * What the matrix approver is told once the matrix in force is past its review cadence; null until then.
 * Source: requirement R8; mistake N12.
 */
export function overdueReview({ matrix, settings }: RegistersAsOf, at: Instant): string | null {
  const [overdue] = reviewFindings(matrix?.approvedAt ?? null, settings.reviewCadenceDays, at);
  return overdue?.message ?? null;
}

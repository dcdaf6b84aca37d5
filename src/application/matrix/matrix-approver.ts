import { reviewFindings } from '../../domain/responsibility/findings/coverage';
import { inForceAt } from '../../domain/responsibility/matrix-version';
import { actingHolders } from '../../domain/responsibility/role';
import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Directory } from '../../ports/directory';
import type { Registers } from '../../ports/registers';

/** Whether the reader is who approves matrices now, as holder of that role or as its deputy. */
export async function actsAsMatrixApprover(
  { registers, directory }: { registers: Registers; directory: Directory },
  reader: AccountId,
  at: Instant,
): Promise<boolean> {
  const { matrixApproverRole } = await registers.settings();
  const holders = (await registers.holders()).filter(({ role }) => role === matrixApproverRole);
  if (holders.every(({ accountId }) => accountId !== reader)) return false;
  const accounts = await directory.accounts([...new Set(holders.map(({ accountId }) => accountId))]);
  return actingHolders(matrixApproverRole, holders, accounts, at)[0]?.accountId === reader;
}

/**
 * What the matrix approver is told once the matrix in force is past its review cadence; null until then.
 * Source: requirement R8; mistake N12.
 */
export async function overdueReview(registers: Registers, at: Instant): Promise<string | null> {
  const inForce = inForceAt(await registers.versions(), at);
  const { reviewCadenceDays } = await registers.settings();
  const [overdue] = reviewFindings(inForce?.approvedAt ?? null, reviewCadenceDays, at);
  return overdue?.message ?? null;
}

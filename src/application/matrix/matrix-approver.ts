import { reviewFindings } from '../../domain/responsibility/findings/coverage';
import { inForceAt } from '../../domain/responsibility/matrix-version';
import { actingHolders } from '../../domain/responsibility/role';
import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Directory } from '../../ports/directory';
import type { Registers } from '../../ports/registers';

interface MatrixApproverPorts {
  directory: Directory;
  registers: Registers;
}

/** Whether the reader is who approves matrices now, as holder of that role or as its deputy. */
export async function actsAsMatrixApprover(
  { registers, directory }: MatrixApproverPorts,
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
 * What the matrix approver is told once the matrix in force is past its review cadence; null for everybody else, and
 * until then. Source: requirement R8; mistake N12.
 */
export async function overdueReview(
  ports: MatrixApproverPorts,
  reader: AccountId,
  at: Instant,
): Promise<string | null> {
  if (!(await actsAsMatrixApprover(ports, reader, at))) return null;
  const inForce = inForceAt(await ports.registers.versions(), at);
  const { reviewCadenceDays } = await ports.registers.settings();
  const [overdue] = reviewFindings(inForce?.approvedAt ?? null, reviewCadenceDays, at);
  return overdue?.message ?? null;
}

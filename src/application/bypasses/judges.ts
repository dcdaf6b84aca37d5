import type { Judges } from '../../domain/bypass/acknowledgement';
import type { AccountId } from '../../domain/shared/account';
import type { Directory } from '../../ports/directory';
import type { Registers } from '../../ports/registers';

/** Who may judge bypasses, by the registers as they are. @param others - whose names are wanted besides */
export async function readJudges(
  { registers, directory }: { registers: Registers; directory: Directory },
  others: readonly AccountId[] = [],
): Promise<Judges> {
  const { matrixApproverRole } = await registers.settings();
  const [roles, periods] = [await registers.roles(), await registers.holders()];
  const holders = periods.filter(({ role }) => role === matrixApproverRole);
  const named = [...holders.map(({ accountId }) => accountId), ...others];
  return { matrixApproverRole, roles, holders, accounts: await directory.accounts([...new Set(named)]) };
}

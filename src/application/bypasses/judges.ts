import type { Judges } from '../../domain/bypass/acknowledgement';
import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Directory } from '../../ports/directory';
import type { Decisions } from '../../ports/decisions';

/** Who may judge bypasses, by the registers as they are now. @param others - whose names are wanted besides */
export async function readJudges(
  {
    decisions,
    directory,
  }: { decisions: Pick<Decisions, 'registersAsOf'>; directory: Pick<Directory, 'accounts'> },
  now: Instant,
  others: readonly AccountId[] = [],
): Promise<Judges> {
  const { settings, roles, holders: periods } = await decisions.registersAsOf(now);
  const { matrixApproverRole } = settings;
  const holders = periods.filter(({ role }) => role === matrixApproverRole);
  const named = [...holders.map(({ accountId }) => accountId), ...others];
  return { matrixApproverRole, roles, holders, accounts: await directory.accounts([...new Set(named)]) };
}

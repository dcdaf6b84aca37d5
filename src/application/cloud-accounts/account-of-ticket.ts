import type { CloudAccount } from '../../domain/cloud-account/cloud-account';
import type { Ticket } from '../../domain/ticket/ticket';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { DecisionRecords } from '../../ports/decisions';

/**
 * The registered account that a ticket brought; undefined when it brought none. Its Account ID names it, which was
 * asked about with all else that a decision needs; only where somebody has changed that since is the register asked.
 */
export async function accountOfTicket(
  cloudAccounts: CloudAccounts,
  { id }: Ticket,
  { cloudAccount }: Pick<DecisionRecords, 'cloudAccount'>,
): Promise<CloudAccount | undefined> {
  const isItsOwn = cloudAccount?.ticket === id && cloudAccount.status === 'active';
  return isItsOwn ? cloudAccount : cloudAccounts.ofTicket(id);
}

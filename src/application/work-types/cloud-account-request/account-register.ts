import {
  isCloudAccountCommand,
  type CloudAccountCommand,
} from '../../../domain/work-types/cloud-account-request/account-command';
import type { CloudAccounts } from '../../../ports/cloud-accounts';
import { registerOf, type Advanced } from '../../tickets/registers';

/** One step of the register of cloud accounts. Refused: the account could not be registered for the ticket. */
async function advanceAccount(
  { cloudAccounts }: { cloudAccounts: CloudAccounts },
  command: CloudAccountCommand,
): Promise<Advanced> {
  if (command.kind === 'change owner') {
    await cloudAccounts.changeOwner(command.account, command.owner);
    return { outcome: 'done' };
  }
  const { ticket, accountId, at, held } = command;
  const confirmed = await cloudAccounts.confirm(ticket, accountId, at, held);
  return { outcome: confirmed === 'absent' ? 'refused' : 'done' };
}

export const ACCOUNT_REGISTER = registerOf(isCloudAccountCommand, advanceAccount);

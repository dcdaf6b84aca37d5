import type { CloudAccount } from '../../cloud-account/cloud-account';
import type { RegisterCommand } from '../../effects/register-command';
import type { AccountId } from '../../shared/account';
import type { Instant } from '../../shared/instant';

/** What the register of cloud accounts is told to do. */
export type CloudAccountCommand =
  /** Makes the ticket's reservation of this id an entry of the register. Refused when there is none, or another ticket took it. */
  | {
      register: 'cloud accounts';
      kind: 'confirm';
      ticket: string;
      accountId: string;
      at: Instant;
      /** What the ticket has reserved: what it doesn't need is given back. */
      held: readonly CloudAccount[];
    }
  | { register: 'cloud accounts'; kind: 'change owner'; account: CloudAccount; owner: AccountId };

export function isCloudAccountCommand(command: RegisterCommand): command is CloudAccountCommand {
  return command.register === 'cloud accounts';
}

import type { RegisterCommand } from '../effects/register-command';
import type { Obligation } from './obligation';

/** What the index of tickets under obligation is told to do. */
export type ObligationCommand =
  | { register: 'obligations'; kind: 'keep'; obligation: Obligation }
  | { register: 'obligations'; kind: 'drop'; ticket: string };

export function isObligationCommand(command: RegisterCommand): command is ObligationCommand {
  return command.register === 'obligations';
}

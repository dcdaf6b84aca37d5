import { isObligationCommand } from '../../domain/obligation/obligation-command';
import { registerOf } from '../tickets/registers';

/** The index of tickets under obligation, as far as tickets tell it. */
export const OBLIGATION_REGISTER = registerOf(
  isObligationCommand,
  async ({ obligations, clock }, command) => {
    if (command.kind === 'drop') await obligations.drop(command.ticket);
    else await obligations.keep(command.obligation, clock.now());
    return { outcome: 'done' };
  },
);

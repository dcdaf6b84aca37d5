import type { DecidedFile, DecidedText } from '../../decision/decided-content';
import type { RegisterCommand } from '../../effects/register-command';
import type { AccountId } from '../../shared/account';
import type { Instant } from '../../shared/instant';

/** What the draft of the matrix is told to do. */
export type MatrixDraftCommand =
  /** Whether the draft can be edited, and which ticket it waits in. */
  | {
      register: 'matrix draft';
      kind: 'set state';
      number: number;
      state: 'open' | 'submitted';
      ticket: string | null;
    }
  /** Makes the draft the next version. Refused when it isn't what was approved, or can't follow on the newest version. */
  | { register: 'matrix draft'; kind: 'adopt'; number: number; approval: MatrixApproval }
  /** Has another role approve matrices where the draft said so, forgets it, and has open tickets routed by its version. */
  | { register: 'matrix draft'; kind: 'finish'; ticket: string; approvedBy: AccountId };

/** What an approved draft is checked against, and what its version says of how it came about. */
export interface MatrixApproval {
  ticket: string;
  ticketKey: string;
  contentHash: string;
  approvedBy: AccountId;
  approvedAt: Instant;
  /** What the ticket says, and which of its files are still there. */
  text: DecidedText;
  files: readonly DecidedFile[];
  /** The day that was asked for, `YYYY-MM-DD`; null for at once. */
  wantedFrom: string | null;
  author: AccountId;
}

export function isMatrixDraftCommand(command: RegisterCommand): command is MatrixDraftCommand {
  return command.register === 'matrix draft';
}

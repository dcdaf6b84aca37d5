import type { AccountId } from '../shared/account';
import type { RoleKey } from './role';

/** How specific the matrix row is that answered. */
export type Specificity =
  'activity and service' | 'activity' | 'domain default for the service' | 'domain default';

/** Why this person decides: the holder; a deputy or the matrix approver because the others may not. */
export type DecidedBy = 'holder' | 'deputy' | 'matrix approver';

interface Decider {
  role: RoleKey;
  roleName: string;
  accountable: AccountId;
  decidedBy: DecidedBy;
  /** People who would have come first and can’t decide this ticket. */
  passedOver: readonly AccountId[];
  performer: AccountId;
}

/** Who decides by a row of the matrix in force. */
export interface MatrixRoute extends Decider {
  by: 'matrix';
  matrixVersion: number;
  matrixHash: string;
  /** The id of the row. */
  responsibility: string;
  domain: string;
  activity: string;
  service: string;
  specificity: Specificity;
}

/** Who decides as the holder of a role, where no row of a matrix says who does. */
export interface RoleRoute extends Decider {
  by: 'role';
  /** What is approved: `Approval of the responsibility matrix`. */
  matter: string;
  /** Which of several approvals in order. */
  step: number;
}

/** Who decides a ticket, and why. Names are those of the instant. Source: requirements R3, R5, W3; white-space 1. */
export type Route = MatrixRoute | RoleRoute;

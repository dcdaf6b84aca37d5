import type { AccountId } from '../shared/account';
import type { RoleKey } from './role';

/** How specific the matrix row is that answered. */
export type Specificity =
  | 'activity and service'
  | 'activity'
  | 'domain default for the service'
  | 'domain default'
  /** No row at all: by the register of roles. */
  | 'matrix approver';

/** Why this person decides: the holder; a deputy or the matrix approver because of whom the others are. */
export type DecidedBy = 'holder' | 'deputy' | 'matrix approver';

/** Who decides a ticket, and why. Names are those of the instant. Source: requirements R3, R5, W3; white-space 1. */
export interface Route {
  /** 0, with an empty hash, row and service, where the register of roles answers and no matrix. */
  matrixVersion: number;
  matrixHash: string;
  responsibility: string;
  domain: string;
  activity: string;
  service: string;
  specificity: Specificity;
  role: RoleKey;
  roleName: string;
  accountable: AccountId;
  decidedBy: DecidedBy;
  /** People who would have come first and may not decide this ticket. */
  passedOver: readonly AccountId[];
  performer: AccountId;
}

export type RouteRefusal =
  | { code: 'MATRIX_NOT_APPROVED' }
  | { code: 'SERVICE_UNKNOWN'; service: string }
  | { code: 'NO_RESPONSIBILITY'; domain: string; activity: string; service: string }
  | { code: 'ROLE_VACANT'; role: RoleKey; roleName: string; responsibility: string }
  | { code: 'NO_INDEPENDENT_APPROVER'; role: RoleKey; roleName: string; excluded: readonly AccountId[] };

import type { AccountId, Accounts } from '../shared/account';
import type { Instant } from '../shared/instant';
import { allow, refuse, type Result } from '../shared/result';
import {
  actingHolders,
  roleNameIn,
  type EffectiveHolder,
  type Role,
  type RoleHolder,
  type RoleKey,
} from './role';
import type { DecidedBy } from './route';
import type { RouteRefusal } from './route-facts';

/** Who holds which role, and who decides where no one else may. */
export interface RoleAllocation {
  roles: readonly Role[];
  holders: readonly RoleHolder[];
  accounts: Accounts;
  /** The role that decides where no one else may. */
  matrixApproverRole: RoleKey;
}

export interface Decider {
  accountable: AccountId;
  decidedBy: DecidedBy;
  passedOver: AccountId[];
}

/** Who acts for a role at an instant, in the order in which they are asked. */
export function actingFor(
  role: RoleKey,
  at: Instant,
  { holders, accounts }: RoleAllocation,
): EffectiveHolder[] {
  return actingHolders(role, holders, accounts, at);
}

/**
 * Who decides for a role: its first holder or deputy who may, else the matrix approver.
 * Refuses: ROLE_VACANT, NO_INDEPENDENT_APPROVER.
 * Source: domain rules, "Independence"; ISO/IEC 27017 6.1.2.
 * @param acting - for the role
 * @param responsibility - the row of the matrix that names the role; empty when none does
 */
export function chooseDecider(
  { role, responsibility }: { role: RoleKey; responsibility: string },
  acting: readonly EffectiveHolder[],
  { at, excluded }: { at: Instant; excluded: ReadonlySet<AccountId> },
  allocation: RoleAllocation,
): Result<Decider, RouteRefusal> {
  if (acting.length === 0)
    return refuse({
      code: 'ROLE_VACANT',
      role,
      roleName: roleNameIn(allocation.roles, role),
      responsibility,
    });
  const people = acting.map(({ accountId }) => accountId);
  const passedOver = people.filter(
    (person, place) => excluded.has(person) && people.indexOf(person) === place,
  );
  const independent = acting.find(({ accountId }) => !excluded.has(accountId));
  if (independent) {
    const decidedBy = independent.viaDeputy ? 'deputy' : 'holder';
    return allow({ accountable: independent.accountId, decidedBy, passedOver });
  }
  const [approver] = actingFor(allocation.matrixApproverRole, at, allocation);
  if (!approver || excluded.has(approver.accountId)) {
    const names = { role, roleName: roleNameIn(allocation.roles, role) };
    return refuse({ code: 'NO_INDEPENDENT_APPROVER', ...names, excluded: passedOver });
  }
  return allow({ accountable: approver.accountId, decidedBy: 'matrix approver', passedOver });
}

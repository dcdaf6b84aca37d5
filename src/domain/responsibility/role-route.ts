import type { AccountId } from '../shared/account';
import type { Instant } from '../shared/instant';
import { allow, type Result } from '../shared/result';
import { actingFor, chooseDecider, type RoleAllocation } from './decider';
import { roleNameIn, type RoleKey } from './role';
import type { RoleRoute } from './route';
import type { RouteRefusal } from './route-facts';

export interface RoleQuestion {
  role: RoleKey;
  matter: string;
  step: number;
  at: Instant;
  /** People who can’t decide this ticket. */
  excluded: ReadonlySet<AccountId>;
}

/**
 * Who decides what no row of a matrix gives to anyone, a change of the matrix above all: the holder of a role, by the
 * register, or its first deputy who may.
 * Refuses: ROLE_VACANT, NO_INDEPENDENT_APPROVER.
 * Source: requirement R8; domain rules, "Responsibility change"; ISO/IEC 27017 6.1.2.
 */
export function routeToRole(
  { role, matter, step, at, excluded }: RoleQuestion,
  allocation: RoleAllocation,
): Result<RoleRoute, RouteRefusal> {
  const acting = actingFor(role, at, allocation);
  const decider = chooseDecider({ role, responsibility: '' }, acting, { at, excluded }, allocation);
  if (!decider.ok) return decider;
  const { value } = decider;
  const roleName = roleNameIn(allocation.roles, role);
  return allow({ by: 'role', matter, step, role, roleName, ...value, performer: value.accountable });
}

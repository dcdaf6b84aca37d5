import type { AccountId } from '../shared/account';
import type { Instant } from '../shared/instant';
import { allow, refuse, type Result } from '../shared/result';
import type { Allocation } from './resolve';
import { actingHolders, roleNameIn } from './role';
import type { Route, RouteRefusal } from './route';

/**
 * Who decides a change of the matrix itself: the holder of the matrix approver's role, from the register and never by
 * a matrix, or its first deputy who may.
 * Refuses: ROLE_VACANT, NO_INDEPENDENT_APPROVER.
 * Source: requirement R8; domain rules, "Responsibility change"; ISO/IEC 27017 6.1.2.
 */
export function routeToMatrixApprover(
  { at, excluded }: { at: Instant; excluded: ReadonlySet<AccountId> },
  { matrixApproverRole: role, roles, holders, accounts }: Allocation,
): Result<Route, RouteRefusal> {
  const roleName = roleNameIn(roles, role);
  const acting = actingHolders(role, holders, accounts, at);
  if (acting.length === 0) return refuse({ code: 'ROLE_VACANT', role, roleName, responsibility: '' });
  const passedOver = [...new Set(acting.map(({ accountId }) => accountId))].filter(id => excluded.has(id));
  const chosen = acting.find(({ accountId }) => !excluded.has(accountId));
  if (!chosen) return refuse({ code: 'NO_INDEPENDENT_APPROVER', role, roleName, excluded: passedOver });
  return allow({
    ...BY_NO_MATRIX,
    role,
    roleName,
    accountable: chosen.accountId,
    decidedBy: chosen.viaDeputy ? 'deputy' : 'holder',
    passedOver,
    performer: chosen.accountId,
  });
}

/** No row of any version says who approves a version. */
const BY_NO_MATRIX = {
  matrixVersion: 0,
  matrixHash: '',
  responsibility: '',
  domain: 'Governance',
  activity: 'Approval of the responsibility matrix',
  service: '',
  specificity: 'matrix approver',
} as const;

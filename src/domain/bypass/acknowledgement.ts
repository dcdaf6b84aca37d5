import { actingHolders, roleNameIn, type Role, type RoleHolder, type RoleKey } from '../responsibility/role';
import type { AccountId, Accounts, NameOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import { allow, refuse, type Result } from '../shared/result';
import { say } from '../shared/sentence';

/** What the registers say of who judges a bypass. */
export interface Judges {
  matrixApproverRole: RoleKey;
  roles: readonly Role[];
  holders: readonly RoleHolder[];
  accounts: Accounts;
}

/** Why someone may not acknowledge a bypass. `only`: who may; null when no one may. */
export interface JudgeRefusal {
  code: 'NOT_MATRIX_APPROVER' | 'INVOLVED';
  roleName: string;
  only: AccountId | null;
}

/** Those who approve matrices at an instant, in the order in which they are asked. */
export function judgesAt({ matrixApproverRole, holders, accounts }: Judges, at: Instant): AccountId[] {
  return actingHolders(matrixApproverRole, holders, accounts, at).map(({ accountId }) => accountId);
}

/**
 * Decides whether `person` may acknowledge a bypass: only who approves matrices, as the holder of that role or as its
 * first deputy, and no one who was involved. Jira administrators may not as such, since they alone can open a bypass; nor may auditors, who only read.
 * @param involved - the person who made the bypass, and anyone who may not decide the ticket
 * @returns the name of the role for which they judge
 * Source: white-space requirement 6; ISO/IEC 27017 6.1.2.
 */
export function mayAcknowledge(
  person: AccountId,
  involved: ReadonlySet<AccountId>,
  judges: Judges,
  at: Instant,
): Result<{ roleName: string }, JudgeRefusal> {
  const { matrixApproverRole: role, roles } = judges;
  const roleName = roleNameIn(roles, role);
  const acting = judgesAt(judges, at);
  const only = acting.find(account => !involved.has(account)) ?? null;
  if (person === only) return allow({ roleName });
  const isInvolved = involved.has(person) && acting.includes(person);
  return refuse({ code: isInvolved ? 'INVOLVED' : 'NOT_MATRIX_APPROVER', roleName, only });
}

/** Why not, and who can. */
export function judgeRefusalInWords({ code, roleName, only }: JudgeRefusal, name: NameOf): string {
  const who =
    only === null
      ? say`No one acting as ${roleName} is independent of this. A Jira administrator can appoint a deputy.`
      : say`Only ${name(only)} can, for the ${roleName}.`;
  return code === 'INVOLVED' ? say`You were involved in this, so you can’t acknowledge it. ${who}` : who;
}

import type { AccountId, Accounts } from '../shared/account';
import { isActive } from '../shared/account';
import { within, type Instant } from '../shared/instant';
import { findNamed } from './named';

/** The key of a role, e.g. `cloud-platform-owner`. */
export type RoleKey = string;

/** A function someone fills; neither a person nor a team. Source: requirements R3, R5. */
export interface Role {
  key: RoleKey;
  name: string;
  kind: 'internal' | 'provider' | 'third-party';
  charter: string;
}

/** Who fills a role, in what capacity, from when to when (`to` exclusive; null is open-ended). */
export interface RoleHolder {
  role: RoleKey;
  accountId: AccountId;
  capacity: 'holder' | 'deputy';
  from: Instant;
  to: Instant | null;
}

/** The role that a cell names, by name or key. */
export function findRole(roles: readonly Role[], nameOrKey: string): Role | undefined {
  return findNamed(roles, nameOrKey);
}

/**
 * The roles as decisions know them: those that the version in force names as it names them, whatever the register says of
 * them since; others as they stand in the register.
 * Source: domain rules, "Matrix version".
 */
export function rolesAsNamed(named: readonly Role[], register: readonly Role[]): Role[] {
  const keys = new Set(named.map(({ key }) => key));
  return [...named, ...register.filter(({ key }) => !keys.has(key))];
}

/** What a role is called; its key where there is none. */
export function roleNameIn(roles: readonly Role[], key: RoleKey): string {
  return roles.find(role => role.key === key)?.name ?? key;
}

/** Whether it is a role of the company itself, which people hold. */
export function isInternal(roles: readonly Role[], key: RoleKey): boolean {
  return roles.some(role => role.key === key && role.kind === 'internal');
}

/** The person who acts for a role, and whether as its deputy. */
export interface EffectiveHolder {
  accountId: AccountId;
  viaDeputy: boolean;
}

/**
 * Everyone who can act for a role at an instant, in the order in which they are asked:
 * the holder, then the deputies by the start of their period. Inactive accounts are left out.
 * An empty list means that the role is vacant.
 * Source: requirement R5; domain rules, "Role holder".
 */
export function actingHolders(
  role: RoleKey,
  holders: readonly RoleHolder[],
  accounts: Accounts,
  at: Instant,
): EffectiveHolder[] {
  return holders
    .filter(
      held => held.role === role && within(at, held.from, held.to) && isActive(accounts, held.accountId),
    )
    .sort(byCapacityThenStart)
    .map(held => ({ accountId: held.accountId, viaDeputy: held.capacity === 'deputy' }));
}

function byCapacityThenStart(a: RoleHolder, b: RoleHolder): number {
  if (a.capacity !== b.capacity) return a.capacity === 'holder' ? -1 : 1;
  return compare(a.from, b.from) || compare(a.accountId, b.accountId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Its holder approves matrices, and decides where everyone else is involved. */
export const MATRIX_APPROVER_ROLE: RoleKey = 'executive-owner';

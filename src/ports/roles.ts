import type { Role, RoleHolder } from '../domain/responsibility/role';
import type { Instant } from '../domain/shared/instant';

/** The roles of the company, and who holds them when. */
export interface Roles {
  /** By their keys. */
  list(): Promise<Role[]>;
  /** Adds roles, or replaces those with the same key. */
  put(roles: readonly Role[]): Promise<void>;
  /** Every period ever, open and closed, by role, start, account and capacity. */
  holders(): Promise<RoleHolder[]>;
  /** Opens periods. One with the same role, account, capacity and start as a stored one changes nothing. */
  openPeriods(holders: readonly RoleHolder[]): Promise<void>;
  /** Ends periods. One that already ends before `to` stays as it is. */
  closePeriods(closings: readonly PeriodEnd[]): Promise<void>;
}

/** When a period ends. Its role, account, capacity and start identify it. */
export interface PeriodEnd {
  period: Omit<RoleHolder, 'to'>;
  to: Instant;
}

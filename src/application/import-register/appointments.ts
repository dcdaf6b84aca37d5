import type { FileError } from '../../contract/reply';
import type { Role, RoleHolder } from '../../domain/responsibility/role';
import type { Account } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Directory } from '../../ports/directory';
import type { HolderLine, ReadLine } from './register-lines';

/** Appointments as they are asked for, with whom they concern. */
export interface Appointment {
  line: number;
  holder: RoleHolder;
  account: Account;
}

/** Finds the role (by key or exact name) and the account (by address or id) of each line, or names the lines that have none. */
export async function readAppointments(
  lines: readonly ReadLine<HolderLine>[],
  roles: readonly Role[],
  directory: Pick<Directory, 'find'>,
): Promise<Result<Appointment[], FileError[]>> {
  const accounts = new Map<string, Account | undefined>();
  for (const email of new Set(lines.map(({ value }) => value.email)))
    accounts.set(email, await directory.find(email));
  const read = lines.map(({ line, value }) => ({
    line,
    value,
    role: roles.find(({ key, name }) => key === value.role || name === value.role),
    account: accounts.get(value.email),
  }));
  const errors = read.flatMap(({ line, value, role, account }) => [
    ...(role
      ? []
      : [
          {
            line,
            column: 'role',
            problem: `No role has the key or name ${value.role}.`,
            allowed: roles.map(({ key }) => key),
          },
        ]),
    ...(account
      ? []
      : [{ line, column: 'email', problem: `No account has the address or id ${value.email}.` }]),
    ...(account && account.kind !== 'person'
      ? [{ line, column: 'email', problem: `${account.displayName} is not a person.` }]
      : []),
    ...(role && role.kind !== 'internal'
      ? [{ line, column: 'role', problem: `${role.name} is not a role of our own, and has no holder here.` }]
      : []),
    ...(value.to !== null && value.to <= value.from
      ? [{ line, column: 'to', problem: 'The period ends before it begins.' }]
      : []),
  ]);
  if (errors.length > 0) return refuse(errors);
  return allow(
    read.flatMap(({ line, value: { capacity, from, to }, role, account }) =>
      role && account
        ? [{ line, account, holder: { role: role.key, accountId: account.accountId, capacity, from, to } }]
        : [],
    ),
  );
}

/** One change of the holders register: a period begins, and the periods it takes the place of end; or a period gets its end. */
export type PeriodChange =
  | { kind: 'begins'; line: number; period: RoleHolder; replaces: RoleHolder[] }
  | { kind: 'ends'; line: number; period: RoleHolder; to: Instant };

/**
 * What importing the appointments changes: nothing for a period that is there already; a new holder ends the open
 * period of the one before. An end that is on record stays as it is: history is never rewritten.
 * Source: domain rules, "Role holder".
 */
export function periodChanges(
  appointments: readonly Appointment[],
  register: readonly RoleHolder[],
): PeriodChange[] {
  let periods = [...register];
  const changes: PeriodChange[] = [];
  for (const { line, holder } of [...appointments].sort(byStart)) {
    const known = periods.find(period => samePeriod(period, holder));
    if (known && (known.to !== null || holder.to === null)) continue;
    if (known && holder.to !== null) {
      changes.push({ kind: 'ends', line, period: known, to: holder.to });
      periods = periods.map(period => (period === known ? holder : period));
      continue;
    }
    const replaces = periods.filter(period => givesWay(period, holder));
    changes.push({ kind: 'begins', line, period: holder, replaces });
    periods = periods
      .map(period => (replaces.includes(period) ? { ...period, to: holder.from } : period))
      .concat(holder);
  }
  return changes;
}

function byStart(a: Appointment, b: Appointment): number {
  return a.holder.from < b.holder.from ? -1 : a.holder.from > b.holder.from ? 1 : 0;
}

/** At an instant a role has one holder; deputies may be several. */
function givesWay(period: RoleHolder, { role, capacity, from }: RoleHolder): boolean {
  const isHolderOfSameRole = capacity === 'holder' && period.capacity === 'holder' && period.role === role;
  return isHolderOfSameRole && period.to === null && period.from <= from;
}

function samePeriod(a: RoleHolder, b: RoleHolder): boolean {
  return a.role === b.role && a.accountId === b.accountId && a.capacity === b.capacity && a.from === b.from;
}

/** The instant from which the change holds. */
export function effectiveFrom(change: PeriodChange): Instant {
  return change.kind === 'begins' ? change.period.from : change.to;
}

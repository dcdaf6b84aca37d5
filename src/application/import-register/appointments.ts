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

/** Jira is asked for addresses one by one, and a function has seconds; account ids cost next to nothing. */
const ADDRESSES_AT_MOST = 200;

/** Questions at the same time: quick, and no burden on Jira. */
const QUESTIONS_AT_ONCE = 10;

/**
 * Finds the role (by key or exact name) and the account (by address or id) of each line, or names the lines that have
 * none. A file may name at most 200 people by their addresses, and as many by their account ids as it likes.
 */
export async function readAppointments(
  lines: readonly ReadLine<HolderLine>[],
  roles: readonly Role[],
  directory: Directory,
): Promise<Result<Appointment[], FileError[]>> {
  const named = new Set(lines.map(({ value }) => value.email));
  const addresses = [...named].filter(name => name.includes('@'));
  if (addresses.length > ADDRESSES_AT_MOST) return refuse([tooManyAddresses(lines, addresses)]);
  const accounts = new Map<string, Account>(
    await directory.accounts([...named].filter(name => !name.includes('@'))),
  );
  for (let start = 0; start < addresses.length; start += QUESTIONS_AT_ONCE) {
    const some = addresses.slice(start, start + QUESTIONS_AT_ONCE);
    const found = await Promise.all(some.map(address => directory.find(address)));
    found.forEach((account, at) => {
      if (account) accounts.set(some[at] ?? '', account);
    });
  }
  const byName = new Map([
    ...roles.map(role => [role.name, role] as const),
    ...roles.map(role => [role.key, role] as const),
  ]);
  const read = lines.map(({ line, value }) => ({
    line,
    value,
    role: byName.get(value.role),
    account: accounts.get(value.email),
  }));
  const errors = read.flatMap(each => errorsOf(each, roles));
  if (errors.length > 0) return refuse(errors);
  return allow(
    read.flatMap(({ line, value: { capacity, from, to }, role, account }) =>
      role && account
        ? [{ line, account, holder: { role: role.key, accountId: account.accountId, capacity, from, to } }]
        : [],
    ),
  );
}

function tooManyAddresses(lines: readonly ReadLine<HolderLine>[], addresses: readonly string[]): FileError {
  const first = addresses[ADDRESSES_AT_MOST];
  const line = lines.find(({ value }) => value.email === first)?.line ?? 1;
  const most = String(ADDRESSES_AT_MOST);
  const problem = `This is one address more than the ${most} that a file may have. Write account ids, as an export has them, or import the file in parts.`;
  return { line, column: 'email', problem };
}

interface FoundLine extends ReadLine<HolderLine> {
  role: Role | undefined;
  account: Account | undefined;
}

/** A period may end as it begins: so does one that was replaced before its first day. */
function errorsOf({ line, value, role, account }: FoundLine, roles: readonly Role[]): FileError[] {
  const error = (column: string, problem: string) => ({ line, column, problem });
  const allowed = roles.map(({ key }) => key);
  return [
    ...(role ? [] : [{ ...error('role', `No role has the key or name ${value.role}.`), allowed }]),
    ...(account ? [] : [error('email', `No account has the address or id ${value.email}.`)]),
    ...(account && account.kind !== 'person'
      ? [error('email', `${account.displayName} is not a person.`)]
      : []),
    ...(role && role.kind !== 'internal'
      ? [error('role', `${role.name} is not a role of our own, and has no holder here.`)]
      : []),
    ...(value.to !== null && value.to < value.from ? [error('to', 'The period ends before it begins.')] : []),
  ];
}

/** One change of the holders register: a period begins, and the periods it takes the place of end; or a period gets its end. */
export type PeriodChange =
  | { kind: 'begins'; line: number; period: RoleHolder; replaces: readonly RoleHolder[] }
  | { kind: 'ends'; line: number; period: RoleHolder; to: Instant };

/**
 * What appointing these people changes: nothing for a period that is there already; a new holder ends the period of the
 * one before, and holds the role until the next one who is appointed already. A period can be ended earlier than
 * planned, never later: history is never rewritten.
 * Source: domain rules, "Role holder".
 */
export function periodChanges(
  appointments: readonly Pick<Appointment, 'line' | 'holder'>[],
  register: readonly RoleHolder[],
): PeriodChange[] {
  const periods = new Map<string, RoleHolder[]>();
  for (const period of register) periods.set(period.role, [...(periods.get(period.role) ?? []), period]);
  return [...appointments].sort(byStart).flatMap(appointment => {
    const { role } = appointment.holder;
    const ofRole = periods.get(role) ?? [];
    periods.set(role, ofRole);
    return changeOf(appointment, ofRole);
  });
}

/** Keeps the periods of the role as they are after the change. */
function changeOf(
  { line, holder }: Pick<Appointment, 'line' | 'holder'>,
  periods: RoleHolder[],
): PeriodChange[] {
  const known = periods.findIndex(period => samePeriod(period, holder));
  const period = periods[known];
  if (period) {
    const { to } = holder;
    // Its beginning was cut short when the one before has not given way yet.
    const standing = periods.filter(other => other !== period && givesWay(other, period));
    if (standing.length > 0) return [beginning(line, period, standing, periods)];
    if (to === null || (period.to !== null && period.to <= to)) return [];
    periods[known] = { ...period, to };
    return [{ kind: 'ends', line, period, to }];
  }
  const begun = { ...holder, to: endBeforeNext(holder, periods) };
  periods.push(begun);
  const replaces = periods.filter(other => other !== begun && givesWay(other, holder));
  return [beginning(line, begun, replaces, periods)];
}

function beginning(
  line: number,
  period: RoleHolder,
  replaces: RoleHolder[],
  periods: RoleHolder[],
): PeriodChange {
  for (const replaced of replaces) periods[periods.indexOf(replaced)] = { ...replaced, to: period.from };
  return { kind: 'begins', line, period, replaces };
}

function byStart(a: Pick<Appointment, 'holder'>, b: Pick<Appointment, 'holder'>): number {
  return a.holder.from < b.holder.from ? -1 : a.holder.from > b.holder.from ? 1 : 0;
}

/** At an instant a role has one holder; deputies may be several. Whoever never begins takes nobody's place. */
function givesWay(period: RoleHolder, { capacity, from, to }: RoleHolder): boolean {
  const areHolders = capacity === 'holder' && period.capacity === 'holder';
  return areHolders && to !== from && period.from <= from && (period.to === null || period.to > from);
}

/** The holder who comes after is appointed already, and is not put off. */
function endBeforeNext({ capacity, from, to }: RoleHolder, periods: readonly RoleHolder[]): Instant | null {
  if (capacity === 'deputy') return to;
  const later = periods.filter(
    period =>
      period.capacity === 'holder' && period.from > from && (period.to === null || period.to > period.from),
  );
  return later.reduce((end, next) => (end === null || next.from < end ? next.from : end), to);
}

/** Whether they are the same entry of the register, whenever it ends. */
export function samePeriod(a: Omit<RoleHolder, 'to'>, b: Omit<RoleHolder, 'to'>): boolean {
  return a.role === b.role && a.accountId === b.accountId && a.capacity === b.capacity && a.from === b.from;
}

/** The instant from which the change holds. */
export function effectiveFrom(change: PeriodChange): Instant {
  return change.kind === 'begins' ? change.period.from : change.to;
}

import type { FileError } from '../../contract/reply';
import { findRole, type Role } from '../../domain/responsibility/role';
import type { Account } from '../../domain/shared/account';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Directory } from '../../ports/directory';
import type { Appointment } from '../holders/appoint-holders';
import type { HolderLine, ReadLine } from './register-lines';
import { say } from '../../domain/shared/sentence';

/** Jira is asked for addresses one by one, and a function has seconds; account ids cost next to nothing. */
const ADDRESSES_AT_MOST = 200;

/** Questions at the same time: quick, and no burden on Jira. */
const QUESTIONS_AT_ONCE = 10;

/**
 * Finds the role (by key or name) and the account (by address or id) of each line, or names the lines that have
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
  const read = lines.map(({ line, value }) => ({
    line,
    value,
    role: findRole(roles, value.role),
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

function notFound(name: string): string {
  return name.includes('@')
    ? say`Jira shows no account with the address ${name}. If your site hides addresses, use the account id.`
    : say`No account has the id ${name}.`;
}

function tooManyAddresses(lines: readonly ReadLine<HolderLine>[], addresses: readonly string[]): FileError {
  const first = addresses[ADDRESSES_AT_MOST];
  const line = lines.find(({ value }) => value.email === first)?.line ?? 1;
  const most = String(ADDRESSES_AT_MOST);
  const problem = say`A file can have at most ${most} addresses. Use account ids, as in an export, or import the file in parts.`;
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
    ...(role ? [] : [{ ...error('role', say`No role has the key or name ${value.role}.`), allowed }]),
    ...(account ? [] : [error('email', notFound(value.email))]),
    ...(account && account.kind !== 'person'
      ? [error('email', say`${account.displayName} is not a person.`)]
      : []),
    ...(role && role.kind !== 'internal'
      ? [error('role', say`${role.name} isn’t an internal role, so it can’t have a holder.`)]
      : []),
    ...(value.to !== null && value.to < value.from ? [error('to', 'The period ends before it begins.')] : []),
  ];
}

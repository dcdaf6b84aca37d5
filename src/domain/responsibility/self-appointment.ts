import { isActive, type AccountId, type Accounts } from '../shared/account';
import { within, type Instant } from '../shared/instant';
import { samePeriod, type PeriodChange } from './period-changes';
import type { RoleHolder, RoleKey } from './role';

/** Who holds which role, and which role decides where no one else may. */
export interface Offices {
  holders: readonly RoleHolder[];
  matrixApproverRole: RoleKey;
}

/**
 * The roles in which a change would have a person decide, now or at any later instant, what they did not decide before:
 * fewer people would come before them, others where another role is to approve matrices, or they would come to act at all.
 * A deputy decides where everyone before them is involved, so that one person less is a gain, too. Accounts may be
 * switched off and on again: it is none only if it is none with those that are inactive now, and without.
 * Source: domain rules, "Appointments".
 * @param accounts - of everyone who holds a role that the person holds
 */
export function rolesGained(
  person: AccountId,
  { before, after, now }: { before: Offices; after: Offices; now: Instant },
  accounts: Accounts,
): RoleKey[] {
  const own = after.holders.filter(({ accountId }) => accountId === person).map(({ role }) => role);
  const isNewApprover = (role: RoleKey) =>
    role === after.matrixApproverRole && role !== before.matrixApproverRole;
  const gains = (from: RoleKey, to: RoleKey, isNearer: IsNearer) =>
    comesForward(person, [ofRole(before, from), ofRole(after, to)], { accounts, now, isNearer });
  return [...new Set(own)].filter(
    role =>
      gains(role, role, hasFewer) ||
      (isNewApprover(role) && gains(before.matrixApproverRole, role, lacksSome)),
  );
}

/** Whether someone with these people before them comes to decide what they didn't with those others. */
type IsNearer = (after: ReadonlySet<AccountId>, before: ReadonlySet<AccountId>) => boolean;

/** One holder may take the place of another. */
const hasFewer: IsNearer = (after, before) => after.size < before.size;

/** Other people, who are involved in other tickets. */
const lacksSome: IsNearer = (after, before) => [...before].some(one => !after.has(one));

/** The register once the changes are made. */
export function withChanges(
  holders: readonly RoleHolder[],
  changes: readonly PeriodChange[],
): readonly RoleHolder[] {
  const touched = new Set(changes.map(({ period }) => period.role));
  const periods = holders.filter(({ role }) => touched.has(role));
  const end = (period: RoleHolder, to: Instant) => {
    const at = periods.findIndex(one => samePeriod(one, period));
    if (at >= 0) periods[at] = { ...period, to };
  };
  for (const change of changes) {
    if (change.kind === 'ends') {
      end(change.period, change.to);
    } else {
      for (const replaced of change.replaces) end(replaced, change.period.from);
      if (!periods.some(one => samePeriod(one, change.period))) periods.push(change.period);
    }
  }
  return [...holders.filter(({ role }) => !touched.has(role)), ...periods];
}

function ofRole({ holders }: Offices, role: RoleKey): RoleHolder[] {
  return holders.filter(held => held.role === role);
}

function comesForward(
  person: AccountId,
  [before, after]: readonly [readonly RoleHolder[], readonly RoleHolder[]],
  { accounts, now, isNearer }: { accounts: Accounts; now: Instant; isNearer: IsNearer },
): boolean {
  const turns = [...before, ...after].flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const instants = [...new Set([now, ...turns.filter(turn => turn > now)])];
  const views = [() => true, (id: AccountId) => isActive(accounts, id)];
  return views.some(counts =>
    instants.some(at => {
      const then = peopleBefore(person, after, at, counts);
      const formerly = peopleBefore(person, before, at, counts);
      return then !== null && (formerly === null || isNearer(then, formerly));
    }),
  );
}

/** The people who come before this one in a role at an instant; null where they don't act in it at all. */
function peopleBefore(
  person: AccountId,
  held: readonly RoleHolder[],
  at: Instant,
  counts: (id: AccountId) => boolean,
): ReadonlySet<AccountId> | null {
  const acting = held.filter(({ from, to }) => within(at, from, to));
  const own = acting.filter(({ accountId }) => accountId === person);
  if (own.length === 0) return null;
  if (own.some(({ capacity }) => capacity === 'holder')) return new Set();
  const first = own.reduce((earliest, { from }) => (from < earliest ? from : earliest), own[0]?.from ?? at);
  const others = acting.filter(
    one => one.accountId !== person && counts(one.accountId) && isBefore(one, { person, first }),
  );
  return new Set(others.map(({ accountId }) => accountId));
}

/** Deputies come after the holder, by the start of their periods, and those of one day by their accounts. */
function isBefore(
  { capacity, from, accountId }: RoleHolder,
  { person, first }: { person: AccountId; first: Instant },
): boolean {
  return capacity === 'holder' || from < first || (from === first && accountId < person);
}

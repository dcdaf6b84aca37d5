import type { FileError } from '../../contract/reply';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { roleHolderChanged } from '../../domain/responsibility/role-evidence';
import type { Account, AccountId, Accounts, PseudonymOf } from '../../domain/shared/account';
import { dayInWords } from '../../domain/shared/date-in-words';
import type { RoleHolder } from '../../domain/responsibility/role';
import type { Instant } from '../../domain/shared/instant';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Clock } from '../../ports/clock';
import type { Directory } from '../../ports/directory';
import type { Recorder } from '../../ports/recorder';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { PeriodEnd, Roles } from '../../ports/roles';
import {
  effectiveFrom,
  periodChanges,
  type AppointmentAsked,
  type PeriodChange,
} from '../../domain/responsibility/period-changes';
import { rolesGained, withChanges } from '../../domain/responsibility/self-appointment';
import { say } from '../../domain/shared/sentence';

export interface AppointmentPorts {
  roles: Roles;
  matrixVersions: MatrixVersions;
  recorder: Recorder;
  directory: Pick<Directory, 'accounts'>;
  clock: Clock;
}

export type AppointmentRefusal =
  { code: 'SELF_APPOINTMENT'; errors: FileError[] } | { code: 'PERIOD_IN_THE_PAST'; errors: FileError[] };

/** An appointment as it is asked for, with whom it concerns. */
export interface Appointment extends AppointmentAsked {
  account: Account;
}

/**
 * What appointing these people changes, or why it may not be. Only the very first holders may be appointed with effect
 * in the past, or by themselves: someone has to begin.
 * Refuses: SELF_APPOINTMENT, PERIOD_IN_THE_PAST.
 * Source: domain rules, "Appointments".
 */
export async function planAppointments(
  ports: AppointmentPorts,
  appointments: readonly Appointment[],
  administrator: AccountId,
  isFirst: boolean,
): Promise<Result<PeriodChange[], AppointmentRefusal>> {
  const holders = await ports.roles.holders();
  const changes = periodChanges(appointments, holders, ports.clock.now());
  return isFirst ? allow(changes) : guarded(ports, changes, holders, administrator);
}

/**
 * The changes, if their maker gains no decision by them and none of them is in the past.
 * Refuses: SELF_APPOINTMENT, PERIOD_IN_THE_PAST.
 */
export async function guarded(
  ports: AppointmentPorts,
  changes: PeriodChange[],
  holders: readonly RoleHolder[],
  administrator: AccountId,
): Promise<Result<PeriodChange[], AppointmentRefusal>> {
  const own = await gainsOf(ports, changes, holders, administrator);
  if (own.length > 0 && (await ports.matrixVersions.list()).length > 0)
    return refuse({ code: 'SELF_APPOINTMENT', errors: own });
  const today = ports.clock.now().slice(0, 10);
  const backdated = changes.filter(change => effectiveFrom(change).slice(0, 10) < today);
  if (backdated.length === 0) return allow(changes);
  const errors = backdated.map(({ kind, line }) => ({
    line,
    column: kind === 'begins' ? 'from' : 'to',
    problem: say`This date is in the past. The earliest is today, ${dayInWords(today)}.`,
  }));
  return refuse({ code: 'PERIOD_IN_THE_PAST', errors });
}

/** The changes by which the administrator would decide what they don't decide without them. */
async function gainsOf(
  { directory, clock }: Pick<AppointmentPorts, 'directory' | 'clock'>,
  changes: readonly PeriodChange[],
  holders: readonly RoleHolder[],
  administrator: AccountId,
): Promise<FileError[]> {
  const begun = changes.filter(({ kind, period }) => kind === 'begins' && period.accountId === administrator);
  const after = withChanges(holders, changes);
  const accounts = await directory.accounts(besides(administrator, [...holders, ...after], changes));
  // Which role decides where no one else may stays the same: it needs no comparison.
  const offices = (held: readonly RoleHolder[]) => ({ holders: held, matrixApproverRole: '' });
  const compared = { before: offices(holders), after: offices(after), now: clock.now() };
  const gained = new Set(rolesGained(administrator, compared, accounts));
  const others = changes.filter(change => gained.has(change.period.role) && !begun.includes(change));
  return [
    ...errorsOf(begun, 'You can’t appoint yourself. Ask another Jira administrator.'),
    ...errorsOf(
      others,
      'You are a deputy of this role, so you would act in it yourself. Ask another Jira administrator.',
    ),
  ];
}

/** The others in the roles that change and that the administrator has to do with. */
function besides(
  administrator: AccountId,
  held: readonly RoleHolder[],
  changes: readonly PeriodChange[],
): AccountId[] {
  const changed = new Set(changes.map(({ period }) => period.role));
  const own = new Set(
    held
      .filter(({ role, accountId }) => accountId === administrator && changed.has(role))
      .map(({ role }) => role),
  );
  return [...new Set(held.filter(({ role }) => own.has(role)).map(({ accountId }) => accountId))];
}

function errorsOf(changes: readonly PeriodChange[], problem: string): FileError[] {
  return changes.map(({ line }) => ({ line, column: 'email', problem }));
}

/** How many changes are written together: a few statements for many lines, each far below a megabyte. */
const CHANGES_AT_ONCE = 250;

/**
 * Makes the changes, in their order. The evidence of a change is written before it: no one is ever appointed without a
 * record, and a run that was cut short is finished by the next, which finds the record there.
 * @param accounts - of those who are appointed
 */
export async function makeAppointments(
  { roles, recorder, clock }: AppointmentPorts,
  changes: readonly PeriodChange[],
  administrator: AccountId,
  accounts: Accounts,
): Promise<void> {
  const at = clock.now();
  for (let start = 0; start < changes.length; start += CHANGES_AT_ONCE) {
    const batch = changes.slice(start, start + CHANGES_AT_ONCE);
    await recorder.record(as => batch.map(change => evidenceOf(change, administrator, at, as)), { accounts });
    const begun = batch.flatMap(change => (change.kind === 'begins' ? [change.period] : []));
    if (begun.length > 0) await roles.openPeriods(begun);
    const ended = batch.flatMap(endingsOf);
    if (ended.length > 0) await roles.closePeriods(ended);
  }
}

/** The periods that a change ends, and when. */
export function endingsOf(change: PeriodChange): PeriodEnd[] {
  if (change.kind === 'ends') return [{ period: change.period, to: change.to }];
  return change.replaces.map(period => ({ period, to: change.period.from }));
}

/** @param actor - null for what the app makes good by itself */
export function evidenceOf(
  change: PeriodChange,
  actor: AccountId | null,
  at: Instant,
  pseudonymOf: PseudonymOf,
): EvidenceEntry {
  const { line: _line, ...facts } = change;
  return roleHolderChanged.entry({ at, actor, facts }, pseudonymOf);
}

/** The accounts of those who are appointed. */
export function appointed(appointments: readonly Pick<Appointment, 'account'>[]): Accounts {
  return new Map(appointments.map(({ account }) => [account.accountId, account]));
}

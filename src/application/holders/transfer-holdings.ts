import type { FileError } from '../../contract/reply';
import type { HoldersTransferred } from '../../contract/people';
import { roleNameIn, type RoleHolder } from '../../domain/responsibility/role';
import type { AccountId } from '../../domain/shared/account';
import { within, type Instant } from '../../domain/shared/instant';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Directory } from '../../ports/directory';
import type { Jobs } from '../../ports/jobs';
import {
  appointed,
  guarded,
  makeAppointments,
  type Appointment,
  type AppointmentPorts,
  type AppointmentRefusal,
} from './appoint-holders';
import { periodChanges, type PeriodChange } from '../../domain/responsibility/period-changes';

export interface TransferPorts extends AppointmentPorts {
  directory: Directory;
  cloudAccounts: CloudAccounts;
  jobs: Jobs;
}

export interface Transfer {
  leaver: AccountId;
  successor: AccountId;
  /** From this instant on. */
  from: Instant;
  dryRun: boolean;
  administrator: AccountId;
}

export type TransferRefusal = AppointmentRefusal | { code: 'ACCOUNT_INACTIVE'; errors: FileError[] };

/**
 * Hands everything that someone holds to another person from an instant on: each open period ends, and the successor's
 * begins. The cloud accounts that the leaver owns are named, since each needs a decision of its own. Open tickets are
 * followed afterwards.
 * Refuses: ACCOUNT_INACTIVE, SELF_APPOINTMENT, PERIOD_IN_THE_PAST.
 * Source: requirement R5; "bulk transfer when an owner leaves".
 */
export async function transferHoldings(
  ports: TransferPorts,
  { leaver, successor, from, dryRun, administrator }: Transfer,
): Promise<Result<HoldersTransferred, TransferRefusal>> {
  const account = (await ports.directory.accounts([successor])).get(successor);
  if (!account?.active || account.kind !== 'person') {
    const problem = 'The successor must be a person with an active account.';
    return refuse({ code: 'ACCOUNT_INACTIVE', errors: [{ line: 1, column: 'toAccountId', problem }] });
  }
  const held = (await ports.roles.holders()).filter(
    period => period.accountId === leaver && (within(from, period.from, period.to) || period.from > from),
  );
  const appointments = held.map((period, at) => ({
    line: at + 1,
    account,
    holder: succession(period, successor, from),
  }));
  const planned = await planTransfer(ports, held, appointments, { from, administrator });
  if (!planned.ok) return planned;
  if (!dryRun && held.length > 0) {
    await makeAppointments(ports, planned.value, administrator, appointed(appointments));
    await ports.jobs.push([{ kind: 'sweep' }]);
  }
  const roles = await ports.roles.list();
  const owned = (await ports.cloudAccounts.list()).filter(
    ({ owner, status }) => owner === leaver && status === 'active',
  );
  return allow({
    roles: held.map(({ role, capacity }) => ({
      key: role,
      name: roleNameIn(roles, role),
      capacity,
    })),
    accounts: owned.map(({ provider, accountId, ticketKey }) => ({ provider, accountId, ticket: ticketKey })),
    dryRun,
  });
}

/** All that the transfer changes, judged as a whole: what the leaver's end brings is part of it. */
async function planTransfer(
  ports: TransferPorts,
  held: readonly RoleHolder[],
  appointments: readonly Appointment[],
  { from, administrator }: Pick<Transfer, 'from' | 'administrator'>,
): Promise<Result<PeriodChange[], AppointmentRefusal>> {
  const holders = await ports.roles.holders();
  const begun = periodChanges(appointments, holders, ports.clock.now());
  return guarded(ports, [...begun, ...endings(held, begun, from)], holders, administrator);
}

/** A new holder ends the period of the one before; every other period of the leaver is ended here. */
function endings(
  held: readonly RoleHolder[],
  planned: readonly PeriodChange[],
  from: Instant,
): PeriodChange[] {
  const replaced = planned.flatMap(change => (change.kind === 'begins' ? change.replaces : []));
  return held
    .filter(period => !replaced.includes(period))
    .map((period, at) => ({ kind: 'ends', line: at + 1, period, to: laterOf(period.from, from) }));
}

function succession(period: RoleHolder, successor: AccountId, from: Instant): RoleHolder {
  return { ...period, accountId: successor, from: laterOf(period.from, from) };
}

function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

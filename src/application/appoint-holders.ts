import type { FileError } from '../contract/reply';
import { evidenceId } from '../domain/evidence/evidence-entry';
import type { AccountId } from '../domain/shared/account';
import { allow, refuse, type Result } from '../domain/shared/result';
import type { Clock } from '../ports/clock';
import type { EvidenceLedger } from '../ports/evidence-ledger';
import type { Registers } from '../ports/registers';
import {
  effectiveFrom,
  periodChanges,
  type Appointment,
  type PeriodChange,
} from './import-register/appointments';

export interface AppointmentPorts {
  registers: Registers;
  ledger: EvidenceLedger;
  clock: Clock;
}

export type AppointmentRefusal =
  { code: 'SELF_APPOINTMENT'; errors: FileError[] } | { code: 'PERIOD_IN_THE_PAST'; errors: FileError[] };

/**
 * What appointing these people changes, or why it may not be. Only the very first holders may be appointed with effect
 * in the past, or by themselves: somebody has to begin.
 * Refuses: SELF_APPOINTMENT, PERIOD_IN_THE_PAST.
 * Source: domain rules, "Appointments".
 */
export async function planAppointments(
  { registers, clock }: AppointmentPorts,
  appointments: readonly Appointment[],
  administrator: AccountId,
  isFirst: boolean,
): Promise<Result<PeriodChange[], AppointmentRefusal>> {
  const changes = periodChanges(appointments, await registers.holders());
  if (isFirst) return allow(changes);
  const own = changes.filter(({ kind, period }) => kind === 'begins' && period.accountId === administrator);
  if (own.length > 0 && (await registers.versions()).length > 0) {
    const problem = 'You cannot appoint yourself. Ask another Jira administrator.';
    return refuse({
      code: 'SELF_APPOINTMENT',
      errors: own.map(({ line }) => ({ line, column: 'email', problem })),
    });
  }
  const today = clock.now().slice(0, 10);
  const backdated = changes.filter(change => effectiveFrom(change).slice(0, 10) < today);
  if (backdated.length === 0) return allow(changes);
  const errors = backdated.map(({ kind, line }) => ({
    line,
    column: kind === 'begins' ? 'from' : 'to',
    problem: `This lies in the past. The earliest is today, ${today}.`,
  }));
  return refuse({ code: 'PERIOD_IN_THE_PAST', errors });
}

/** The evidence of each change is written after it; a repeated import finds the change made and adds nothing. */
export async function makeAppointment(
  { registers, ledger, clock }: AppointmentPorts,
  change: PeriodChange,
  administrator: AccountId,
): Promise<void> {
  const { period } = change;
  if (change.kind === 'ends') await registers.closePeriod(period, change.to);
  else {
    for (const replaced of change.replaces) await registers.closePeriod(replaced, period.from);
    await registers.openPeriod(period);
  }
  const subject = `role:${period.role}`;
  const { line: _line, ...facts } = change;
  const entry = { at: clock.now(), kind: 'holder-changed', actor: administrator, subject, facts } as const;
  await ledger.append({ id: evidenceId('holder-changed', subject, facts), ...entry });
}

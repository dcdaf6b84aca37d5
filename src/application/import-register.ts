import type { FileError } from '../contract/reply';
import type { RegisterImported } from '../contract/registers';
import { evidenceId } from '../domain/evidence/evidence-entry';
import type { AccountId } from '../domain/shared/account';
import { contentHash } from '../domain/shared/content-hash';
import { allow, refuse, type Result } from '../domain/shared/result';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { EvidenceLedger } from '../ports/evidence-ledger';
import type { Jobs } from '../ports/jobs';
import type { Registers } from '../ports/registers';
import {
  effectiveFrom,
  periodChanges,
  readAppointments,
  type PeriodChange,
} from './import-register/appointments';
import { readRegisterFile } from './import-register/register-file';
import { holderLine, readLines, repeatedKeys, roleLine, serviceLine } from './import-register/register-lines';

export interface ImportRegisterPorts {
  registers: Registers;
  directory: Directory;
  ledger: EvidenceLedger;
  jobs: Jobs;
  clock: Clock;
}

export interface RegisterImport {
  dataset: 'roles' | 'holders' | 'services';
  csv: string;
  dryRun: boolean;
  administrator: AccountId;
}

export type ImportRefusal =
  | { code: 'BAD_FILE'; errors: FileError[] }
  | { code: 'SELF_APPOINTMENT'; errors: FileError[] }
  | { code: 'PERIOD_IN_THE_PAST'; errors: FileError[] };

/** What one import would write: as data, so that a dry run is the same import without the writes. */
interface Plan {
  lines: number;
  added: number;
  changed: number;
  writes: (() => Promise<void>)[];
}

/**
 * Imports a register from CSV. Roles and services are added and changed by key, and never deleted; a new holder ends
 * the period of the one before. A bad file changes nothing, and every bad line of it is named. Open tickets are
 * followed afterwards. The caller must have made sure that `administrator` is one.
 * Refuses: BAD_FILE, SELF_APPOINTMENT, PERIOD_IN_THE_PAST.
 * Source: the public contract, "Import files"; domain rules, "Appointments"; requirement R5.
 */
export async function importRegister(
  ports: ImportRegisterPorts,
  asked: RegisterImport,
): Promise<Result<RegisterImported, ImportRefusal>> {
  const plan = await PLANNERS[asked.dataset](ports, asked);
  if (!plan.ok) return plan;
  const { lines, added, changed, writes } = plan.value;
  if (!asked.dryRun && writes.length > 0) {
    for (const write of writes) await write();
    await recordImport(ports, asked, plan.value);
    await ports.jobs.push([{ kind: 'sweep' }]);
  }
  const unchanged = lines - added - changed;
  return allow({ dataset: asked.dataset, lines, added, changed, unchanged, dryRun: asked.dryRun });
}

type Planner = (ports: ImportRegisterPorts, asked: RegisterImport) => Promise<Result<Plan, ImportRefusal>>;

const PLANNERS: Record<RegisterImport['dataset'], Planner> = {
  roles: async ({ registers }, { csv }) => {
    const roles = await registers.roles();
    return planUpsert(csv, Object.keys(roleLine.shape), roleLine, roles, registers.putRole);
  },
  services: async ({ registers }, { csv }) => {
    const services = await registers.services();
    return planUpsert(csv, Object.keys(serviceLine.shape), serviceLine, services, registers.putService);
  },
  holders: planHolders,
};

function planUpsert<T extends { key: string }>(
  csv: string,
  columns: string[],
  schema: Parameters<typeof readLines<T>>[1],
  register: readonly T[],
  put: (value: T) => Promise<void>,
): Result<Plan, ImportRefusal> {
  const file = readRegisterFile(csv, columns);
  if (!file.ok) return badFile(file.refusal);
  const lines = readLines(file.value, schema);
  if (!lines.ok) return badFile(lines.refusal);
  const repeated = repeatedKeys(lines.value, ({ key }) => key, 'key');
  if (repeated.length > 0) return badFile(repeated);
  const known = new Map(register.map(value => [value.key, contentHash(value)]));
  const values = lines.value.map(({ value }) => value);
  const added = values.filter(({ key }) => !known.has(key));
  const changed = values.filter(value => known.has(value.key) && known.get(value.key) !== contentHash(value));
  const writes = [...added, ...changed].map(value => () => put(value));
  return allow({ lines: values.length, added: added.length, changed: changed.length, writes });
}

async function planHolders(
  ports: ImportRegisterPorts,
  { csv, administrator }: RegisterImport,
): Promise<Result<Plan, ImportRefusal>> {
  const { registers, directory } = ports;
  const file = readRegisterFile(csv, Object.keys(holderLine.shape));
  if (!file.ok) return badFile(file.refusal);
  const lines = readLines(file.value, holderLine);
  if (!lines.ok) return badFile(lines.refusal);
  const repeated = repeatedKeys(
    lines.value,
    ({ role, email, capacity, from }) => JSON.stringify([role, email, capacity, from]),
    'role',
  );
  if (repeated.length > 0) return badFile(repeated);
  const appointments = await readAppointments(lines.value, await registers.roles(), directory);
  if (!appointments.ok) return badFile(appointments.refusal);
  const register = await registers.holders();
  const changes = periodChanges(appointments.value, register);
  const isFirstImport = register.length === 0;
  const refusal = isFirstImport ? undefined : await refusalOf(ports, changes, administrator);
  if (refusal) return refuse(refusal);
  const writes = changes.map(change => () => writeChange(ports, change, administrator));
  const added = changes.filter(({ kind }) => kind === 'begins').length;
  return allow({ lines: lines.value.length, added, changed: changes.length - added, writes });
}

/** Only the very first holders may be appointed with effect in the past, or by themselves: somebody has to begin. */
async function refusalOf(
  { registers, clock }: ImportRegisterPorts,
  changes: readonly PeriodChange[],
  administrator: AccountId,
): Promise<ImportRefusal | undefined> {
  const own = changes.filter(({ kind, period }) => kind === 'begins' && period.accountId === administrator);
  if (own.length > 0 && (await registers.versions()).length > 0) {
    const problem = 'You cannot appoint yourself. Ask another Jira administrator.';
    return { code: 'SELF_APPOINTMENT', errors: own.map(({ line }) => ({ line, column: 'email', problem })) };
  }
  const today = clock.now().slice(0, 10);
  const backdated = changes.filter(change => effectiveFrom(change).slice(0, 10) < today);
  if (backdated.length === 0) return undefined;
  const errors = backdated.map(({ kind, line }) => ({
    line,
    column: kind === 'begins' ? 'from' : 'to',
    problem: `This lies in the past. The earliest is today, ${today}.`,
  }));
  return { code: 'PERIOD_IN_THE_PAST', errors };
}

/** The evidence of each change is written after it; a repeated import finds the change made and adds nothing. */
async function writeChange(
  { registers, ledger, clock }: ImportRegisterPorts,
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

async function recordImport(
  { ledger, clock }: ImportRegisterPorts,
  { dataset, csv, administrator }: RegisterImport,
  { lines, added, changed }: Plan,
): Promise<void> {
  const at = clock.now();
  const facts = { dataset, lines, added, changed, fileHash: contentHash(csv) };
  const id = evidenceId('register-imported', 'site', { ...facts, at });
  await ledger.append({ id, at, kind: 'register-imported', actor: administrator, subject: 'site', facts });
}

function badFile(errors: FileError[]): { ok: false; refusal: ImportRefusal } {
  return refuse({ code: 'BAD_FILE', errors });
}

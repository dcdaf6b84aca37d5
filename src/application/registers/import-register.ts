import type { FileError } from '../../contract/reply';
import type { RegisterImported } from '../../contract/registers';
import { asWritten } from '../../domain/responsibility/formula';
import type { Named } from '../../domain/responsibility/named';
import { importSubject, registerImported } from '../../domain/responsibility/register-evidence';
import type { AccountId } from '../../domain/shared/account';
import { contentHash } from '../../domain/shared/content-hash';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { comparable, comparableId } from '../../domain/shared/text';
import type { Clock } from '../../ports/clock';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { Jobs } from '../../ports/jobs';
import type { Recorder } from '../../ports/recorder';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';
import {
  appointed,
  makeAppointments,
  planAppointments,
  type AppointmentRefusal,
} from '../holders/appoint-holders';
import { readAppointments } from './read-appointments';
import { readRegisterFile, type FileLine } from './register-file';
import { takenNames } from './taken-names';
import { holderLine, inOrder, readLines, roleLine, serviceLine } from './register-lines';

export interface ImportRegisterPorts {
  roles: Roles;
  services: Services;
  matrixVersions: MatrixVersions;
  directory: Directory;
  ledger: Ledger;
  recorder: Recorder;
  jobs: Jobs;
  clock: Clock;
}

export interface RegisterImport {
  dataset: 'roles' | 'holders' | 'services';
  csv: string;
  dryRun: boolean;
  administrator: AccountId;
}

export type ImportRefusal = { code: 'BAD_FILE'; errors: FileError[] } | AppointmentRefusal;

/** What one import would write: as data, so that a dry run is the same import without the writes. */
interface Plan {
  lines: number;
  added: number;
  changed: number;
  /** Writes it all; absent when there is nothing to write. */
  write?: () => Promise<void>;
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
  const { lines, added, changed, write } = plan.value;
  if (!asked.dryRun && write) {
    await recordImport(ports, asked, plan.value);
    await write();
    await ports.jobs.push([{ kind: 'sweep' }]);
  }
  const unchanged = lines - added - changed;
  return allow({ dataset: asked.dataset, lines, added, changed, unchanged, dryRun: asked.dryRun });
}

type Planner = (ports: ImportRegisterPorts, asked: RegisterImport) => Promise<Result<Plan, ImportRefusal>>;

const PLANNERS: Record<RegisterImport['dataset'], Planner> = {
  roles: async (ports, { csv }) => {
    const roles = await ports.roles.list();
    return planUpsert(csv, Object.keys(roleLine.shape), roleLine, roles, ports.roles.put);
  },
  services: async (ports, { csv }) => {
    const services = await ports.services.list();
    return planUpsert(csv, Object.keys(serviceLine.shape), serviceLine, services, ports.services.put);
  },
  holders: planHolders,
};

function planUpsert<T extends Named>(
  csv: string,
  columns: string[],
  schema: Parameters<typeof readLines<T>>[1],
  register: readonly T[],
  put: (values: readonly T[]) => Promise<void>,
): Result<Plan, ImportRefusal> {
  const file = readRegisterFile(csv, columns);
  if (!file.ok) return badFile(file.refusal);
  const key = { of: (value: T) => comparableId(value.key), column: 'key' };
  const { read, errors } = readLines(file.value.map(unneutralised), schema, key);
  if (errors.length > 0) return badFile(errors);
  const known = new Map(register.map(value => [value.key, contentHash(value)]));
  const values = read.map(({ value }) => value);
  const taken = takenNames(read, register);
  if (taken.length > 0) return badFile(taken);
  const added = values.filter(({ key }) => !known.has(key));
  const changed = values.filter(value => known.has(value.key) && known.get(value.key) !== contentHash(value));
  const counted = { lines: values.length, added: added.length, changed: changed.length };
  const written = [...added, ...changed];
  return allow(written.length === 0 ? counted : { ...counted, write: () => put(written) });
}

/** Far more than the runs that a first import takes which is cut short again and again. */
const IMPORTS_READ = 50;

/**
 * Whether this file may be the one with which a company begins: no other was imported before, and no one has approved a
 * change of the matrix yet. A company that appoints by hand has begun, too, once it approves one.
 * An import that was cut short and is repeated is still the first.
 */
async function isBeginning({ matrixVersions, ledger }: ImportRegisterPorts, csv: string): Promise<boolean> {
  const imports = await ledger.list({ subject: importSubject('holders'), limit: IMPORTS_READ });
  const fileHash = contentHash(csv);
  if (imports.entries.some(entry => registerImported.read(entry)?.facts.fileHash !== fileHash)) return false;
  return (await matrixVersions.list()).every(({ changeTicket }) => changeTicket === null);
}

async function planHolders(
  ports: ImportRegisterPorts,
  { csv, administrator }: RegisterImport,
): Promise<Result<Plan, ImportRefusal>> {
  const { roles, directory } = ports;
  const file = readRegisterFile(csv, Object.keys(holderLine.shape));
  if (!file.ok) return badFile(file.refusal);
  const { read, errors } = readLines(file.value.map(unneutralised), holderLine, {
    of: ({ role, email, capacity, from }) =>
      JSON.stringify([comparable(role), comparableId(email), capacity, from]),
    column: 'role',
  });
  const appointments = await readAppointments(read, await roles.list(), directory);
  if (!appointments.ok) return badFile(inOrder([...errors, ...appointments.refusal]));
  if (errors.length > 0) return badFile(errors);
  const isFirst = await isBeginning(ports, csv);
  const changes = await planAppointments(ports, appointments.value, administrator, isFirst);
  if (!changes.ok) return changes;
  const added = changes.value.filter(({ kind }) => kind === 'begins').length;
  const counted = { lines: read.length, added, changed: changes.value.length - added };
  if (changes.value.length === 0) return allow(counted);
  return allow({
    ...counted,
    write: () => makeAppointments(ports, changes.value, administrator, appointed(appointments.value)),
  });
}

/** Cells as they are in the register: what an export put before a formula is taken off again. */
function unneutralised({ cells, ...fileLine }: FileLine): FileLine {
  const written = Object.entries(cells).map(([column, cell]) => [column, asWritten(cell).trim()] as const);
  return { ...fileLine, cells: Object.fromEntries(written) };
}

/**
 * Leaves evidence of the import before it writes: nothing is changed without a record. When the newest import on record
 * is of the same file and has left something to write, it was cut short: its entry stands for its repetition too.
 */
async function recordImport(
  { ledger, recorder, clock }: ImportRegisterPorts,
  { dataset, csv, administrator }: RegisterImport,
  { lines, added, changed }: Plan,
): Promise<void> {
  const at = clock.now();
  const facts = { dataset, lines, added, changed, fileHash: contentHash(csv) };
  const [newest] = (await ledger.list({ subject: importSubject(dataset), limit: 1 })).entries;
  if (newest && registerImported.read(newest)?.facts.fileHash === facts.fileHash) return;
  await recorder.record(as => [registerImported.entry({ at, actor: administrator, facts }, as)]);
}

function badFile(errors: FileError[]): { ok: false; refusal: ImportRefusal } {
  return refuse({ code: 'BAD_FILE', errors });
}

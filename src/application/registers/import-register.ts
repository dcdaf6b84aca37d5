import type { FileError } from '../../contract/reply';
import type { RegisterImported } from '../../contract/registers';
import { roleChanged, serviceChanged } from '../../domain/responsibility/register-entry-evidence';
import { importSubject, registerImported } from '../../domain/responsibility/register-evidence';
import type { AccountId } from '../../domain/shared/account';
import { contentHash } from '../../domain/shared/content-hash';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { comparableId } from '../../domain/shared/text';
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
import { namedFromNowOn, planUpsert, type ImportPlan } from './plan-upsert';
import { readAppointments } from './read-appointments';
import { readRegisterFile } from './register-file';
import { holderLine, inOrder, readLines, roleLine, serviceLine, unneutralised } from './register-lines';

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

type Planner = (
  ports: ImportRegisterPorts,
  asked: RegisterImport,
) => Promise<Result<ImportPlan, ImportRefusal>>;

const PLANNERS: Record<RegisterImport['dataset'], Planner> = {
  roles: async (ports, { csv }) => {
    const { roles: approved } = await namedFromNowOn(ports);
    return planned(
      planUpsert(csv, {
        ...{ list: await ports.roles.list(), approved, put: ports.roles.put },
        ...{ columns: Object.keys(roleLine.shape), line: roleLine },
        changed: (facts, by, as) => roleChanged.entry({ ...by, facts }, as),
      }),
    );
  },
  services: async (ports, { csv }) => {
    const { services: approved } = await namedFromNowOn(ports);
    return planned(
      planUpsert(csv, {
        ...{ list: await ports.services.list(), approved, put: ports.services.put },
        ...{ columns: Object.keys(serviceLine.shape), line: serviceLine },
        changed: (facts, by, as) => serviceChanged.entry({ ...by, facts }, as),
      }),
    );
  },
  holders: planHolders,
};

function planned(plan: ReturnType<typeof planUpsert>): Result<ImportPlan, ImportRefusal> {
  return plan.ok ? plan : badFile(plan.refusal);
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
): Promise<Result<ImportPlan, ImportRefusal>> {
  const { roles, directory } = ports;
  const file = readRegisterFile(csv, Object.keys(holderLine.shape));
  if (!file.ok) return badFile(file.refusal);
  const { read, errors } = readLines(file.value.map(unneutralised), holderLine, {
    of: ({ role, email, capacity, from }) =>
      JSON.stringify([comparableId(role), comparableId(email), capacity, from]),
    column: 'role',
  });
  const appointments = await readAppointments(read, await roles.list(), directory);
  if (!appointments.ok) return badFile(inOrder([...errors, ...appointments.refusal]));
  if (errors.length > 0) return badFile(errors);
  const isFirst = await isBeginning(ports, csv);
  const changes = await planAppointments(ports, appointments.value, administrator, isFirst);
  if (!changes.ok) return changes;
  const added = changes.value.filter(({ kind }) => kind === 'begins').length;
  const counted = { lines: read.length, added, changed: changes.value.length - added, entries: [] };
  if (changes.value.length === 0) return allow(counted);
  return allow({
    ...counted,
    write: () => makeAppointments(ports, changes.value, administrator, appointed(appointments.value)),
  });
}

/** So many changes are recorded at once: two roles of 4,000 characters each, and a statement holds them all. */
const RECORDED_AT_ONCE = 50;

/**
 * Leaves evidence of the import and of each of its changes before it writes: nothing is changed without a record. When
 * the newest import on record is of the same file and has left something to write, it was cut short: its entry stands for
 * its repetition too, and what is recorded of its changes is so as of then.
 */
async function recordImport(
  { ledger, recorder, clock }: ImportRegisterPorts,
  { dataset, csv, administrator }: RegisterImport,
  { lines, added, changed, entries }: ImportPlan,
): Promise<void> {
  const facts = { dataset, lines, added, changed, fileHash: contentHash(csv) };
  const [newest] = (await ledger.list({ subject: importSubject(dataset), limit: 1 })).entries;
  const isRepeated = newest !== undefined && registerImported.read(newest)?.facts.fileHash === facts.fileHash;
  const by = { at: isRepeated ? newest.at : clock.now(), actor: administrator };
  if (!isRepeated) await recorder.record(as => [registerImported.entry({ ...by, facts }, as)]);
  for (let start = 0; start < entries.length; start += RECORDED_AT_ONCE) {
    const some = entries.slice(start, start + RECORDED_AT_ONCE);
    await recorder.record(as => some.map(entry => entry(by, as)));
  }
}

function badFile(errors: FileError[]): { ok: false; refusal: ImportRefusal } {
  return refuse({ code: 'BAD_FILE', errors });
}

import type { DatabaseSync } from 'node:sqlite';
import type { SandboxClock } from '../clock.ts';
import type { ForgeHost, HostSettings, InstalledApp, JiraSite } from '../seams.ts';
import { DeliveryStore, type Delivery } from './deliveries/delivery-store.ts';
import { Dispatcher } from './deliveries/dispatcher.ts';
import { recordInstallation } from './deliveries/life-cycle.ts';
import { ProductEvents } from './deliveries/product-events.ts';
import { QueueJobs } from './deliveries/queue-jobs.ts';
import type { Outcome } from './deliveries/retries.ts';
import { Schedule } from './deliveries/schedule.ts';
import { queuesOf } from './function-timeouts.ts';
import { USUAL_SETTINGS } from './host-settings.ts';
import { installedApp } from './installed-app.ts';
import { installationOf, type Installation } from './installation.ts';
import { Invocations, type LoggedLine } from './invocations.ts';
import type { HostLimits } from './limits.ts';
import type { AppManifest } from './manifest.ts';
import { ForgeProxy } from './proxy/forge-proxy.ts';
import { JiraProxy } from './proxy/jira.ts';
import { KvsProxy } from './proxy/kvs.ts';
import { PointsQuota } from './proxy/points-quota.ts';
import { QueueProxy } from './proxy/queue.ts';
import { SqlProxy } from './proxy/sql.ts';
import type { SqlStorage } from './sql/sql-storage.ts';
import { StatementRate } from './sql/statement-rate.ts';
import { openForgeDatabase } from './storage/forge-database.ts';
import { KvsStore } from './storage/kvs-store.ts';
import { FunctionFailed } from './workers/failure.ts';
import type { WorkerPool } from './workers/pool.ts';

export interface HostOptions {
  /** Holds manifest.yml. */
  appFolder: string;
  /** Absolute path of the built CommonJS bundle of src/index. */
  bundle: string;
  /** For `forge.db` and `app.db`. */
  dataFolder: string;
  /** `mysql://…` in place of the embedded database. */
  storage?: string;
  clock: SandboxClock;
  jira: JiraSite;
  /** Functions at once; 4 if not given. */
  workers?: number;
  /**
   * Another host of the same bundle, on another site and the same clock: its workers run the functions of this one too,
   * as one process of Forge serves several installations. It outlives this one.
   */
  beside?: StartedHost;
  /** Tells this installation from others of the app: what is derived from it differs. */
  site?: string;
  /** Where the site is, for the app's context. */
  siteUrl?: string;
  /** Shorter limits, for tests. */
  limits?: Partial<HostLimits>;
  settings?: Partial<HostSettings>;
  /** Told what the app logs and what the host gave up on. Printed if not given and SANDBOX_LOGS is set. */
  log?: (line: LoggedLine) => void;
}

/** A host, with the workers that it runs functions in. */
export interface StartedHost extends ForgeHost {
  readonly workers: WorkerPool;
}

export interface HostParts extends Omit<HostOptions, 'limits' | 'storage'> {
  manifest: AppManifest;
  limits: HostLimits;
  pool: WorkerPool;
  storage: SqlStorage;
  /** Workers kept warm, and events delivered at once. */
  size: number;
}

/** What runs while the host does. */
export interface HostServices {
  app: InstalledApp;
  invocations: Invocations;
  dispatcher: Dispatcher;
  schedule: Schedule;
  proxy: ForgeProxy;
  /** In force; changes count at once. */
  settings: HostSettings;
  quota: PointsQuota;
  pool: WorkerPool;
  storage: SqlStorage;
  database: DatabaseSync;
  jira: JiraSite;
}

/** Puts the services together, installs the app on the local Jira and publishes its life-cycle event. */
export function assemble(parts: HostParts): HostServices {
  const { manifest, clock, jira, pool, storage, limits, size } = parts;
  const { modules } = manifest;
  const log = parts.log ?? printWhenAsked;
  const report = (text: string): void => {
    log({ level: 'warn', text, invocation: '', function: '' });
  };
  const installation = installationOf(manifest.appId, parts.siteUrl ?? 'http://localhost:8080', parts.site);
  const database = openForgeDatabase(parts.dataFolder);
  const deliveries = new DeliveryStore(database);
  const wake = (): void => {
    dispatcher.wake();
  };
  const running = (): ReadonlySet<number> => dispatcher.running();
  const consumersOf = (queue: string): string[] =>
    modules.consumer.filter(consumer => consumer.queue === queue).map(consumer => consumer.key);
  const settings = { ...USUAL_SETTINGS, ...parts.settings };
  const quota = new PointsQuota(clock, () => settings.pointsPerHour);
  const jobs = new QueueJobs({ database, deliveries, clock, consumersOf, running, wake });
  const proxy = proxyOf(parts, installation, { jobs, quota, values: new KvsStore(database, clock) });
  const { version, event } = recordInstallation(database, manifest, parts.bundle, installation);
  const invocations = new Invocations({ manifest, installation, version, limits, pool, proxy, log });
  const dispatcher = new Dispatcher({
    deliveries,
    clock,
    parallel: size,
    attempt: (delivery, payload) => attempt(invocations, log, delivery, payload),
    finished: (delivery, well) => {
      jobs.finished(delivery, well);
    },
    report,
  });
  const schedule = new Schedule(database, clock, key => {
    invocations.scheduled(key).catch((error: unknown) => {
      report(`scheduled trigger ${key} failed, which Forge does not retry: ${String(error)}`);
    });
  });
  const { accountId } = installation;
  const delayMs = () => settings.eventDelayMs;
  const { trigger: triggers } = modules;
  const events = new ProductEvents({ triggers, deliveries, clock, accountId, delayMs, wake, report });
  const app = installedApp(manifest, installation, invocations, events);
  jira.install(app);
  schedule.install(modules.scheduledTrigger);
  if (event) events.publish(event);
  return { app, invocations, dispatcher, schedule, proxy, settings, quota, pool, storage, database, jira };
}

function proxyOf(
  parts: HostParts,
  { accountId }: Installation,
  { jobs, quota, values }: { jobs: QueueJobs; quota: PointsQuota; values: KvsStore },
): ForgeProxy {
  const { manifest, clock, jira, storage, limits } = parts;
  const { modules, scopes } = manifest;
  const rate = new StatementRate(clock, limits.sqlDmlPerSecond, limits.sqlDdlPerMinute);
  return new ForgeProxy({
    jira: new JiraProxy({ jira, scopes, accountId, quota }),
    queue: new QueueProxy(jobs, queuesOf(modules), clock),
    sql: new SqlProxy(storage, rate, sqlMissing(manifest)),
    kvs: new KvsProxy(values, scopes.all),
  });
}

async function attempt(
  invocations: Invocations,
  log: (line: LoggedLine) => void,
  { kind, moduleKey }: Delivery,
  payload: Record<string, unknown>,
): Promise<Outcome> {
  try {
    const call =
      kind === 'event' ? invocations.trigger(moduleKey, payload) : invocations.consumer(moduleKey, payload);
    return { kind: 'returned', value: await call };
  } catch (error) {
    const failure =
      error instanceof FunctionFailed
        ? error
        : new FunctionFailed('FUNCTION_CRASHED', moduleKey, String(error), { cause: error });
    const text = `${moduleKey}: ${failure.code} ${failure.message}`;
    log({ level: 'error', text, invocation: '', function: failure.functionKey });
    return { kind: 'failed', failure };
  }
}

/** What the manifest would need before the app may use SQL. */
function sqlMissing({ modules, scopes }: AppManifest): string | undefined {
  if (modules.sql.length === 0) return 'a sql module';
  return scopes.all.includes('storage:app') ? undefined : 'the scope storage:app';
}

function printWhenAsked({ level, text, function: functionKey }: LoggedLine): void {
  if (process.env['SANDBOX_LOGS'] === undefined) return;
  console.error(`app ${level} ${functionKey}: ${text}`);
}

import type { DatabaseSync } from 'node:sqlite';
import type { SandboxClock } from '../clock.ts';
import type {
  Fault,
  ForgeHost,
  InstalledApp,
  JiraSite,
  RecordedCall,
  ResolverCall,
  UiModule,
} from '../seams.ts';
import { DeliveryStore, type Delivery } from './deliveries/delivery-store.ts';
import { Dispatcher } from './deliveries/dispatcher.ts';
import { recordInstallation } from './deliveries/life-cycle.ts';
import { ProductEvents } from './deliveries/product-events.ts';
import { QueueJobs } from './deliveries/queue-jobs.ts';
import type { Outcome } from './deliveries/retries.ts';
import { Schedule } from './deliveries/schedule.ts';
import { installedApp } from './installed-app.ts';
import { installationOf } from './installation.ts';
import { Invocations, type LoggedLine } from './invocations.ts';
import { FORGE_LIMITS, type HostLimits } from './limits.ts';
import { loadManifest, ManifestRefused, type AppManifest } from './manifest.ts';
import { ForgeProxy } from './proxy/forge-proxy.ts';
import { JiraProxy } from './proxy/jira.ts';
import { KvsProxy } from './proxy/kvs.ts';
import { QueueProxy } from './proxy/queue.ts';
import { SqlProxy } from './proxy/sql.ts';
import { MysqlStorage } from './sql/mysql-storage.ts';
import { SqliteStorage } from './sql/sqlite-storage.ts';
import type { SqlStorage } from './sql/sql-storage.ts';
import { StatementRate } from './sql/statement-rate.ts';
import { openForgeDatabase } from './storage/forge-database.ts';
import { KvsStore } from './storage/kvs-store.ts';
import { uiModulesOf } from './ui-modules.ts';
import { FunctionFailed } from './workers/failure.ts';
import { WorkerPool } from './workers/pool.ts';

export interface ForgeHostOptions {
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
  /** Where the site is, for the app's context. */
  siteUrl?: string;
  /** Shorter limits, for tests. */
  limits?: Partial<HostLimits>;
  /** Told what the app logs and what the host gave up on. Printed if not given and SANDBOX_LOGS is set. */
  log?: (line: LoggedLine) => void;
}

const WORKERS = 4;

/**
 * Installs the app on the local Jira and runs it as Forge would.
 * Rejects with ManifestRefused when the manifest is invalid, names what the sandbox doesn't run, or names a handler
 * that the bundle doesn't export.
 */
export async function startForgeHost(options: ForgeHostOptions): Promise<ForgeHost> {
  const manifest = await loadManifest(options.appFolder);
  const uiModules = uiModulesOf(manifest);
  const limits = { ...FORGE_LIMITS, memoryMb: manifest.memoryMb ?? FORGE_LIMITS.memoryMb, ...options.limits };
  const { clock, bundle } = options;
  const size = options.workers ?? WORKERS;
  const pool = new WorkerPool({ bundle, size, memoryMb: limits.memoryMb, clockAhead: () => clock.ahead() });
  try {
    refuseMissingHandlers(manifest, await pool.exports());
    const storage = await openStorage(options);
    return new LocalForgeHost({ ...options, manifest, uiModules, limits, pool, storage, size });
  } catch (error) {
    await pool.stop();
    throw error;
  }
}

async function openStorage({ storage, dataFolder }: ForgeHostOptions): Promise<SqlStorage> {
  if (storage === undefined) return new SqliteStorage(dataFolder);
  if (storage.startsWith('mysql://')) return MysqlStorage.connect(storage);
  throw new RangeError('storage is mysql://user:password@host:port/database');
}

function refuseMissingHandlers(manifest: AppManifest, exported: readonly string[]): void {
  const missing = manifest.modules.function.filter(
    ({ handler }) => !exported.includes(handler.slice('index.'.length)),
  );
  if (missing.length > 0) {
    throw new ManifestRefused(
      missing.map(({ key, handler }) => `modules.function ${key}: the bundle does not export ${handler}`),
    );
  }
}

interface HostParts extends Omit<ForgeHostOptions, 'limits' | 'storage'> {
  manifest: AppManifest;
  uiModules: readonly UiModule[];
  limits: HostLimits;
  pool: WorkerPool;
  storage: SqlStorage;
  size: number;
}

class LocalForgeHost implements ForgeHost {
  readonly app: InstalledApp;
  readonly uiModules: readonly UiModule[];
  readonly contentPermissions: AppManifest['contentPermissions'];
  private readonly parts: HostParts;
  private readonly database: DatabaseSync;
  private readonly log: (line: LoggedLine) => void;
  private readonly dispatcher: Dispatcher;
  private readonly schedule: Schedule;
  private readonly jobs: QueueJobs;
  private readonly proxy: ForgeProxy;
  private readonly invocations: Invocations;
  private stopping: Promise<void> | undefined;

  constructor(parts: HostParts) {
    const { manifest, clock, jira, dataFolder, bundle } = parts;
    const { modules, scopes } = manifest;
    this.parts = parts;
    this.uiModules = parts.uiModules;
    this.contentPermissions = manifest.contentPermissions;
    this.log = parts.log ?? printWhenAsked;
    const installation = installationOf(manifest.appId, parts.siteUrl ?? 'http://localhost:8080');
    const database = openForgeDatabase(dataFolder);
    this.database = database;
    const deliveries = new DeliveryStore(database);
    const wake = (): void => {
      this.dispatcher.wake();
    };
    const report = (text: string): void => {
      this.log({ level: 'warn', text, invocation: '', function: '' });
    };
    this.jobs = new QueueJobs({
      database,
      deliveries,
      clock,
      consumersOf: queue =>
        modules.consumer.filter(consumer => consumer.queue === queue).map(consumer => consumer.key),
      running: () => this.dispatcher.running(),
      wake,
    });
    this.proxy = new ForgeProxy({
      jira: new JiraProxy({ jira, scopes, accountId: installation.accountId }),
      queue: new QueueProxy(
        this.jobs,
        modules.consumer.map(consumer => consumer.queue),
      ),
      sql: new SqlProxy(
        parts.storage,
        new StatementRate(clock, parts.limits.sqlDmlPerSecond, parts.limits.sqlDdlPerMinute),
        sqlMissing(manifest),
      ),
      kvs: new KvsProxy(new KvsStore(database, clock), scopes.all),
    });
    const { version, event } = recordInstallation(database, manifest, bundle, installation);
    const { limits, pool } = parts;
    this.invocations = new Invocations({
      manifest,
      installation,
      version,
      limits,
      clock,
      pool,
      proxy: this.proxy,
      log: this.log,
    });
    this.dispatcher = new Dispatcher({
      deliveries,
      clock,
      parallel: parts.size,
      attempt: (delivery, payload) => this.attempt(delivery, payload),
      finished: (delivery, well) => {
        this.jobs.finished(delivery, well);
      },
      report,
    });
    this.schedule = new Schedule(database, clock, key => {
      this.runScheduled(key).catch((error: unknown) => {
        report(`scheduled trigger ${key} failed, which Forge does not retry: ${String(error)}`);
      });
    });
    const { accountId } = installation;
    const events = new ProductEvents({
      triggers: modules.trigger,
      deliveries,
      clock,
      accountId,
      wake,
      report,
    });
    this.app = installedApp(manifest, installation, this.invocations, events);
    jira.install(this.app);
    this.schedule.install(modules.scheduledTrigger);
    if (event) events.publish(event);
    this.clockMoved();
  }

  invokeResolver(call: ResolverCall): Promise<unknown> {
    return this.invocations.resolver(call);
  }

  async runScheduled(triggerKey: string): Promise<void> {
    await this.invocations.scheduled(triggerKey);
  }

  clockMoved(): void {
    this.dispatcher.wake();
    this.schedule.wake();
  }

  async settle(): Promise<void> {
    const { jira } = this.parts;
    do {
      await this.dispatcher.idle();
      while (this.invocations.busy()) await this.invocations.nextEnd();
      await jira.idle();
    } while (!this.dispatcher.quiet() || this.invocations.busy());
  }

  calls(since: number): RecordedCall[] {
    return this.proxy.recorder.since(since);
  }

  addFault(fault: Fault): void {
    this.proxy.faults.add(fault);
  }

  /** Ends what runs: an event under way is delivered again after the next start. */
  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    this.dispatcher.stop();
    this.schedule.stop();
    await this.parts.pool.stop();
    while (this.invocations.busy()) await this.invocations.nextEnd();
    await this.parts.storage.close();
    this.database.close();
  }

  private async attempt(delivery: Delivery, payload: Record<string, unknown>): Promise<Outcome> {
    const { kind, moduleKey } = delivery;
    try {
      const value = await (kind === 'event'
        ? this.invocations.trigger(moduleKey, payload)
        : this.invocations.consumer(moduleKey, payload));
      return { kind: 'returned', value };
    } catch (error) {
      const failure =
        error instanceof FunctionFailed
          ? error
          : new FunctionFailed('FUNCTION_CRASHED', moduleKey, String(error), { cause: error });
      this.log({
        level: 'error',
        text: `${moduleKey}: ${failure.code} ${failure.message}`,
        invocation: '',
        function: failure.functionKey,
      });
      return { kind: 'failed', failure };
    }
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

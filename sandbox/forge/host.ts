import type {
  Fault,
  HostSettings,
  InstalledApp,
  PointsUsed,
  RecordedCall,
  ResolverCall,
  ScheduledRun,
  UiModule,
} from '../seams.ts';
import { FORGE_LIMITS } from './limits.ts';
import { loadManifest, ManifestRefused, type AppManifest } from './manifest.ts';
import { assemble, type HostOptions, type HostServices, type StartedHost } from './host-services.ts';
import { SqliteStorage } from './sql/sqlite-storage.ts';
import type { SqlStorage } from './sql/sql-storage.ts';
import { uiModulesOf } from './ui-modules.ts';
import { WorkerPool } from './workers/pool.ts';

export type { HostOptions as ForgeHostOptions, StartedHost } from './host-services.ts';

const WORKERS = 4;

/**
 * Installs the app on the local Jira and runs it as Forge would.
 * Rejects with ManifestRefused when the manifest is invalid, names what the sandbox doesn't run, or names a handler
 * that the bundle doesn't export.
 */
export async function startForgeHost(options: HostOptions): Promise<StartedHost> {
  const manifest = await loadManifest(options.appFolder);
  const uiModules = uiModulesOf(manifest);
  const limits = { ...FORGE_LIMITS, memoryMb: manifest.memoryMb ?? FORGE_LIMITS.memoryMb, ...options.limits };
  const { clock, bundle, beside } = options;
  const size = options.workers ?? WORKERS;
  const pool =
    beside?.workers ?? new WorkerPool({ bundle, size, memoryMb: limits.memoryMb, clock: clock.shared });
  const stopWorkers = () => (beside ? Promise.resolve() : pool.stop());
  try {
    refuseMissingHandlers(manifest, await pool.exports());
    const storage = await openStorage(options);
    const services = assemble({ ...options, manifest, limits, pool, storage, size });
    return new LocalForgeHost(services, manifest, uiModules, stopWorkers);
  } catch (error) {
    await stopWorkers();
    throw error;
  }
}

async function openStorage({ storage, dataFolder }: HostOptions): Promise<SqlStorage> {
  if (storage === undefined) return new SqliteStorage(dataFolder);
  if (!storage.startsWith('mysql://'))
    throw new RangeError('storage is mysql://user:password@host:port/database');
  const { MysqlStorage } = await import('./sql/mysql-storage.ts');
  return MysqlStorage.connect(storage);
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

class LocalForgeHost implements StartedHost {
  readonly app: InstalledApp;
  readonly uiModules: readonly UiModule[];
  readonly contentPermissions: AppManifest['contentPermissions'];
  readonly workers: WorkerPool;
  private readonly services: HostServices;
  private readonly stopWorkers: () => Promise<void>;
  private stopping: Promise<void> | undefined;

  constructor(
    services: HostServices,
    { contentPermissions }: AppManifest,
    uiModules: readonly UiModule[],
    stopWorkers: () => Promise<void>,
  ) {
    this.services = services;
    this.workers = services.pool;
    this.stopWorkers = stopWorkers;
    this.app = services.app;
    this.uiModules = uiModules;
    this.contentPermissions = contentPermissions;
    this.clockMoved();
  }

  invokeResolver(call: ResolverCall): Promise<unknown> {
    return this.services.invocations.resolver(call);
  }

  deliver(
    module: 'trigger' | 'consumer',
    moduleKey: string,
    payload: Record<string, unknown>,
  ): Promise<unknown> {
    return this.services.invocations[module](moduleKey, payload);
  }

  runScheduled(triggerKey: string): Promise<ScheduledRun> {
    return this.services.invocations.scheduled(triggerKey);
  }

  clockMoved(): void {
    this.services.dispatcher.wake();
    this.services.schedule.wake();
  }

  async settle(late: 'deliver' | 'keep' = 'deliver'): Promise<void> {
    const { dispatcher, invocations, jira } = this.services;
    const hastened = () => late === 'deliver' && dispatcher.hasten();
    hastened();
    do {
      await dispatcher.idle();
      while (invocations.busy()) await invocations.nextEnd();
      await jira.idle();
      // What a host that is ended leaves undelivered stays so.
    } while (this.stopping === undefined && (hastened() || !dispatcher.quiet() || invocations.busy()));
  }

  set(settings: Partial<HostSettings>): HostSettings {
    return { ...Object.assign(this.services.settings, settings) };
  }

  points(): PointsUsed {
    return this.services.quota.used();
  }

  calls(since: number): RecordedCall[] {
    return this.services.proxy.recorder.since(since);
  }

  addFault(fault: Fault): void {
    this.services.proxy.faults.add(fault);
  }

  clearFaults(): void {
    this.services.proxy.faults.clear();
  }

  /** Ends what runs: an event under way is delivered again after the next start. */
  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    const { dispatcher, schedule, invocations, storage, database } = this.services;
    dispatcher.stop();
    schedule.stop();
    await this.stopWorkers();
    while (invocations.busy()) await invocations.nextEnd();
    await storage.close();
    database.close();
  }
}

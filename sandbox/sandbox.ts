import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SandboxClock } from './clock.ts';
import { startForgeHost, type StartedHost } from './forge/host.ts';
import type { LoggedLine } from './forge/invocations.ts';
import { installationOf } from './forge/installation.ts';
import type { JiraSettings } from './jira/context.ts';
import { createJiraSite, type LocalJira } from './jira/site.ts';
import { JiraStore } from './jira/store.ts';
import type { Scenario } from './scenario/scenario.ts';
import { personAt } from './scenario/site-client.ts';
import { startServer } from './web/server.ts';

export interface SandboxOptions {
  /** Holds manifest.yml. */
  appFolder: string;
  /** The built bundle of the app's functions; if not given, `src/index` of the app is bundled. */
  bundle?: string;
  /** The folder of the built web shell. */
  shellFolder: string;
  /** Where the state is kept. */
  dataFolder: string;
  /** The people of the site, and how it is set up. */
  scenario: Scenario;
  /** Discards the state first. */
  fresh?: boolean;
  /** Of the scenario, only the accounts. */
  empty?: boolean;
  /** 0 for a free one. */
  port: number;
  /** `mysql://…` in place of the embedded database. */
  storage?: string;
  settings?: Partial<JiraSettings>;
  /** Functions of the app at once; 4 if not given. */
  workers?: number;
  /**
   * A sandbox of the same app that is up: this one is another site, whose functions run in the same processes, on the
   * same clock. It has to be stopped first.
   */
  beside?: { sandbox: Sandbox; site: string };
  /** Told of what the app logs and what the host gave up on. */
  log?: (line: LoggedLine) => void;
  /** Told of each step of the scenario's set-up. */
  report?: (line: string) => void;
}

export interface Sandbox {
  url: string;
  jira: LocalJira;
  host: StartedHost;
  clock: SandboxClock;
  stop(): Promise<void>;
}

/** Brings up a local Jira with the app installed, its people in it, and by default set up as the scenario does. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataFolder, scenario } = options;
  if (options.fresh) rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  const clock = options.beside?.sandbox.clock ?? openClock(join(dataFolder, 'clock.json'));
  const store = new JiraStore(join(dataFolder, 'jira.db'));
  const settings = options.port > 0 ? { baseUrl: `http://localhost:${String(options.port)}` } : {};
  const jira = createJiraSite({ store, clock, settings: { ...settings, ...options.settings } });
  addPeople(jira, scenario);
  const host = await startHost(options, jira, clock);
  const { url, close } = await startServer({
    jira,
    host,
    clock,
    accounts: () => scenario.accounts.map(account => ({ ...account, active: account.active ?? true })),
    port: options.port,
    shellFolder: options.shellFolder,
    cloudId: installationOf(host.app.appId, jira.context.settings.baseUrl, options.beside?.site).cloudId,
  });
  const sandbox: Sandbox = {
    url,
    jira,
    host,
    clock,
    stop: async () => {
      await close();
      await host.stop();
      store.close();
    },
  };
  if (!options.empty) await setUp(sandbox, options);
  return sandbox;
}

/** An account that is there already stays as it is: one that was switched off stays so over a restart. */
function addPeople(jira: LocalJira, { accounts }: Scenario): void {
  const { users } = jira.context.records;
  for (const { accountId, displayName, email, hiddenEmail, active = true, groups = [] } of accounts) {
    const user = { accountId, displayName, email, active, groups, ...(hiddenEmail && { hiddenEmail }) };
    if (users.get(accountId) === undefined) jira.createUser(user);
  }
}

async function startHost(
  options: SandboxOptions,
  jira: LocalJira,
  clock: SandboxClock,
): Promise<StartedHost> {
  const { appFolder, dataFolder, storage, workers, log, beside } = options;
  return startForgeHost({
    appFolder,
    bundle: options.bundle ?? (await bundled(appFolder, dataFolder)),
    dataFolder,
    clock,
    jira,
    siteUrl: jira.context.settings.baseUrl,
    ...(storage === undefined ? {} : { storage }),
    ...(workers === undefined ? {} : { workers }),
    ...(beside && { beside: beside.sandbox.host, site: beside.site }),
    ...(log === undefined ? {} : { log }),
  });
}

async function bundled(appFolder: string, dataFolder: string): Promise<string> {
  const { bundleApp } = await import('./forge/bundle.ts');
  const file = join(dataFolder, 'app.cjs');
  await bundleApp(appFolder, file);
  return file;
}

async function setUp(
  sandbox: Sandbox,
  { scenario, report = () => undefined }: SandboxOptions,
): Promise<void> {
  const { url, host } = sandbox;
  try {
    await scenario.setUp?.({ as: email => personAt(url, email), settle: () => host.settle(), report });
    await host.settle();
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

/** The clock's lead over real time outlives a restart. */
function openClock(file: string): SandboxClock {
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { ahead: number })
    : { ahead: 0 };
  return new SandboxClock(kept.ahead, ahead => {
    writeFileSync(file, JSON.stringify({ ahead }));
  });
}

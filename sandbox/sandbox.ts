import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SandboxClock } from './clock.ts';
import { SAMPLE_ACCOUNTS } from './company/accounts.ts';
import { setUpSampleCompany } from './company/set-up.ts';
import { startForgeHost } from './forge/host.ts';
import type { LoggedLine } from './forge/invocations.ts';
import { installationOf } from './forge/installation.ts';
import type { JiraSettings } from './jira/context.ts';
import { createJiraSite, type LocalJira } from './jira/site.ts';
import { JiraStore } from './jira/store.ts';
import type { ForgeHost } from './seams.ts';
import { startServer } from './web/server.ts';

export interface SandboxOptions {
  /** Holds manifest.yml. */
  appFolder: string;
  /** The built bundle of the app's functions, and the folder of the built web shell. */
  bundle: string;
  shellFolder: string;
  /** Where the state is kept. */
  dataFolder: string;
  /** Discards the state first. */
  fresh?: boolean;
  /** Neither set-up nor sample data beyond the accounts. */
  empty?: boolean;
  /** 0 for a free one. */
  port: number;
  /** `mysql://…` in place of the embedded database. */
  storage?: string;
  settings?: Partial<JiraSettings>;
  /** Functions of the app at once; 4 if not given. */
  workers?: number;
  /** Told what the app logs and what the host gave up on. */
  log?: (line: LoggedLine) => void;
  /** Told of each step of the company's set-up. */
  report?: (line: string) => void;
}

export interface Sandbox {
  url: string;
  jira: LocalJira;
  host: ForgeHost;
  clock: SandboxClock;
  stop(): Promise<void>;
}

/** Brings up a local Jira with the app installed, and by default with the sample company in it. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataFolder, storage } = options;
  if (options.fresh) rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  const clock = openClock(join(dataFolder, 'clock.json'));
  const store = new JiraStore(join(dataFolder, 'jira.db'));
  const settings = options.port > 0 ? { baseUrl: `http://localhost:${String(options.port)}` } : {};
  const jira = createJiraSite({ store, clock, settings: { ...settings, ...options.settings } });
  const { users } = jira.context.records;
  // One that was switched off stays so over a restart.
  const absent = SAMPLE_ACCOUNTS.filter(({ accountId }) => users.get(accountId) === undefined);
  for (const account of absent) jira.createUser({ ...account, groups: [...account.groups] });
  const { appFolder, bundle } = options;
  const host = await startForgeHost({
    appFolder,
    bundle,
    dataFolder,
    clock,
    jira,
    ...(storage ? { storage } : {}),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.log ? { log: options.log } : {}),
  });
  const { url, close } = await startServer({
    jira,
    host,
    clock,
    accounts: () => SAMPLE_ACCOUNTS,
    port: options.port,
    shellFolder: options.shellFolder,
    cloudId: installationOf(host.app.appId, jira.context.settings.baseUrl).cloudId,
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
  if (!options.empty) await setUpCompany(sandbox, options.report ?? (() => undefined));
  return sandbox;
}

async function setUpCompany({ url, host }: Sandbox, report: (line: string) => void): Promise<void> {
  const authorization = `Basic ${Buffer.from('admin@aurora.example:sandbox').toString('base64')}`;
  const invoke = async (functionKey: string, payload: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/sandbox/invoke/${functionKey}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ payload }),
    });
    if (!response.ok)
      throw new Error(`${functionKey} answered ${String(response.status)}: ${await response.text()}`);
    return response.json();
  };
  await setUpSampleCompany({ invoke }, report);
  await host.settle();
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

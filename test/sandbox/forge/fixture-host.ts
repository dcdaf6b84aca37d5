import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleApp } from '../../../sandbox/forge/bundle.ts';
import { SandboxClock } from '../../../sandbox/clock.ts';
import { startForgeHost, type ForgeHostOptions } from '../../../sandbox/forge/host.ts';
import type { ForgeHost, InstalledApp, JiraSite, RestRequest, RestResponse } from '../../../sandbox/seams.ts';

export const FIXTURE_APP = fileURLToPath(new URL('./fixture-app', import.meta.url));

/** A Jira that keeps what it is asked and answers who asks. Paths under /told are the fixture's own reports. */
export class FakeJira implements JiraSite {
  readonly panels = { on: () => undefined, put: () => 'unknown' as const };
  readonly requests: RestRequest[] = [];
  installed: InstalledApp | undefined;
  /** Runs while the app waits for its answer. */
  onRequest: (request: RestRequest) => Promise<RestResponse | undefined> = () => Promise.resolve(undefined);

  async handle(request: RestRequest): Promise<RestResponse> {
    this.requests.push(request);
    return (await this.onRequest(request)) ?? { status: 200, body: { identity: request.identity } };
  }

  install(app: InstalledApp): void {
    this.installed = app;
  }

  idle(): Promise<void> {
    return Promise.resolve();
  }

  /** What the fixture's functions reported under `what`, oldest first. */
  told(what: string): unknown[] {
    return this.requests.filter(request => request.path === `/told/${what}`).map(request => request.body);
  }
}

const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'forge-host-'));
  folders.push(folder);
  return folder;
}

const hosts: ForgeHost[] = [];

/** Stops every host of the test file, also after a failed test, and removes what they left. */
export async function cleanUp(): Promise<void> {
  await Promise.all(hosts.splice(0).map(host => host.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

let bundle: Promise<string> | undefined;

/** The fixture's bundle, built once. */
export function fixtureBundle(): Promise<string> {
  bundle ??= (async () => {
    const file = join(temporaryFolder(), 'index.cjs');
    await bundleApp(FIXTURE_APP, file);
    return file;
  })();
  return bundle;
}

export interface Fixture {
  host: ForgeHost;
  jira: FakeJira;
  clock: SandboxClock;
  dataFolder: string;
  logs: string[];
  /** `invoke` from the fixture's panel as user-1. */
  invoke: (functionKey: string, payload?: unknown) => Promise<unknown>;
}

/** Starts the fixture app on a fake Jira. Stop `host` afterwards. */
export async function startFixture(options: Partial<ForgeHostOptions> = {}): Promise<Fixture> {
  const jira = new FakeJira();
  const clock = options.clock ?? new SandboxClock();
  const dataFolder = options.dataFolder ?? temporaryFolder();
  const logs: string[] = [];
  const host = await startForgeHost({
    appFolder: FIXTURE_APP,
    bundle: await fixtureBundle(),
    dataFolder,
    clock,
    jira,
    workers: 2,
    log: ({ text }) => logs.push(text),
    ...options,
  });
  hosts.push(host);
  return {
    host,
    jira,
    clock,
    dataFolder,
    logs,
    invoke: (functionKey, payload) => host.invokeResolver(panelCall(functionKey, payload)),
  };
}

export function panelCall(functionKey: string, payload: unknown = {}) {
  const extension = { type: 'jira:issuePanel', issue: { id: '10001', key: 'GOV-1' } };
  return { functionKey, payload, accountId: 'user-1', moduleKey: 'panel', extension };
}

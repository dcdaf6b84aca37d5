/** A server on free ports over a fake Jira and a fake Forge host that remember what reached them. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxClock } from '../../../sandbox/clock.ts';
import type {
  Fault,
  ForgeHost,
  HostSettings,
  JiraSite,
  ResolverCall,
  RestRequest,
  RestResponse,
} from '../../../sandbox/seams.ts';
import type { SiteAccount } from '../../../sandbox/web/accounts.ts';
import { startServer } from '../../../sandbox/web/server.ts';

export const ENGINEER: SiteAccount = account('engineer', true);
export const OUTSIDER: SiteAccount = account('outsider', true);
export const LEAVER: SiteAccount = account('leaver', false);

function account(name: string, active: boolean): SiteAccount {
  return { accountId: `id-${name}`, email: `${name}@aurora.example`, displayName: name, active };
}

export function basic(email: string, password = 'sandbox'): string {
  return `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`;
}

/** Knows one work item, GOV-1, which the outsider may not see; echoes every other request. */
class FakeJira implements JiraSite {
  readonly requests: RestRequest[] = [];
  readonly panels = { on: () => undefined, put: () => 'unknown' as const };

  handle(request: RestRequest): Promise<RestResponse> {
    this.requests.push(request);
    if (!request.path.startsWith('/rest/api/3/issue/'))
      return Promise.resolve({ status: 200, body: { echoed: true } });
    const outsider = request.identity.kind === 'user' && request.identity.accountId === OUTSIDER.accountId;
    if (outsider || !request.path.includes('/GOV-1?')) return Promise.resolve({ status: 404, body: {} });
    const project = { id: '10000', key: 'GOV', projectTypeKey: 'business', name: 'Governance' };
    const issuetype = { id: '10010', name: 'Cloud account request' };
    return Promise.resolve({
      status: 200,
      body: { id: '20001', key: 'GOV-1', fields: { issuetype, project } },
    });
  }

  install(): void {
    throw new Error('Not needed by the server.');
  }

  idle(): Promise<void> {
    return Promise.resolve();
  }
}

/** Its resolver answers with the call itself, and throws for the function `explode`. */
class FakeHost implements ForgeHost {
  readonly contentPermissions = { styles: ['unsafe-inline'] };
  readonly uiModules: ForgeHost['uiModules'];
  readonly resolved: ResolverCall[] = [];
  readonly faults: Fault[] = [];
  readonly ran: string[] = [];
  readonly settled: ('deliver' | 'keep' | undefined)[] = [];
  readonly settings: HostSettings = { eventDelayMs: 0, pointsPerHour: 65_000 };
  moves = 0;
  readonly app: ForgeHost['app'] = {
    appId: 'app-1',
    environmentId: 'env-1',
    name: 'Remit',
    accountId: 'id-app',
    modules: { issuePanels: [], customFields: [], workflowConditions: [], workflowValidators: [] },
    validate: () => Promise.reject(new Error('Not needed by the server.')),
    publish: () => undefined,
  };

  constructor(folder: string) {
    this.uiModules = [
      {
        type: 'jira:issuePanel',
        key: 'responsibility',
        title: 'Responsibility',
        folder,
        entry: 'panel.html',
      },
      { type: 'jira:adminPage', key: 'administration', title: 'Remit', folder, entry: 'panel.html' },
    ];
  }

  invokeResolver(call: ResolverCall): Promise<unknown> {
    this.resolved.push(call);
    if (call.functionKey === 'explode') return Promise.reject(new Error('a secret of the database'));
    return Promise.resolve(call.functionKey === 'nothing' ? undefined : { ok: true, call });
  }

  deliver(): Promise<unknown> {
    return Promise.reject(new Error('Not needed by the server.'));
  }

  runScheduled(key: string): ReturnType<ForgeHost['runScheduled']> {
    if (key === 'broken') return Promise.reject(new Error('a secret of the database'));
    if (key !== 'hourly-sweep') return Promise.reject(new RangeError(`There is no scheduledTrigger ${key}.`));
    this.ran.push(key);
    return Promise.resolve({ statusCode: 424 });
  }

  clockMoved(): void {
    this.moves += 1;
  }

  settle(late?: 'deliver' | 'keep'): Promise<void> {
    this.settled.push(late);
    return Promise.resolve();
  }

  set(settings: Partial<HostSettings>): HostSettings {
    Object.assign(this.settings, settings);
    return this.settings;
  }

  points(): ReturnType<ForgeHost['points']> {
    return { used: 12, perHour: this.settings.pointsPerHour, resetsAt: '2026-12-01T01:00:00.000Z' };
  }

  calls(since: number): ReturnType<ForgeHost['calls']> {
    const call = {
      type: 'sql',
      provider: 'app',
      invocation: 'i1',
      function: 'f',
      method: 'POST',
      path: '/',
      body: {},
    } as const;
    return [1, 2, 3]
      .filter(n => n > since)
      .map(n => ({ ...call, n, status: 200, bytes: 2, ms: 1, points: n }));
  }

  addFault(fault: Fault): void {
    this.faults.push(fault);
  }

  clearFaults(): void {
    this.faults.length = 0;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

export type RunningServer = Awaited<ReturnType<typeof runServer>>;

/** @returns the server with its fakes; `frames` is the second origin */
export async function runServer() {
  const root = mkdtempSync(join(tmpdir(), 'web-server-'));
  const [shellFolder, panelFolder] = [join(root, 'shell'), join(root, 'panel')];
  mkdirSync(join(shellFolder, 'assets'), { recursive: true });
  mkdirSync(panelFolder);
  writeFileSync(join(shellFolder, 'index.html'), '<!doctype html><title>Shell</title>');
  writeFileSync(join(shellFolder, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(
    join(panelFolder, 'panel.html'),
    '<!doctype html><html><head><title>Panel</title></head><body></body></html>',
  );
  writeFileSync(join(root, 'outside.txt'), 'outside');
  const [jira, host, clock] = [new FakeJira(), new FakeHost(panelFolder), new SandboxClock()];
  const reported: unknown[] = [];
  const people = [ENGINEER, OUTSIDER, LEAVER];
  const report = (error: unknown) => reported.push(error);
  const server = await startServer({
    jira,
    host,
    clock,
    accounts: () => people,
    port: 0,
    shellFolder,
    report,
  });
  const { modules } = (await (await fetch(`${server.url}/sandbox/modules`)).json()) as {
    modules: { frameUrl: string }[];
  };
  const frames = new URL(modules[0]?.frameUrl ?? '').origin;
  return { ...server, jira, host, clock, reported, frames };
}

/** Posts JSON. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

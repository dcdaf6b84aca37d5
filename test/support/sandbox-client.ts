/** Sandboxes for tests: each is a process of its own with data of its own, and is spoken to by HTTP only. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecordedCall, Fault } from '../../sandbox/seams.ts';
import { PersonClient, type Answer } from './sandbox/person-client.ts';
import {
  fillWithCompany,
  giveApp,
  morningAfter,
  setClock,
  setUpCompany,
} from './sandbox/prepared-company.ts';
import { run, type Running } from './sandbox/running-sandbox.ts';
import type { SandboxProcessOptions, SandboxProcessSettings } from './sandbox/open-sandbox.ts';
import { openTestStorage, type TestStorage } from './test-storage.ts';

export type { Answer, Reply } from './sandbox/person-client.ts';

/** Starting takes a second or two, and longer on a machine that has much to do. */
export const STARTS_WITHIN_MS = 120_000;

/** Aurora's people, by the first part of their address. */
export const PEOPLE = [
  'admin',
  'ceo',
  'ciso',
  'cloud',
  'iam',
  'secops',
  'app',
  'engineer',
  'engineer2',
  'auditor',
] as const;

/** The account of Aurora's former colleague: inactive, and so no one who signs in. */
export const LEAVER = '712020:d963a1f4-08be-4c57-b12f-4e8d7a60c5db';

export type Person = (typeof PEOPLE)[number];

export interface TestSandboxOptions {
  /** Neither set-up nor sample company. */
  empty?: boolean;
  settings?: SandboxProcessSettings;
  /** Milliseconds by which the clock is ahead of when tests begin; below 0, behind. Not for an empty site. */
  clockAhead?: number;
  /** Makes another version of the app of the bundle as it is built; `upgrade` brings the built one. */
  app?: (built: string) => string;
  /** Brings the sandbox up, in place of a process that obeys the usual commands. */
  begin?: (options: SandboxProcessOptions) => Promise<Running>;
}

/** A running sandbox. `stop` removes its data; `restart` keeps it. */
export class TestSandbox {
  protected readonly dataFolder: string;
  private readonly settings: SandboxProcessSettings;
  private readonly begin: NonNullable<TestSandboxOptions['begin']>;
  /** Its database on a server, unless it is the embedded one. */
  private readonly served: TestStorage | undefined;
  private running: Running;
  /** Where people open it in a browser; another address after a restart. */
  url: string;

  /** @param start - brings a sandbox up on a data folder, as `running` was */
  protected constructor(
    dataFolder: string,
    settings: SandboxProcessSettings,
    running: Running,
    start: NonNullable<TestSandboxOptions['begin']> = run,
    served?: TestStorage,
  ) {
    this.dataFolder = dataFolder;
    this.settings = settings;
    this.begin = start;
    this.served = served;
    this.running = running;
    this.url = running.url;
  }

  /** Starts a sandbox with the sample company, set up, unless told otherwise. Takes a second or two. */
  static async start({
    empty = false,
    settings = {},
    clockAhead = 0,
    app,
    begin = run,
  }: TestSandboxOptions = {}): Promise<TestSandbox> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'acceptance-'));
    const served = await openTestStorage();
    if (!empty) {
      const company = await setUpCompany();
      cpSync(company, dataFolder, { recursive: true });
      setClock(dataFolder, morningAfter(dataFolder) + clockAhead);
      if (served) await fillWithCompany(served, company);
    }
    await giveApp(dataFolder, app);
    const running = await begin({ dataFolder, empty: true, settings, ...on(served) });
    const sandbox = new TestSandbox(dataFolder, settings, running, begin, served);
    await sandbox.settle();
    return sandbox;
  }

  /** Sends one request as a person; `null` for no one. `path` includes the query. */
  async request(person: string | null, method: string, path: string, body?: unknown): Promise<Answer> {
    const authorization = basic(person);
    const response = await fetch(this.url + path, {
      method,
      // A task that has begun is answered 303, with the address that Jira has on its own site.
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...(person === null ? {} : { authorization }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** Sends a file in a form. */
  async upload(person: string, path: string, filename: string, bytes: Uint8Array): Promise<Answer> {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), filename);
    const headers = { authorization: basic(person), 'x-atlassian-token': 'no-check' };
    const response = await fetch(this.url + path, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as unknown };
  }

  as(person: Person): PersonClient {
    return new PersonClient(this, person);
  }

  /**
   * Resolves when no event, queue or job is pending. A second passes on the sandbox's clock: no one works so fast that
   * they meet Forge's limits per second, which a test would.
   */
  async settle(): Promise<void> {
    await this.advance('PT1S');
  }

  /**
   * Returns when what fell due has been done.
   * @param duration - ISO 8601, e.g. `P30D`
   * @param late - whether events that a setting delays are delivered all the same, or wait for the clock
   */
  async advance(duration: string, late: 'deliver' | 'keep' = 'deliver'): Promise<void> {
    await this.command('POST', '/sandbox/clock', { advance: duration });
    await this.command('POST', '/sandbox/settle', { late });
  }

  /** Makes events late, or lowers the hourly quota of points, until the next restart. */
  async set(settings: { eventDelay?: string; pointsPerHour?: number }): Promise<void> {
    await this.command('POST', '/sandbox/settings', settings);
  }

  async now(): Promise<string> {
    return z.object({ now: z.string() }).parse(await this.command('GET', '/sandbox/clock')).now;
  }

  async run(scheduledTrigger: string): Promise<void> {
    await this.command('POST', `/sandbox/run/${scheduledTrigger}`);
    await this.settle();
  }

  async fault(fault: Fault): Promise<void> {
    await this.command('POST', '/sandbox/faults', fault);
  }

  /** Forgets the faults that no call has met. */
  async clearFaults(): Promise<void> {
    await this.command('DELETE', '/sandbox/faults');
  }

  /** The calls that the app makes during `act` and what follows of it. */
  async callsDuring(act: () => Promise<unknown>): Promise<RecordedCall[]> {
    await this.settle();
    const before = (await this.calls(0)).at(-1)?.n ?? 0;
    await act();
    await this.settle();
    return this.calls(before);
  }

  /** The calls of the app after number `since`. */
  async calls(since: number): Promise<RecordedCall[]> {
    return (await this.command('GET', `/sandbox/calls?since=${String(since)}`)) as RecordedCall[];
  }

  /** Switches an account off or on, as an administrator of the organisation does outside of Jira. */
  async setActive(accountId: string, active: boolean): Promise<void> {
    await this.running.setActive(accountId, active);
  }

  async restart(): Promise<void> {
    await this.running.end();
    this.running = await this.begin({
      dataFolder: this.dataFolder,
      empty: true,
      settings: this.settings,
      ...on(this.served),
    });
    this.url = this.running.url;
    await this.settle();
  }

  /** Puts the app as it is built in the place of the version that this sandbox began with. */
  async upgrade(): Promise<void> {
    await giveApp(this.dataFolder);
    await this.restart();
  }

  async stop(): Promise<void> {
    await this.running.end();
    await this.served?.discard();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }

  private async command(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.request('admin', method, path, body);
    if (answer.status === 200) return answer.body;
    throw new Error(`${method} ${path} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  }
}

function basic(person: string | null): string {
  return `Basic ${Buffer.from(`${String(person)}@aurora.example:sandbox`).toString('base64')}`;
}

function on(served: TestStorage | undefined): { storage?: string } {
  return served ? { storage: served.address } : {};
}

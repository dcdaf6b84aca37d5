/** Sandboxes for tests: each is a process of its own with data of its own, and is spoken to by HTTP only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { z } from 'zod';
import type { RecordedCall, Fault } from '../../sandbox/seams.ts';
import type { SandboxProcessOptions, SandboxProcessSettings } from '../acceptance/site/sandbox-process.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const PROCESS = join(ROOT, 'test', 'acceptance', 'site', 'sandbox-process.ts');

/** The app as it is built, and its copy beside the data: a build meanwhile must not change it under a test. */
const BUILT = join(ROOT, '.build', 'app.cjs');
const BUNDLE = 'app.cjs';

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

/** The account of Aurora's former colleague: inactive, and so nobody who signs in. */
export const LEAVER = '712020:d963a1f4-08be-4c57-b12f-4e8d7a60c5db';

export type Person = (typeof PEOPLE)[number];

export interface Answer {
  status: number;
  /** Parsed JSON; undefined when there is no body. */
  body: unknown;
}

export interface TestSandboxOptions {
  /** Neither set-up nor sample company. */
  empty?: boolean;
  settings?: SandboxProcessSettings;
  /** Milliseconds by which the clock is ahead of when tests begin; below 0, behind. Not for an empty site. */
  clockAhead?: number;
  /** Makes another version of the app of the bundle as it is built, for an empty site; `upgrade` brings the built one. */
  app?: (built: string) => string;
}

/** A running sandbox. `stop` removes its data; `restart` keeps it. */
export class TestSandbox {
  private readonly dataFolder: string;
  private readonly settings: SandboxProcessSettings;
  private process: ChildProcess;
  /** What the process prints. */
  private lines: Interface;
  /** Where people open it in a browser; another address after a restart. */
  url: string;

  private constructor(dataFolder: string, settings: SandboxProcessSettings, running: Running) {
    this.dataFolder = dataFolder;
    this.settings = settings;
    this.process = running.process;
    this.lines = running.lines;
    this.url = running.url;
  }

  /** Starts a sandbox with the sample company, set up, unless told otherwise. Takes a second or two. */
  static async start({
    empty = false,
    settings = {},
    clockAhead = 0,
    app = built => built,
  }: TestSandboxOptions = {}): Promise<TestSandbox> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'acceptance-'));
    if (empty) writeFileSync(join(dataFolder, BUNDLE), app(readFileSync(BUILT, 'utf8')));
    else {
      const company = await setUpCompany();
      cpSync(company, dataFolder, { recursive: true });
      setClock(dataFolder, morningAfter(company) + clockAhead);
    }
    const running = await run({ dataFolder, empty: true, settings });
    const sandbox = new TestSandbox(dataFolder, settings, running);
    await sandbox.settle();
    return sandbox;
  }

  /** Sends one request as a person; `null` for nobody. `path` includes the query. */
  async request(person: string | null, method: string, path: string, body?: unknown): Promise<Answer> {
    const authorization = `Basic ${Buffer.from(`${String(person)}@aurora.example:sandbox`).toString('base64')}`;
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

  as(person: Person): PersonClient {
    return new PersonClient(this, person);
  }

  /**
   * Resolves when no event, queue or job is pending. A second passes on the sandbox's clock: nobody works so fast that
   * they meet Forge's limits per second, which a test would.
   */
  async settle(): Promise<void> {
    await this.advance('PT1S');
  }

  /** @param duration - ISO 8601, e.g. `P30D`. Returns when what fell due has been done. */
  async advance(duration: string): Promise<void> {
    await this.command('POST', '/sandbox/clock', { advance: duration });
    await this.command('POST', '/sandbox/settle');
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
    const done = once(this.lines, 'line');
    this.process.stdin?.write(`${JSON.stringify({ accountId, active })}\n`);
    await done;
  }

  async restart(): Promise<void> {
    await end(this.process);
    const running = await run({ dataFolder: this.dataFolder, empty: true, settings: this.settings });
    this.process = running.process;
    this.lines = running.lines;
    this.url = running.url;
    await this.settle();
  }

  /** Puts the app as it is built in the place of the version that this sandbox began with. */
  async upgrade(): Promise<void> {
    copyFileSync(BUILT, join(this.dataFolder, BUNDLE));
    await this.restart();
  }

  async stop(): Promise<void> {
    await end(this.process);
    rmSync(this.dataFolder, { recursive: true, force: true });
  }

  private async command(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.request('admin', method, path, body);
    if (answer.status === 200) return answer.body;
    throw new Error(`${method} ${path} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  }
}

/** What one person does. */
export class PersonClient {
  private readonly sandbox: TestSandbox;
  readonly person: Person;

  constructor(sandbox: TestSandbox, person: Person) {
    this.sandbox = sandbox;
    this.person = person;
  }

  get(path: string): Promise<Answer> {
    return this.sandbox.request(this.person, 'GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.sandbox.request(this.person, 'POST', path, body);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.sandbox.request(this.person, 'PUT', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.sandbox.request(this.person, 'DELETE', path);
  }

  /** Calls a resolver function as a page of the app does, and returns its reply. */
  async invoke(functionKey: string, payload: unknown = {}, context?: { issueKey: string }): Promise<Reply> {
    const answer = await this.post(`/sandbox/invoke/${functionKey}`, {
      payload,
      ...(context ? { context } : {}),
    });
    if (answer.status !== 200) throw new Error(`${functionKey} answered ${JSON.stringify(answer)}`);
    return reply.parse(answer.body);
  }

  /** What a resolver function answers to a person whom it answers. */
  async ask<T>(functionKey: string, data: z.ZodType<T>, payload: unknown = {}): Promise<T> {
    const answer = await this.invoke(functionKey, payload);
    if (!answer.ok) throw new Error(`${functionKey} refused: ${answer.code}: ${answer.message}`);
    return data.parse(answer.data);
  }
}

const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string(), errors: z.unknown().optional() }),
]);

export type Reply = z.infer<typeof reply>;

/**
 * The data folder of a company that is set up: made once for each state of the app and the sandbox, and then copied.
 * Whoever makes it at the same time makes the same: the first one in place stays.
 */
async function setUpCompany(): Promise<string> {
  const kept = join(ROOT, '.build', 'acceptance', stateOfTheCode());
  if (existsSync(kept)) return kept;
  const folder = join(ROOT, '.build', 'acceptance');
  mkdirSync(folder, { recursive: true });
  removeOutdated(folder);
  const dataFolder = mkdtempSync(join(folder, 'making-'));
  copyFileSync(BUILT, join(dataFolder, BUNDLE));
  writeFileSync(join(dataFolder, BEGUN), new Date().toISOString());
  const { process } = await run({ dataFolder, empty: false, settings: {} });
  await end(process);
  try {
    renameSync(dataFolder, kept);
  } catch (fault) {
    if (!existsSync(kept)) throw fault;
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return kept;
}

/** When a company's set-up began, in a file beside its data. */
const BEGUN = 'begun.txt';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When tests begin on the sandbox's clock: in a morning, so that no day ends meanwhile, and soon after an hourly run of
 * the scheduled triggers, so that none comes unasked. The first is five minutes after installation.
 */
function morningAfter(company: string): number {
  const begun = Date.parse(readFileSync(join(company, BEGUN), 'utf8'));
  const [first, morning] = [begun + 6 * 60_000, 9 * HOUR_MS];
  const hours = Math.ceil((DAY_MS + morning - (first % DAY_MS)) / HOUR_MS);
  return first + hours * HOUR_MS;
}

function setClock(dataFolder: string, at: number): void {
  writeFileSync(join(dataFolder, 'clock.json'), JSON.stringify({ ahead: at - Date.now() }));
}

function removeOutdated(folder: string): void {
  const outdated = readdirSync(folder)
    .map(name => join(folder, name))
    .filter(path => statSync(path).mtimeMs < Date.now() - DAY_MS);
  for (const path of outdated) rmSync(path, { recursive: true, force: true });
}

function stateOfTheCode(): string {
  const options = { cwd: ROOT, exclude: ['sandbox/web/**'] };
  const files = globSync(['manifest.yml', '.build/app.cjs', 'sandbox/**/*.{ts,csv}'], options).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

interface Running {
  process: ChildProcess;
  lines: Interface;
  url: string;
}

async function run(options: SandboxProcessOptions): Promise<Running> {
  const args = ['--no-warnings', PROCESS, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The sandbox ended with code ${String(code)} before it was ready.`);
  });
  ended.catch(() => undefined);
  const lines = createInterface({ input: child.stdout });
  const ready = once(lines, 'line');
  const [line] = z.tuple([z.string()]).parse(await Promise.race([ready, ended]));
  return { process: child, lines, url: z.object({ url: z.string() }).parse(JSON.parse(line)).url };
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.stdin?.end();
  await exited;
}

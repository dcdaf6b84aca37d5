import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { openSandbox, switchAccount } from './open-sandbox.ts';
import { BUNDLE, giveApp, morningAfter, setClock, setUpCompany } from './prepared-company.ts';
import type { SandboxProcessOptions } from './open-sandbox.ts';
import { TestSandbox } from '../sandbox-client.ts';

/** The instant on the sandbox's clock at which a kept folder stands. */
const STANDS_AT = 'stands-at.txt';

const appliedState = z.object({ applied: z.record(z.string(), z.string()) });

/** Functions of the app at once. Each costs a good part of what starting costs. */
const WORKERS = 1;

/** Beside the app's bundle, all that a sandbox keeps. */
const DATA = ['jira.db', 'forge.db', 'app.db'].flatMap(name => [name, `${name}-wal`, `${name}-shm`]);

/** A sandbox in this process, which starts in a fraction of a second and can die in the middle of what it does. */
export class LocalSandbox extends TestSandbox {
  private readonly host: { sandbox: Sandbox };

  private constructor(folder: string, host: { sandbox: Sandbox }) {
    const begin = async (options: SandboxProcessOptions) => {
      host.sandbox = await openSandbox(options, { workers: WORKERS });
      return runningOf(host.sandbox);
    };
    super(folder, {}, runningOf(host.sandbox), begin);
    this.host = host;
  }

  /** Starts on a copy of a kept folder, at the instant at which that stands. */
  static async on(kept: string): Promise<LocalSandbox> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'faults-'));
    cpSync(kept, dataFolder, { recursive: true });
    setClock(dataFolder, Date.parse(readFileSync(join(kept, STANDS_AT), 'utf8')));
    const sandbox = await openSandbox({ dataFolder, empty: true, settings: {} }, { workers: WORKERS });
    return new LocalSandbox(dataFolder, { sandbox });
  }

  /** The sandbox itself, for a test that looks into it past HTTP. Another one after a restart. */
  get inside(): Sandbox {
    return this.host.sandbox;
  }

  /** Where a copy of its data is. */
  get folder(): string {
    return this.dataFolder;
  }

  /** Keeps a copy of its data as it is. Nothing may be under way. */
  async keep(folder: string): Promise<void> {
    const isKept = (path: string) =>
      path === this.dataFolder || [BUNDLE, ...DATA].some(name => path.endsWith(name));
    cpSync(this.dataFolder, folder, { recursive: true, filter: isKept });
    writeFileSync(join(folder, STANDS_AT), await this.now());
  }

  /** How many steps of set-up have been applied, by the app's state. */
  completedSetUpSteps(): number {
    const database = new DatabaseSync(join(this.dataFolder, 'forge.db'), { readOnly: true });
    try {
      const row = database.prepare("SELECT value FROM kvs WHERE key = 'provisioning-state'").get();
      if (row === undefined) return 0;
      const { value } = z.object({ value: z.string() }).parse(row);
      return Object.keys(appliedState.parse(JSON.parse(value)).applied).length;
    } finally {
      database.close();
    }
  }

  /** How many calls the app has made since the sandbox was started. */
  callsMade(): number {
    return this.host.sandbox.host.calls(0).at(-1)?.n ?? 0;
  }
}

/** A site before set-up, or the sample company on the morning after: a folder that can be copied. */
export async function keepBeginning(beginning: 'empty site' | 'company', folder: string): Promise<void> {
  if (beginning === 'company') cpSync(await setUpCompany(), folder, { recursive: true });
  else await install(folder);
  writeFileSync(join(folder, STANDS_AT), new Date(morningAfter(folder)).toISOString());
}

/** What follows of it is over when a flow begins: its first scheduled run would come in the middle of one. */
async function install(folder: string): Promise<void> {
  await giveApp(folder);
  const sandbox = await openSandbox({ dataFolder: folder, empty: true, settings: {} }, { workers: WORKERS });
  await sandbox.host.settle();
  await sandbox.stop();
}

function runningOf(sandbox: Sandbox) {
  return {
    url: sandbox.url,
    setActive: (accountId: string, active: boolean) => {
      switchAccount(sandbox, accountId, active);
      return Promise.resolve();
    },
    end: () => sandbox.stop(),
  };
}

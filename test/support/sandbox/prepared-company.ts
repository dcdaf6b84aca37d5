import { createHash } from 'node:crypto';
import {
  copyFileSync,
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
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  copyOf,
  fill,
  isOnServer,
  openTestStorage,
  type DatabaseCopy,
  type TestStorage,
} from '../test-storage.ts';
import { run } from './running-sandbox.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

/** The app as it is built, and its copy beside the data: a build meanwhile must not change it under a test. */
export const BUILT = join(ROOT, '.build', 'app.cjs');
export const BUNDLE = 'app.cjs';

/**
 * The data folder of a company that is set up: made once for each state of the app and the sandbox, and then copied.
 * The person who makes it at the same time makes the same: the first one in place stays.
 */
export async function setUpCompany(): Promise<string> {
  const kept = join(ROOT, '.build', 'acceptance', stateOfTheCode() + (isOnServer() ? '-served' : ''));
  if (existsSync(kept)) return kept;
  const folder = join(ROOT, '.build', 'acceptance');
  mkdirSync(folder, { recursive: true });
  removeOutdated(folder);
  const dataFolder = mkdtempSync(join(folder, 'making-'));
  copyFileSync(BUILT, join(dataFolder, BUNDLE));
  const server = await openTestStorage();
  const storage = server && { storage: server.address };
  const running = await run({ dataFolder, empty: false, settings: {}, ...storage });
  await running.end();
  if (server) {
    writeFileSync(join(dataFolder, SERVED), JSON.stringify(await copyOf(server)));
    await server.discard();
  }
  try {
    renameSync(dataFolder, kept);
  } catch (fault) {
    if (!existsSync(kept)) throw fault;
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return kept;
}

/** Fills an empty database on a server with what the company's held there. */
export async function fillWithCompany(storage: TestStorage, company: string): Promise<void> {
  await fill(storage, JSON.parse(readFileSync(join(company, SERVED), 'utf8')) as DatabaseCopy);
}

/** What its database on a server held, in a file beside its data. */
const SERVED = 'served-database.json';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When tests begin on the sandbox's clock: in a morning, so that no day ends meanwhile, and a minute after an hourly run
 * of the scheduled triggers, so that none comes unasked, however long installing took.
 * @param dataFolder - of no one else's: a database that is looked into has further files meanwhile
 */
export function morningAfter(dataFolder: string): number {
  const database = new DatabaseSync(join(dataFolder, 'forge.db'), { readOnly: true });
  const row = database.prepare('SELECT max(next_at) AS run FROM schedule').get();
  database.close();
  const [first, morning] = [z.object({ run: z.number() }).parse(row).run + 60_000, 9 * HOUR_MS];
  const hours = Math.ceil((DAY_MS + morning - (first % DAY_MS)) / HOUR_MS);
  return first + hours * HOUR_MS;
}

/** Has a sandbox that is not running begin at an instant, in milliseconds since 1970. */
export function setClock(dataFolder: string, at: number): void {
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

import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { madeOnce, ROOT, stateOf } from './made-once.ts';
import { run } from './running-sandbox.ts';

const BUILT = '.build/app.cjs';

/** The app that a sandbox runs, beside its data. */
export const BUNDLE = 'app.cjs';

/**
 * Gives a sandbox that is not running the app as it is built, or another version made of that. It is a link to a copy
 * that is kept: a build meanwhile must not change it under a test, and what Node compiled of a file serves all that
 * link to it.
 */
export async function giveApp(dataFolder: string, versionOf?: (built: string) => string): Promise<void> {
  const copy = (folder: string): void => {
    copyFileSync(join(ROOT, BUILT), join(folder, BUNDLE));
  };
  const built = join(await madeOnce('app', stateOf([BUILT]), copy), BUNDLE);
  const given = join(dataFolder, BUNDLE);
  mkdirSync(dataFolder, { recursive: true });
  rmSync(given, { force: true });
  if (versionOf) writeFileSync(given, versionOf(readFileSync(built, 'utf8')));
  else symlinkSync(built, given);
}

/** The data folder of a company that is set up: made once for each state of the app and the sandbox, and then copied. */
export function setUpCompany(): Promise<string> {
  const state = stateOf(['manifest.yml', BUILT, 'sandbox/**/*.{ts,csv}'], ['sandbox/web/**']);
  return madeOnce(isOnServer() ? 'served-company' : 'company', state, makeCompany);
}

async function makeCompany(dataFolder: string): Promise<void> {
  await giveApp(dataFolder);
  const server = await openTestStorage();
  const storage = server && { storage: server.address };
  const running = await run({ dataFolder, empty: false, settings: {}, ...storage });
  await running.end();
  if (!server) return;
  writeFileSync(join(dataFolder, SERVED), JSON.stringify(await copyOf(server)));
  await server.discard();
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

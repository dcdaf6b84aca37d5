/**
 * A process of its own that runs one sandbox for a test, so that tests reach it by HTTP only:
 * `node sandbox-process.ts '{"dataFolder": …}'`. Prints its address as JSON, and ends when its input does.
 */
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { JiraSettings } from '../../../sandbox/jira/context.ts';
import type { WorkItemSettings } from '../../../sandbox/jira/workflow/settings.ts';

export interface SandboxProcessOptions {
  /** Holds the app's bundle, `app.cjs`, too. */
  dataFolder: string;
  /** Whether set-up and sample data are left out: what the data folder holds is used as it is. */
  empty: boolean;
  settings: SandboxProcessSettings;
}

/** What differs between Jira sites; `random` is one number, because a function does not travel. */
export type SandboxProcessSettings = Partial<Omit<JiraSettings & WorkItemSettings, 'random'>> & {
  random?: number;
};

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

const { dataFolder, empty, settings } = JSON.parse(process.argv[2] ?? '') as SandboxProcessOptions;
const { random, ...others } = settings;
const sandbox = await startSandbox({
  appFolder: ROOT,
  bundle: join(dataFolder, 'app.cjs'),
  shellFolder: join(ROOT, '.build', 'shell'),
  dataFolder,
  empty,
  port: 0,
  settings: { ...others, ...(random === undefined ? {} : { random: () => random }) },
});
process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);
/** Jira's REST API has no way to switch an account off: an organisation's administrator does it elsewhere. */
function switchAccount({ accountId, active }: { accountId: string; active: boolean }): void {
  const { users } = sandbox.jira.context.records;
  const user = users.get(accountId);
  if (!user) throw new RangeError(`There is no account ${accountId}.`);
  users.put({ ...user, active });
  process.stdout.write(`${JSON.stringify({ accountId, active })}\n`);
}

createInterface({ input: process.stdin })
  .on('line', line => {
    switchAccount(JSON.parse(line) as Parameters<typeof switchAccount>[0]);
  })
  .once('close', () => {
    void sandbox.stop().then(() => process.exit(0));
  });

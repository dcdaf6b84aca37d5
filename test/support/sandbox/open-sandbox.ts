import { join, resolve } from 'node:path';
import { scenario } from '../../../sandbox/company/scenario.ts';
import type { JiraSettings } from '../../../sandbox/jira/context.ts';
import type { WorkItemSettings } from '../../../sandbox/jira/workflow/settings.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/sandbox.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

export interface SandboxProcessOptions {
  /** Holds the app's bundle, `app.cjs`, too. */
  dataFolder: string;
  /** Whether set-up and sample data are left out: what the data folder holds is used as it is. */
  empty: boolean;
  settings: SandboxProcessSettings;
  /** `mysql://…` in place of the embedded database. */
  storage?: string;
}

/** What differs between Jira sites; `random` is one number, because a function does not travel. */
export type SandboxProcessSettings = Partial<Omit<JiraSettings & WorkItemSettings, 'random'>> & {
  random?: number;
};

/** Brings a sandbox up in this process, on a free port. @param workers - functions of the app at once, and for whom else */
export function openSandbox(
  { dataFolder, empty, settings, storage }: SandboxProcessOptions,
  workers: Pick<SandboxOptions, 'workers' | 'beside'> = {},
): Promise<Sandbox> {
  const { random, ...others } = settings;
  return startSandbox({
    appFolder: ROOT,
    bundle: join(dataFolder, 'app.cjs'),
    shellFolder: join(ROOT, '.build', 'shell'),
    dataFolder,
    scenario,
    empty,
    port: 0,
    ...(storage === undefined ? {} : { storage }),
    ...workers,
    settings: { ...others, ...(random === undefined ? {} : { random: () => random }) },
  });
}

/** Jira's REST API has no way to switch an account off: an organisation's administrator does it elsewhere. */
export function switchAccount({ jira }: Sandbox, accountId: string, active: boolean): void {
  const { users } = jira.context.records;
  const user = users.get(accountId);
  if (!user) throw new RangeError(`There is no account ${accountId}.`);
  users.put({ ...user, active });
}

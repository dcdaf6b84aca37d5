import { join, resolve } from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import type { SandboxProcessOptions } from './sandbox-process.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

/** Brings a sandbox up in this process, on a free port. @param workers - functions of the app at once */
export function openSandbox(
  { dataFolder, empty, settings, storage }: SandboxProcessOptions,
  workers?: number,
): Promise<Sandbox> {
  const { random, ...others } = settings;
  return startSandbox({
    appFolder: ROOT,
    bundle: join(dataFolder, 'app.cjs'),
    shellFolder: join(ROOT, '.build', 'shell'),
    dataFolder,
    empty,
    port: 0,
    ...(storage === undefined ? {} : { storage }),
    ...(workers === undefined ? {} : { workers }),
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

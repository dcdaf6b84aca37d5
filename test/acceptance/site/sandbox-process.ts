/**
 * A process of its own that runs one sandbox for a test, so that tests reach it by HTTP only:
 * `node sandbox-process.ts '{"dataFolder": …}'`. Prints its address as JSON, and ends when its input does.
 */
import { createInterface } from 'node:readline';
import type { JiraSettings } from '../../../sandbox/jira/context.ts';
import type { WorkItemSettings } from '../../../sandbox/jira/workflow/settings.ts';
import { openSandbox, switchAccount } from './open-sandbox.ts';

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

const sandbox = await openSandbox(JSON.parse(process.argv[2] ?? '') as SandboxProcessOptions);
process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);

createInterface({ input: process.stdin })
  .on('line', line => {
    const { accountId, active } = JSON.parse(line) as { accountId: string; active: boolean };
    switchAccount(sandbox, accountId, active);
    process.stdout.write(`${JSON.stringify({ accountId, active })}\n`);
  })
  .once('close', () => {
    void sandbox.stop().then(() => process.exit(0));
  });

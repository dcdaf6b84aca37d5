/** Every call of the pages to the app's resolver functions. */
import { invoke } from '@forge/bridge';
import type { RegisterImported } from '../../../src/contract/registers';
import type { Reply } from '../../../src/contract/reply';
import type { RouteExplanation } from '../../../src/contract/route-explain';
import type { SetUpPlan, SetUpProgress, SetUpStatus } from '../../../src/contract/set-up';

/** The registers that can be imported from a file. */
export type Dataset = 'roles' | 'holders' | 'services';

/** Who decides the ticket the panel is on; the server takes the ticket from Jira's context. */
export const explainRoute = (): Promise<Reply<RouteExplanation>> => ask('route.explain');

export const readSetUpStatus = (): Promise<Reply<SetUpStatus>> => ask('setup.status');

/** What set-up would write. Writes nothing. */
export const planSetUp = (): Promise<Reply<SetUpPlan>> => ask('setup.plan');

/** Does the next step of set-up. */
export const runSetUpStep = (): Promise<Reply<SetUpProgress>> => ask('setup.run');

/** Imports a register, or with `dryRun` only tells what that would change. */
export const importRegister = (
  dataset: Dataset,
  csv: string,
  dryRun: boolean,
): Promise<Reply<RegisterImported>> => ask('register.import', { dataset, csv, dryRun });

/**
 * One call. A refusal is a reply; the promise rejects only when there is none.
 * The replies are not parsed again: they come from our own server, through Jira, and go nowhere else.
 */
async function ask<T>(functionKey: string, payload?: Record<string, unknown>): Promise<Reply<T>> {
  const reply: unknown = await (payload ? invoke(functionKey, payload) : invoke(functionKey));
  if (!isReply(reply)) throw new Error(`${functionKey} did not answer in the agreed form`);
  return reply as Reply<T>;
}

function isReply(value: unknown): value is { ok: boolean } {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { TestSandbox } from '../../support/sandbox-client.ts';
import type { Governance } from './governance.ts';

const progress = z.object({ step: z.object({ title: z.string() }).nullable(), done: z.boolean() });

const plan = z.object({
  complete: z.boolean(),
  steps: z.array(z.object({ changes: z.array(z.string()), notices: z.array(z.string()) })),
  people: z.array(z.object({ person: z.string(), role: z.string(), lacks: z.array(z.string()) })),
});

/** One call of set-up, as its page makes it. */
export async function setUpOnce(sandbox: TestSandbox) {
  return sandbox.as('admin').ask('setup.run', progress);
}

/** Runs set-up until it is done. */
export async function setUp(sandbox: TestSandbox): Promise<void> {
  for (let call = 0; call < 200; call += 1) {
    if ((await setUpOnce(sandbox)).done) return;
  }
  throw new Error('Set-up does not come to an end.');
}

/** What a run would write, what it leaves, and who lacks permissions. */
export async function planOf(sandbox: TestSandbox) {
  const { complete, steps, people } = await sandbox.as('admin').ask('setup.plan', plan);
  return {
    complete,
    changes: steps.flatMap(({ changes }) => changes),
    notices: steps.flatMap(({ notices }) => notices),
    people,
  };
}

const HOLDERS = join(resolve(import.meta.dirname, '..', '..', '..'), 'sandbox', 'company', 'holders.csv');

/** Appoints Aurora's role holders. @param change - what a line says instead */
export async function appointEveryone(
  site: Governance,
  change = (line: string): string => line,
): Promise<void> {
  const [, ...lines] = readFileSync(HOLDERS, 'utf8').trim().split('\n');
  await site.appoint(...lines.map(change));
}

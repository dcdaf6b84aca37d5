import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Calls the app's resolver functions as Aurora's Jira administrator. */
export interface AdminClient {
  invoke(fn: string, payload: unknown): Promise<unknown>;
}

/** Far above the number of steps; only a set-up that never ends gets there. */
const MOST_CALLS = 500;

const refused = z.object({ ok: z.literal(false), code: z.string(), message: z.string() });

const progress = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    data: z.object({
      step: z.object({ title: z.string() }).nullable(),
      done: z.boolean(),
      remaining: z.number().int().min(0),
    }),
  }),
  refused,
]);

const imported = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.object({ lines: z.number().int() }) }),
  refused,
]);

/**
 * Sets the app up and appoints Aurora's role holders, as an administrator would by hand.
 * Safe to repeat: the app finds what is there. Throws with code and message when the app refuses.
 * @param report - told of each step that was done, one line of text
 */
export async function setUpSampleCompany(client: AdminClient, report: (line: string) => void): Promise<void> {
  await runSetUp(client, report);
  const csv = readFileSync(new URL('holders.csv', import.meta.url), 'utf8');
  const { lines } = accepted(
    'register.import',
    imported.parse(await client.invoke('register.import', { dataset: 'holders', csv })),
  );
  report(`Role holders imported: ${String(lines)} appointments`);
}

async function runSetUp(client: AdminClient, report: (line: string) => void): Promise<void> {
  for (let call = 0; call < MOST_CALLS; call += 1) {
    const { step, done, remaining } = accepted(
      'setup.run',
      progress.parse(await client.invoke('setup.run', {})),
    );
    if (step) report(`${step.title} (${String(remaining)} to go)`);
    if (done) return;
  }
  throw new Error(`setup.run was not done after ${String(MOST_CALLS)} calls.`);
}

function accepted<T>(fn: string, reply: { ok: true; data: T } | z.infer<typeof refused>): T {
  if (!reply.ok) throw new Error(`${fn} was refused: ${reply.code}: ${reply.message}`);
  return reply.data;
}

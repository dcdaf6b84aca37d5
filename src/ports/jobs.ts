import { z } from 'zod';

/**
 * Lanes: each is a queue of its own, with its own consumer and function in manifest.yml, so that nothing in one waits
 * for anything in another. `seconds` is what a job may take, the `timeoutSeconds` of that function.
 */
export const LANES = {
  /** What someone waits for. Nothing long belongs here. */
  routing: { seconds: 120 },
  /** What goes through many tickets or accounts, or asks Jira much. */
  upkeep: { seconds: 300 },
} as const;

export type Lane = keyof typeof LANES;

const nothing: z.ZodType<object> = z.strictObject({});

const sweep = z.strictObject({
  /** Of the page to go on with; absent for the first. */
  cursor: z.string().optional(),
  /** Only tickets that changed so lately; absent for all. */
  changedWithinHours: z.number().optional(),
  /** What everything stood on when the sweep began: written down when all were as they should be, and absent else. */
  standing: z.string().optional(),
  /** When a sweep of all began: it checks tickets under obligation too, and says that it has completed. Absent else. */
  began: z.string().optional(),
  /** How far back a sweep of all looks for what changed. */
  lookBackHours: z.number().optional(),
});

const obligationsCheck = z.strictObject({
  /** When the sweep began that this is the end of. */
  began: z.string(),
  /** As for the sweep. */
  standing: z.string().optional(),
  /** The ticket that the page before ended with; absent for the first. */
  after: z.string().optional(),
});

/** What is left of a check of the tickets under obligation. */
export type ObligationsCheck = z.infer<typeof obligationsCheck>;

/** What is left of a sweep. */
export type Sweep = z.infer<typeof sweep>;

interface JobEntry<Payload> {
  lane: Lane;
  payload: z.ZodType<Payload>;
  /** Jobs with the same key never run at the same time. */
  key: (payload: Payload) => string;
}

const TABLE = {
  /** Record what happened to a ticket, and route it. */
  'reconcile ticket': {
    lane: 'routing',
    payload: z.strictObject({ ticket: z.string() }),
    key: ({ ticket }: { ticket: string }) => `ticket-${ticket}`,
  },
  /** Look at the tickets that may need following, as far as anything has changed since the last sweep of all. */
  'hourly sweep': { lane: 'upkeep', payload: nothing, key: () => 'sweep' },
  /** Have every ticket followed that needs it, a page at a time. */
  sweep: { lane: 'upkeep', payload: sweep, key: () => 'sweep' },
  /** Check the tickets under obligation that a sweep of all has not come across, a page at a time. */
  'check obligations': { lane: 'upkeep', payload: obligationsCheck, key: () => 'sweep' },
  /** Put on record how often gates have refused the same in hours that are over. */
  'count refusals': { lane: 'upkeep', payload: nothing, key: () => 'sweep' },
  /** Find cloud accounts that no one owns any more. */
  'check accounts': { lane: 'upkeep', payload: nothing, key: () => 'sweep' },
  /** Find what someone changed of the workflows that set-up made. */
  'check set-up': { lane: 'upkeep', payload: nothing, key: () => 'sweep' },
  /** Finish appointments that were cut short. */
  'complete appointments': { lane: 'upkeep', payload: nothing, key: () => 'sweep' },
} as const;

export type JobKind = keyof typeof TABLE;

export type PayloadOfJob<Kind extends JobKind> = z.output<(typeof TABLE)[Kind]['payload']>;

/** Every kind of work that goes on after a function has answered. */
export const JOBS: { readonly [Kind in JobKind]: JobEntry<PayloadOfJob<Kind>> } = TABLE;

export type JobOf<Kind extends JobKind> = { kind: Kind } & PayloadOfJob<Kind>;

export type Job = { [Kind in JobKind]: JobOf<Kind> }[JobKind];

export function isJobKind(kind: unknown): kind is JobKind {
  return typeof kind === 'string' && Object.hasOwn(JOBS, kind);
}

export interface Jobs {
  /** @throws when the queue did not take them: the caller's own delivery is then repeated */
  push(jobs: readonly Job[]): Promise<void>;
}

import { z } from 'zod';
import type { SandboxClock } from '../../clock.ts';
import { notModelled, notPermitted, refusal, type ProxyAnswer } from './answer.ts';

/** The literal placeholders are part of the path. Source: @forge/events, queries.js. */
const PATH =
  /^\/webhook\/queue\/(publish|stats|cancel)\/\{contextAri\}\/\{environmentId\}\/\{appId\}\/\{appVersion\}$/;
/** Source: Forge, "Async events limits". Not modelled: the 1,000 pushes that may follow from one invocation. */
const EVENTS_PER_PUSH = 50;
const BYTES_PER_PUSH = 200 * 1024;
const BYTES_PER_LONG_EVENT = 100 * 1024;
const EVENTS_PER_MINUTE = 500;
const MINUTE_MS = 60_000;

const queuedEvent = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(900).optional(),
  concurrency: z.object({ key: z.string().min(1), limit: z.number().int().min(1) }).optional(),
});
const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.uuid(),
  type: z.literal('avi:forge:app:event'),
  payload: z.array(queuedEvent).min(1),
});
const jobRequest = z.object({ queueName: z.string(), jobId: z.string().min(1) });

export type PushRequest = z.infer<typeof pushRequest>;

export interface JobStats {
  success: number;
  inProgress: number;
  failed: number;
}

/** What publishing and asking need of the jobs themselves. */
export interface QueuedEvents {
  push(request: PushRequest): void;
  /** Undefined for an unknown job. */
  stats(queue: string, jobId: string): JobStats | undefined;
  /** False for an unknown job. Functions that already run go on. */
  cancel(queue: string, jobId: string): boolean;
}

/** A queue that a consumer module of the manifest reads. */
export interface Queue {
  name: string;
  /** Whether a function that reads it may take longer than 55 seconds. */
  isLong: boolean;
}

/** Publishing to queues, and asking after a job or ending it. */
export class QueueProxy {
  private readonly jobs: QueuedEvents;
  private readonly queues: readonly Queue[];
  private readonly clock: SandboxClock;
  /** When events were pushed in the last minute. */
  private pushed: number[] = [];

  constructor(jobs: QueuedEvents, queues: readonly Queue[], clock: SandboxClock) {
    this.jobs = jobs;
    this.queues = queues;
    this.clock = clock;
  }

  answer(path: string, body: unknown): ProxyAnswer {
    const [, action] = PATH.exec(path) ?? [];
    if (action === 'publish') return this.publish(body);
    if (action === undefined) return notModelled(`requestAtlassian ${path}`);
    const parsed = jobRequest.safeParse(body);
    if (!parsed.success) return refusal(400, 'INVALID_REQUEST', z.prettifyError(parsed.error));
    const { queueName, jobId } = parsed.data;
    if (action === 'cancel')
      return this.jobs.cancel(queueName, jobId) ? { status: 204 } : { status: 404, body: {} };
    const stats = this.jobs.stats(queueName, jobId);
    return stats ? { status: 200, body: stats } : { status: 404, body: {} };
  }

  private publish(body: unknown): ProxyAnswer {
    const parsed = pushRequest.safeParse(body);
    if (!parsed.success) return refusal(400, 'INVALID_REQUEST', z.prettifyError(parsed.error));
    const { queueName, payload } = parsed.data;
    const queue = this.queues.find(({ name }) => name === queueName);
    if (!queue) return notPermitted(`a consumer module for the queue ${queueName}`);
    if (payload.length > EVENTS_PER_PUSH)
      return refusal(400, 'TOO_MANY_EVENTS', `More than ${String(EVENTS_PER_PUSH)} events.`);
    if (sizeOf(payload) > BYTES_PER_PUSH) return tooLarge('The maximum payload size is 200KB.');
    if (queue.isLong && payload.some(event => sizeOf(event) > BYTES_PER_LONG_EVENT))
      return tooLarge('The maximum size of an event for a long-running function is 100KB.');
    if (!this.counts(payload.length))
      return refusal(
        429,
        'RATE_LIMIT_EXCEEDED',
        `More than ${String(EVENTS_PER_MINUTE)} events in a minute.`,
      );
    this.jobs.push(parsed.data);
    return { status: 201, body: {} };
  }

  /** Counts the events of a push, over all queues; false, and none counted, when they are too many for the minute. */
  private counts(events: number): boolean {
    const now = this.clock.now();
    const recent = this.pushed.filter(at => at > now - MINUTE_MS);
    if (recent.length + events > EVENTS_PER_MINUTE) return false;
    this.pushed = [...recent, ...Array.from({ length: events }, () => now)];
    return true;
  }
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function tooLarge(errorMessage: string): ProxyAnswer {
  return { status: 413, body: { errorMessage } };
}

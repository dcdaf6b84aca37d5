import { z } from 'zod';
import { notModelled, notPermitted, refusal, type ProxyAnswer } from './answer.ts';

/** The literal placeholders are part of the path. Source: @forge/events, queries.js. */
const PATH =
  /^\/webhook\/queue\/(publish|stats|cancel)\/\{contextAri\}\/\{environmentId\}\/\{appId\}\/\{appVersion\}$/;
const EVENTS_PER_PUSH = 50;
const BYTES_PER_PUSH = 200 * 1024;

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

/** Publishing to queues, and asking after a job or ending it. */
export class QueueProxy {
  private readonly jobs: QueuedEvents;
  private readonly queues: ReadonlySet<string>;

  /** @param queues - the queues that a consumer module of the manifest reads */
  constructor(jobs: QueuedEvents, queues: Iterable<string>) {
    this.jobs = jobs;
    this.queues = new Set(queues);
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
    if (!this.queues.has(queueName)) return notPermitted(`a consumer module for the queue ${queueName}`);
    if (payload.length > EVENTS_PER_PUSH)
      return refusal(400, 'TOO_MANY_EVENTS', `More than ${String(EVENTS_PER_PUSH)} events.`);
    if (Buffer.byteLength(JSON.stringify(payload)) > BYTES_PER_PUSH) {
      return { status: 413, body: { errorMessage: 'The maximum payload size is 200KB.' } };
    }
    this.jobs.push(parsed.data);
    return { status: 201, body: {} };
  }
}

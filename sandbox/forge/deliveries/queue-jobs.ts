import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { SandboxClock } from '../../clock.ts';
import type { JobStats, PushRequest, QueuedEvents } from '../proxy/queue.ts';
import { together } from '../storage/forge-database.ts';
import type { Delivery, DeliveryStore } from './delivery-store.ts';

const job = z.object({ success: z.number(), failed: z.number(), total: z.number() });

export interface QueueJobsOptions {
  database: DatabaseSync;
  deliveries: DeliveryStore;
  clock: SandboxClock;
  /** The consumer modules that read a queue. */
  consumersOf: (queue: string) => readonly string[];
  /** Deliveries that a function is working on. */
  running: () => ReadonlySet<number>;
  /** Told that there is something to deliver. */
  wake: () => void;
}

/** The jobs of the queues: a job is what one push put in, event by event. */
export class QueueJobs implements QueuedEvents {
  private readonly options: QueueJobsOptions;

  constructor(options: QueueJobsOptions) {
    this.options = options;
  }

  push({ queueName, jobId, payload }: PushRequest): void {
    const { database, deliveries, clock } = this.options;
    const consumers = this.options.consumersOf(queueName);
    const now = clock.now();
    together(database, () => {
      database
        .prepare('INSERT INTO job (id, queue, success, failed, total) VALUES (?, ?, 0, 0, ?)')
        .run(jobId, queueName, payload.length * consumers.length);
      for (const [index, event] of payload.entries()) {
        for (const moduleKey of consumers) {
          deliveries.add({
            kind: 'queue',
            moduleKey,
            payload: { body: event.body, queueName, jobId, eventId: `${jobId}#${String(index)}` },
            dueAt: now + (event.delayInSeconds ?? 0) * 1000,
            enqueuedAt: now,
            jobId,
            ...(event.concurrency === undefined ? {} : { concurrency: event.concurrency }),
          });
        }
      }
    });
    this.options.wake();
  }

  stats(queue: string, jobId: string): JobStats | undefined {
    const found = this.options.database
      .prepare('SELECT * FROM job WHERE id = ? AND queue = ?')
      .get(jobId, queue);
    if (found === undefined) return undefined;
    const { success, failed, total } = job.parse(found);
    return { success, failed, inProgress: total - success - failed };
  }

  cancel(queue: string, jobId: string): boolean {
    if (this.stats(queue, jobId) === undefined) return false;
    const { database, deliveries, running } = this.options;
    const removed = deliveries.removeJob(jobId, running());
    database.prepare('UPDATE job SET total = total - ? WHERE id = ?').run(removed, jobId);
    return true;
  }

  /** Counts a delivery that is over. */
  finished(delivery: Delivery, well: boolean): void {
    if (delivery.jobId === undefined) return;
    const column = well ? 'success' : 'failed';
    this.options.database
      .prepare(`UPDATE job SET ${column} = ${column} + 1 WHERE id = ?`)
      .run(delivery.jobId);
  }
}

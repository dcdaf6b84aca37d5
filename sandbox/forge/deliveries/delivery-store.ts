import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';

const retryContext = z.object({
  retryCount: z.number(),
  retryReason: z.string(),
  retryData: z.unknown().optional(),
});
export type RetryContext = z.infer<typeof retryContext>;

const AT_ONCE = 200;

const row = z.object({
  id: z.number(),
  kind: z.enum(['event', 'queue']),
  module_key: z.string(),
  payload: z.string(),
  due_at: z.number(),
  enqueued_at: z.number(),
  retry_count: z.number(),
  attempts: z.number(),
  retry_context: z.string().nullable(),
  job_id: z.string().nullable(),
  concurrency_key: z.string().nullable(),
  concurrency_limit: z.number().nullable(),
});

const earliest = z.object({ at: z.number().nullable() });

/** An event on its way to a function of the app. Times are milliseconds on the sandbox clock. */
export interface Delivery {
  id: number;
  kind: 'event' | 'queue';
  /** The trigger or consumer module. */
  moduleKey: string;
  payload: Record<string, unknown>;
  dueAt: number;
  enqueuedAt: number;
  /** Retries that the app asked for or caused. */
  retryCount: number;
  /** Retries of any cause; the wait between them grows with it. */
  attempts: number;
  retryContext?: RetryContext;
  jobId?: string;
  concurrency?: { key: string; limit: number };
}

/** Undelivered events, kept until the app has dealt with them. */
export class DeliveryStore {
  private readonly database: DatabaseSync;
  private readonly thoseDue: StatementSync;
  private readonly theNext: StatementSync;

  constructor(database: DatabaseSync) {
    this.database = database;
    this.thoseDue = database.prepare('SELECT * FROM delivery WHERE due_at <= ? ORDER BY due_at, id LIMIT ?');
    this.theNext = database.prepare('SELECT min(due_at) AS at FROM delivery WHERE due_at > ?');
  }

  add(delivery: Omit<Delivery, 'id' | 'retryCount' | 'attempts' | 'retryContext'>): void {
    this.database
      .prepare(
        `INSERT INTO delivery (kind, module_key, payload, due_at, enqueued_at, retry_count, attempts,
           job_id, concurrency_key, concurrency_limit) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, ?)`,
      )
      .run(
        delivery.kind,
        delivery.moduleKey,
        JSON.stringify(delivery.payload),
        delivery.dueAt,
        delivery.enqueuedAt,
        delivery.jobId ?? null,
        delivery.concurrency?.key ?? null,
        delivery.concurrency?.limit ?? null,
      );
  }

  /** Those due by `now`, oldest first, as many as are worth looking at in one go. */
  due(now: number): Delivery[] {
    return this.thoseDue.all(now, AT_ONCE).map(read);
  }

  /** When the first one after `now` is due. */
  nextDue(now: number): number | undefined {
    return earliest.parse(this.theNext.get(now)).at ?? undefined;
  }

  /** Makes product events due that are only late, and no retries. @returns whether there were any */
  hasten(now: number): boolean {
    const { changes } = this.database
      .prepare("UPDATE delivery SET due_at = ? WHERE kind = 'event' AND attempts = 0 AND due_at > ?")
      .run(now, now);
    return Number(changes) > 0;
  }

  postpone(id: number, dueAt: number, retry: RetryContext, attempts: number): void {
    this.database
      .prepare(
        'UPDATE delivery SET due_at = ?, retry_count = ?, retry_context = ?, attempts = ? WHERE id = ?',
      )
      .run(dueAt, retry.retryCount, JSON.stringify(retry), attempts, id);
  }

  remove(id: number): void {
    this.database.prepare('DELETE FROM delivery WHERE id = ?').run(id);
  }

  /** Takes away what a job still has waiting. @param keep - deliveries that a function is working on */
  removeJob(jobId: string, keep: ReadonlySet<number>): number {
    const waiting = this.database.prepare('SELECT id FROM delivery WHERE job_id = ?').all(jobId);
    const ids = z
      .array(z.object({ id: z.number() }))
      .parse(waiting)
      .map(found => found.id);
    const removed = ids.filter(id => !keep.has(id));
    for (const id of removed) this.remove(id);
    return removed.length;
  }
}

function read(found: unknown): Delivery {
  const stored = row.parse(found);
  const { concurrency_key: key, concurrency_limit: limit } = stored;
  return {
    id: stored.id,
    kind: stored.kind,
    moduleKey: stored.module_key,
    payload: z.record(z.string(), z.unknown()).parse(JSON.parse(stored.payload)),
    dueAt: stored.due_at,
    enqueuedAt: stored.enqueued_at,
    retryCount: stored.retry_count,
    attempts: stored.attempts,
    ...(stored.retry_context === null
      ? {}
      : { retryContext: retryContext.parse(JSON.parse(stored.retry_context)) }),
    ...(stored.job_id === null ? {} : { jobId: stored.job_id }),
    ...(key === null || limit === null ? {} : { concurrency: { key, limit } }),
  };
}

import { z } from 'zod';
import { FunctionFailed } from '../workers/failure.ts';
import type { Delivery, RetryContext } from './delivery-store.ts';

const LONGEST_WAIT_S = 900;
const FIRST_WAIT_S = 10;
const RETRY_DATA_BYTES = 4 * 1024;
const TRIGGER_RETRIES = 4;
/** Source: Forge, "Async events API", retention window: 24 h, extended to 96 h when the platform is at fault. */
const RETENTION_MS = 24 * 3_600_000;

/** What a function returns to be called again: the JSON of @forge/events' InvocationError. */
const retryRequest = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({}),
});

/** How an attempt to deliver ended. */
export type Outcome = { kind: 'returned'; value: unknown } | { kind: 'failed'; failure: FunctionFailed };

/** What becomes of a delivery; `dropped` has failed for good. */
export type Decision =
  | { kind: 'delivered' }
  | { kind: 'dropped'; reason: string }
  | { kind: 'retry'; dueAt: number; context: RetryContext };

/**
 * Decides what follows an attempt. Triggers: four retries, on request or after a time-out or lack of memory; a throw is
 * not retried. Queues: retried on request and after any failure, for as long as the event is retained.
 * Source: Forge, "Atlassian app events: retry", "Async events API: retries".
 * @param now - milliseconds on the sandbox clock
 */
export function decide(delivery: Delivery, outcome: Outcome, now: number): Decision {
  const request = outcome.kind === 'returned' ? retryRequest.safeParse(outcome.value) : undefined;
  if (outcome.kind === 'returned' && request?.success !== true) return { kind: 'delivered' };
  const context: RetryContext =
    request?.success === true
      ? requested(delivery, request.data.retryOptions)
      : {
          retryCount: delivery.retryCount + 1,
          retryReason: reasonOf(outcome),
          retryData: delivery.retryContext?.retryData,
        };
  const asked = request?.success === true ? request.data.retryOptions.retryAfter : undefined;
  const waitMs =
    Math.min(asked === undefined ? backoff(delivery.attempts) : Math.max(1, asked), LONGEST_WAIT_S) * 1000;
  const refused = delivery.kind === 'event' ? refuseTrigger(delivery, outcome) : refuseQueue(delivery, now);
  return refused === undefined
    ? { kind: 'retry', dueAt: now + waitMs, context }
    : { kind: 'dropped', reason: refused };
}

/** The `retryContext` that the function is given; a queue's also says how long the event is still kept. */
export function contextGiven(delivery: Delivery, now: number): Record<string, unknown> | undefined {
  const { retryContext, kind, enqueuedAt } = delivery;
  if (retryContext === undefined || kind === 'event') return retryContext;
  const remainingTimeMs = Math.max(0, enqueuedAt + RETENTION_MS - now);
  return {
    ...retryContext,
    retentionWindow: { startTime: new Date(enqueuedAt).toISOString(), remainingTimeMs },
  };
}

function requested(delivery: Delivery, options: z.infer<typeof retryRequest>['retryOptions']): RetryContext {
  const retryReason = options.retryReason ?? 'FUNCTION_RETRY_REQUEST';
  const context = { retryCount: delivery.retryCount + 1, retryReason };
  return sent(options.retryData, delivery.kind) ? { ...context, retryData: options.retryData } : context;
}

/** Forge loses data over 4 KB, and a trigger's when it isn't an object (ECO-734). */
function sent(data: unknown, kind: Delivery['kind']): boolean {
  if (data === undefined || Buffer.byteLength(JSON.stringify(data)) > RETRY_DATA_BYTES) return false;
  return kind === 'queue' || (typeof data === 'object' && data !== null);
}

function reasonOf(outcome: Outcome): string {
  const code = outcome.kind === 'failed' ? outcome.failure.code : undefined;
  return code === 'FUNCTION_TIME_OUT' || code === 'FUNCTION_OUT_OF_MEMORY'
    ? code
    : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}

/** Seconds, threefold each time: 10, 30, 90, 270, 810, then the longest wait. Forge gives no more than "exponential". */
function backoff(attempts: number): number {
  return FIRST_WAIT_S * 3 ** Math.min(attempts, 5);
}

function refuseTrigger(delivery: Delivery, outcome: Outcome): string | undefined {
  if (outcome.kind === 'failed' && outcome.failure.code === 'FUNCTION_THREW')
    return 'the trigger threw, which Forge does not retry';
  return delivery.retryCount >= TRIGGER_RETRIES ? `retried ${String(TRIGGER_RETRIES)} times` : undefined;
}

function refuseQueue(delivery: Delivery, now: number): string | undefined {
  return now - delivery.enqueuedAt >= RETENTION_MS ? 'not delivered within 24 hours' : undefined;
}

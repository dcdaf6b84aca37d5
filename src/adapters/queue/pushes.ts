import { LANES, type Lane } from '../../ports/jobs';

/** An event of a queue, as Forge takes it. */
export interface QueueEvent {
  body: Record<string, unknown>;
  concurrency: { key: string; limit: number };
}

const KB = 1_024;

/** Source: Forge, "Async events limits": 50 events and 200 KB a push. */
const EVENTS_PER_PUSH = 50;
const BYTES_PER_PUSH = 200 * KB;

/** An event may be that large, but only half as large where its function may run for longer than 55 s. */
const SHORT_SECONDS = 55;
const bytesPerEvent = (lane: Lane): number => (LANES[lane].seconds > SHORT_SECONDS ? 100 : 200) * KB;

/** A job that no queue would take: nothing was sent. */
export class JobTooLarge extends Error {
  constructor(lane: Lane, bytes: number) {
    super(
      `A job of ${String(bytes)} bytes is too large: the lane ${lane} takes ${String(bytesPerEvent(lane))}.`,
    );
    this.name = 'JobTooLarge';
  }
}

/**
 * Splits events into pushes that the platform takes, in their order.
 * @throws JobTooLarge when one event is too large on its own
 */
export function pushesOf(lane: Lane, events: readonly QueueEvent[]): QueueEvent[][] {
  const pushes: QueueEvent[][] = [];
  let room = 0;
  for (const event of events) {
    // with the comma or the bracket that comes after it
    const bytes = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (bytes > bytesPerEvent(lane)) throw new JobTooLarge(lane, bytes);
    const last = pushes.at(-1);
    if (last && last.length < EVENTS_PER_PUSH && bytes <= room) last.push(event);
    else {
      pushes.push([event]);
      room = BYTES_PER_PUSH - 1;
    }
    room -= bytes;
  }
  return pushes;
}

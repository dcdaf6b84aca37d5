import { Queue, RateLimitError } from '@forge/events';
import { JOBS, type JobKind, type JobOf, type Jobs } from '../../ports/jobs';
import { waitIfTimeAllows } from '../patience';
import { pushesOf, type QueueEvent } from './pushes';

/** Source: Forge, "Async events limits". */
const EVENTS_PER_MINUTE = 500;
const MINUTE_MS = 60_000;

/** How long to wait when others have used the minute up. */
const WAIT_MS = 5_000;

/** The app's queues, one for each lane, which its key names. */
export function queuedJobs(): Jobs {
  return {
    push: async jobs => {
      const lanes = Map.groupBy(jobs, ({ kind }) => JOBS[kind].lane);
      const pushes = [...lanes].flatMap(([lane, ofLane]) =>
        pushesOf(lane, ofLane.map(eventOf)).map(events => ({ queue: new Queue({ key: lane }), events })),
      );
      let sent = 0;
      for (const { queue, events } of pushes) {
        if (sent + events.length > EVENTS_PER_MINUTE) {
          if (!(await waitIfTimeAllows(MINUTE_MS))) throw new QueueFull();
          sent = 0;
        }
        await pushPatiently(queue, events);
        sent += events.length;
      }
    },
  };
}

/** More events than the platform takes in the time that is left. Those that were pushed stay in their queues. */
export class QueueFull extends Error {
  constructor(cause?: unknown) {
    super(`The platform accepts ${String(EVENTS_PER_MINUTE)} jobs a minute, and there are more.`, { cause });
    this.name = 'QueueFull';
  }
}

function eventOf<Kind extends JobKind>(job: JobOf<Kind>): QueueEvent {
  return { body: { ...job }, concurrency: { key: JOBS[job.kind].key(job), limit: 1 } };
}

/** A push that is refused because there were too many in this minute has put nothing in the queue. */
async function pushPatiently(queue: Queue, events: QueueEvent[]): Promise<void> {
  for (;;) {
    try {
      await queue.push(events);
      return;
    } catch (fault) {
      if (!(fault instanceof RateLimitError)) throw fault;
      if (!(await waitIfTimeAllows(WAIT_MS))) throw new QueueFull(fault);
    }
  }
}

import { Queue } from '@forge/events';
import { z } from 'zod';
import type { Job, Jobs } from '../../ports/jobs';

/** The platform takes this many events at once. */
const EVENTS_PER_PUSH = 50;

/** A job as it comes out of the queue. */
export const jobBody: z.ZodType<Job> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('follow ticket'), ticket: z.string() }),
  z.strictObject({ kind: z.literal('sweep'), cursor: z.string().optional() }),
]) as z.ZodType<Job>;

/** The app's queue. Jobs of one ticket never run side by side; sweeps neither. */
export function queuedJobs(): Jobs {
  const queue = new Queue({ key: 'jobs' });
  return {
    push: async jobs => {
      for (let start = 0; start < jobs.length; start += EVENTS_PER_PUSH) {
        const events = jobs.slice(start, start + EVENTS_PER_PUSH).map(job => ({
          body: { ...job },
          concurrency: { key: job.kind === 'follow ticket' ? `ticket-${job.ticket}` : 'sweep', limit: 1 },
        }));
        await queue.push(events);
      }
    },
  };
}

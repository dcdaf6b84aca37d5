import { Queue } from '@forge/events';
import type { Jobs } from '../../ports/jobs';

/** The platform takes this many events at once. */
const EVENTS_PER_PUSH = 50;

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

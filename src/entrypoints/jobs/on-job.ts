import { z } from 'zod';
import type { Clock } from '../../ports/clock';
import { isJobKind, JOBS, type JobKind, type Lane } from '../../ports/jobs';
import { askAgain } from '../ask-again';
import type { Ports } from '../ports';
import { jobHandlers, type JobHandlers } from './job-handlers';

/** A job as it comes out of a queue. */
const queueEvent = z.object({ body: z.looseObject({ kind: z.string() }) });

/**
 * Does one job of a lane. A fault asks for the job again; it repeats harmlessly, and what fails for good is found by the
 * next sweep.
 */
export function createOnJob(lane: Lane, ports: Ports): (event: unknown) => Promise<unknown> {
  const handlers = jobHandlers(ports);
  return async event => {
    const parsed = queueEvent.safeParse(event);
    const { kind, ...payload } = parsed.data?.body ?? {};
    if (isJobKind(kind) && JOBS[kind].lane === lane) return doJob(handlers, kind, payload, ports.clock);
    console.error(PASSED_OVER, parsed.error ?? `the lane ${lane} has no such kind of job`);
    return undefined;
  };
}

const PASSED_OVER = 'A job that no one could have asked for was passed over';

async function doJob<Kind extends JobKind>(
  handlers: JobHandlers<Kind>,
  kind: Kind,
  payload: unknown,
  clock: Clock,
): Promise<unknown> {
  const parsed = JOBS[kind].payload.safeParse(payload);
  if (!parsed.success) {
    console.error(PASSED_OVER, z.prettifyError(parsed.error));
    return undefined;
  }
  try {
    await handlers[kind](parsed.data);
    return undefined;
  } catch (fault) {
    console.error(`The job "${kind}" failed, and will be tried again`, payload, fault);
    return askAgain(fault, clock.now());
  }
}

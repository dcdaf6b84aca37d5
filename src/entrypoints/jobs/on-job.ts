import { z } from 'zod';
import { checkAccounts } from '../../application/cloud-accounts/check-accounts';
import { completeAppointments } from '../../application/holders/complete-appointments';
import { reconcileTicket } from '../../application/tickets/reconcile-ticket';
import { sweepHourly, sweepTickets } from '../../application/tickets/sweep-tickets';
import { askAgain } from '../ask-again';
import type { Ports } from '../ports';

/** A job as it comes out of the queue. */
const queueEvent = z.object({
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('follow ticket'), ticket: z.string() }),
    z.strictObject({ kind: z.literal('hourly sweep') }),
    z.strictObject({
      kind: z.literal('sweep'),
      cursor: z.string().optional(),
      changedWithinHours: z.number().optional(),
      standing: z.string().optional(),
    }),
    z.strictObject({ kind: z.literal('check accounts') }),
    z.strictObject({ kind: z.literal('check set-up') }),
    z.strictObject({ kind: z.literal('complete appointments') }),
  ]),
});

/**
 * Does one job of the queue. A fault asks for the job again; it repeats harmlessly, and what fails for good is found
 * by the next sweep.
 */
export function createOnJob(ports: Ports): (event: unknown) => Promise<unknown> {
  return async event => {
    const parsed = queueEvent.safeParse(event);
    if (!parsed.success) {
      console.error('A job that nobody could have asked for was passed over', z.prettifyError(parsed.error));
      return undefined;
    }
    const job = parsed.data.body;
    try {
      if (job.kind === 'follow ticket') await reconcileTicket(ports, job.ticket);
      else if (job.kind === 'hourly sweep') await sweepHourly(ports);
      else if (job.kind === 'sweep') await sweepTickets(ports, job);
      else if (job.kind === 'check accounts') await checkAccounts(ports);
      else if (job.kind === 'check set-up') await ports.provisioning.checkDrift();
      else await completeAppointments(ports);
      return undefined;
    } catch (fault) {
      console.error(`The job "${job.kind}" failed, and will be tried again`, job, fault);
      return askAgain();
    }
  };
}

/**
 * Begins what is done once an hour: a sweep of the tickets, and checks of appointments, cloud accounts and workflows.
 * Before set-up has made the tables there is nothing to look at.
 */
export function createOnSweep(ports: Ports): () => Promise<void> {
  return async () => {
    if (!(await ports.provisioning.hasDatabase())) return;
    await ports.jobs.push([
      { kind: 'complete appointments' },
      { kind: 'hourly sweep' },
      { kind: 'check accounts' },
      { kind: 'check set-up' },
    ]);
  };
}

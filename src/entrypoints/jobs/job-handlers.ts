import { checkAccounts } from '../../application/cloud-accounts/check-accounts';
import { countRefusals } from '../../application/evidence/count-refusals';
import { completeAppointments } from '../../application/holders/complete-appointments';
import { checkObligations } from '../../application/obligations/check-obligations';
import { reconcileTicket } from '../../application/tickets/reconcile-ticket';
import { sweepHourly, sweepTickets } from '../../application/tickets/sweep-tickets';
import type { JobKind, PayloadOfJob } from '../../ports/jobs';
import type { Ports } from '../ports';

export type JobHandlers<Kinds extends JobKind = JobKind> = {
  [Kind in Kinds]: (payload: PayloadOfJob<Kind>) => Promise<unknown>;
};

/** What does each kind of job: one without a handler does not compile. */
export function jobHandlers(ports: Ports): JobHandlers {
  return {
    'reconcile ticket': ({ ticket }) => reconcileTicket(ports, ticket),
    'hourly sweep': () => sweepHourly(ports),
    sweep: sweep => sweepTickets(ports, sweep),
    'check obligations': check => checkObligations(ports, check),
    'count refusals': () => countRefusals(ports),
    'check accounts': () => checkAccounts(ports),
    'check set-up': () => ports.provisioning.checkDrift(),
    'complete appointments': () => completeAppointments(ports),
  };
}

import { z } from 'zod';
import { decideTransition } from '../../application/tickets/decide-transition';
import type { Instant } from '../../domain/shared/instant';
import { identifier } from '../identifier';
import type { Ports } from '../ports';
import { quotaExceededIn, tryAgainMessage } from '../quota';
import { deadlineOf } from './deadline';

/** The argument of a function validator. Source: Forge, jira:workflowValidator. */
const validatorCall = z.object({
  issue: z.object({ key: z.string() }),
  transition: z.object({
    to: z.object({ id: identifier }),
    modifiedFields: z.looseObject({}).optional(),
  }),
});

export interface GateAnswer {
  result: boolean;
  errorMessage?: string;
}

/** Jira waits 25 s; the person should not. */
const DECIDES_WITHIN_MS = 15_000;

const NOT_UNDERSTOOD =
  'Remit didn’t understand what Jira asked about this transition, so it can’t allow it. Ask a Jira administrator to update the app, or to run set-up again in Settings, Apps, Remit.';

const FAULT =
  'Remit couldn’t check this transition because of a fault on our side, so the ticket wasn’t moved. Try again in a minute.';

/**
 * The gate of every transition that needs a decision. Whatever fails, or takes longer than 15 s, is a refusal that
 * says that it is our fault; nothing is recorded after it. Source: domain rules, "Fail closed".
 */
export function createDecideGate(ports: Ports): (call: unknown) => Promise<GateAnswer> {
  return async call => {
    const deadline = deadlineOf(ports, DECIDES_WITHIN_MS);
    const tooLate = deadline.late.then(() => ({ result: false, errorMessage: FAULT }));
    try {
      return await Promise.race([answerOf(deadline.ports, call), tooLate]);
    } catch (fault) {
      console.error('The gate failed, and refused', fault);
      return { result: false, errorMessage: messageOf(fault, ports.clock.now()) };
    } finally {
      deadline.cancel();
    }
  };
}

function messageOf(fault: unknown, now: Instant): string {
  const quota = quotaExceededIn(fault);
  return quota ? tryAgainMessage(quota, now, ', so the ticket wasn’t moved') : FAULT;
}

async function answerOf(ports: Ports, call: unknown): Promise<GateAnswer> {
  const parsed = validatorCall.safeParse(call);
  if (!parsed.success) {
    console.error(
      'The gate was asked what it does not understand, and refused',
      z.prettifyError(parsed.error),
    );
    return { result: false, errorMessage: NOT_UNDERSTOOD };
  }
  const { issue, transition } = parsed.data;
  const decision = await decideTransition(ports, {
    issueKey: issue.key,
    toStatusId: transition.to.id,
    modifiedFields: transition.modifiedFields ?? {},
  });
  return decision.ok ? { result: true } : { result: false, errorMessage: decision.refusal.join('\n') };
}

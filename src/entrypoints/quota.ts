import { HOUR, MINUTE, plus, toInstant, type Instant } from '../domain/shared/instant';
import { QuotaExceeded } from '../ports/quota-exceeded';
import { say } from '../domain/shared/sentence';

/** The fault that says that Jira takes no more calls, where that is what went wrong. */
export function quotaExceededIn(fault: unknown): QuotaExceeded | undefined {
  if (fault instanceof QuotaExceeded) return fault;
  if (fault instanceof AggregateError)
    return fault.errors.map(quotaExceededIn).find(found => found !== undefined);
  return fault instanceof Error ? quotaExceededIn(fault.cause) : undefined;
}

/** Seconds until Jira takes calls again: as many as it says, or until the next full hour. */
export function secondsToWait({ retryAfter }: QuotaExceeded, now: Instant): number {
  const untilNextHour = HOUR - (Date.parse(now) % HOUR);
  return Math.ceil(retryAfter ?? untilNextHour / 1_000);
}

/** What someone is told whose call came past the quota: `reason` says what was not done. */
export function tryAgainMessage(fault: QuotaExceeded, now: Instant, reason: string): string {
  // a minute has begun when it is shown, so that the whole of it has to pass
  const at = plus(now, secondsToWait(fault, now) * 1_000 + MINUTE - 1);
  const time = toInstant(Date.parse(at) - (Date.parse(at) % MINUTE)).slice(11, 16);
  return say`Jira’s limit for calls by Remit is reached${reason}. Try again at ${time} UTC.`;
}

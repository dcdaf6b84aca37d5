import { InvocationError, InvocationErrorCode } from '@forge/events';
import type { Instant } from '../domain/shared/instant';
import { quotaExceededIn, secondsToWait } from './quota';

/** Soon enough for someone who waits, late enough for a fault to pass. */
const RETRY_AFTER_SECONDS = 20;

/** The platform waits no longer. Source: Forge, async events, "Retries". */
const LONGEST_SECONDS = 900;

/**
 * The answer by which a function asks the platform for its event or job again: soon, or where Jira takes no more calls,
 * when it does again. Source: Forge, async events, "Retries".
 */
export function askAgain(fault: unknown, now: Instant): InvocationError {
  const quota = quotaExceededIn(fault);
  const seconds = quota ? secondsToWait(quota, now) : 0;
  return new InvocationError({
    retryAfter: Math.min(Math.max(seconds, RETRY_AFTER_SECONDS), LONGEST_SECONDS),
    retryReason: quota
      ? InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED
      : InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}

import { InvocationError, InvocationErrorCode } from '@forge/events';

/** Soon enough for somebody who waits, late enough for a fault to pass. */
const RETRY_AFTER_SECONDS = 20;

/** The answer by which a function asks the platform for its event or job again. Source: Forge, async events, "Retries". */
export function askAgain(): InvocationError {
  return new InvocationError({
    retryAfter: RETRY_AFTER_SECONDS,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}

import { getAppContext } from '@forge/api';

/** Kept back of the invocation's time, so that there is some left to say what happened. */
const RESERVE_MS = 3_000;

/** Waits, as long as the invocation's remaining time allows. @returns false at once when it does not */
export async function waitIfTimeAllows(ms: number): Promise<boolean> {
  if (ms + RESERVE_MS > getAppContext().invocationRemainingTimeInMillis()) return false;
  await new Promise(resolve => setTimeout(resolve, ms));
  return true;
}

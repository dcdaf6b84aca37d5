/** What is left of a sweep. */
export interface Sweep {
  /** Of the page to go on with; absent for the first. */
  cursor?: string | undefined;
  /** Only tickets that changed so lately; absent for all. */
  changedWithinHours?: number | undefined;
  /** What everything stood on when the sweep began: written down when all were as they should be, and absent else. */
  standing?: string | undefined;
}

/** Work that goes on after the function has answered. */
export type Job =
  /** Record what happened to a ticket, and route it. */
  | { kind: 'follow ticket'; ticket: string }
  /** Look at the tickets that may need following, as far as anything has changed since the last sweep of all. */
  | { kind: 'hourly sweep' }
  /** Have every ticket followed that needs it, a page at a time. */
  | ({ kind: 'sweep' } & Sweep)
  /** Find cloud accounts that nobody owns any more. */
  | { kind: 'check accounts' }
  /** Find what somebody changed of the workflows that set-up made. */
  | { kind: 'check set-up' }
  /** Finish appointments that were cut short. */
  | { kind: 'complete appointments' };

export interface Jobs {
  /** @throws when the queue did not take them: the caller's own delivery is then repeated */
  push(jobs: readonly Job[]): Promise<void>;
}

/** Work that goes on after the function has answered. */
export type Job =
  /** Record what happened to a ticket, and route it. */
  | { kind: 'follow ticket'; ticket: string }
  /** Follow every ticket that may need it, a page at a time. */
  | { kind: 'sweep'; cursor?: string }
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

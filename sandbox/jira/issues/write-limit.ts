import type { RestResponse } from '../../seams.ts';

/** Source: Jira Cloud, "Rate limiting", "Per-issue rate limiting on write operations". */
const WINDOWS = [
  { writes: 20, ms: 2_000 },
  { writes: 100, ms: 30_000 },
] as const;
const LONGEST_MS = Math.max(...WINDOWS.map(({ ms }) => ms));

/** Jira's limits on writes to one work item: 20 in 2 seconds and 100 in 30. */
export class WriteLimit {
  private readonly recent = new Map<string, number[]>();

  /**
   * Counts one write to each of the issues, or answers 429 and counts none.
   * @param now - milliseconds since the epoch
   */
  spend(issueIds: readonly string[], now: number): RestResponse | undefined {
    const recent = issueIds.map(id => (this.recent.get(id) ?? []).filter(at => at > now - LONGEST_MS));
    const wait = Math.max(0, ...recent.map(writes => waitAfter(writes, now)));
    if (wait > 0) return tooMany(Math.ceil(wait / 1000));
    issueIds.forEach((id, index) => this.recent.set(id, [...(recent[index] ?? []), now]));
    return undefined;
  }
}

/** Milliseconds until one more write is taken. @param writes - when the earlier ones were, oldest first */
function waitAfter(writes: readonly number[], now: number): number {
  const waits = WINDOWS.map(window => {
    const within = writes.filter(at => at > now - window.ms);
    const [oldest = now] = within.slice(-window.writes);
    return within.length >= window.writes ? oldest + window.ms - now : 0;
  });
  return Math.max(...waits);
}

function tooMany(seconds: number): RestResponse {
  return {
    status: 429,
    headers: { 'Retry-After': String(seconds), 'RateLimit-Reason': 'jira-per-issue-on-write' },
    body: { errorMessages: ['Rate limit exceeded: too many writes to this work item.'], errors: {} },
  };
}

import type { RestResponse } from '../../seams.ts';

const WRITES = 20;
const WINDOW_MS = 2_000;

/** Jira's limit on writes to one work item: 20 in 2 seconds. Source: Jira Cloud, rate limiting, per-issue writes. */
export class WriteLimit {
  private readonly recent = new Map<string, number[]>();

  /**
   * Counts one write to each of the issues, or answers 429 and counts none.
   * @param now - milliseconds since the epoch
   */
  spend(issueIds: readonly string[], now: number): RestResponse | undefined {
    const windows = issueIds.map(id => (this.recent.get(id) ?? []).filter(at => at > now - WINDOW_MS));
    const full = windows.find(window => window.length >= WRITES);
    if (full) return tooMany(Math.ceil(((full[0] ?? now) + WINDOW_MS - now) / 1000));
    issueIds.forEach((id, index) => this.recent.set(id, [...(windows[index] ?? []), now]));
    return undefined;
  }
}

function tooMany(seconds: number): RestResponse {
  return {
    status: 429,
    headers: { 'Retry-After': String(seconds), 'RateLimit-Reason': 'jira-per-issue-on-write' },
    body: { errorMessages: ['Rate limit exceeded: too many writes to this work item.'], errors: {} },
  };
}

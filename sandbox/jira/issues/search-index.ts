import type { Issue } from '../model.ts';

/** What one work item was before a change; undefined when the change created it. */
interface Superseded {
  at: number;
  issueId: string;
  before: Issue | undefined;
}

/** The search index: it may be late, so that a search shows work items as they were a while ago. */
export class SearchIndex {
  private superseded: Superseded[] = [];

  /**
   * Remembers what a change replaced, while the index is late at all.
   * @param at - milliseconds since the epoch
   * @param lag - milliseconds
   */
  changed(issueId: string, before: Issue | undefined, at: number, lag: number): void {
    this.superseded =
      lag > 0 ? [...this.superseded.filter(one => one.at > at - lag), { at, issueId, before }] : [];
  }

  /**
   * The work items as a search sees them at `now`.
   * @param reconcile - ids that are seen as they are, however late the index is
   */
  seen(stored: readonly Issue[], now: number, lag: number, reconcile: ReadonlySet<string>): Issue[] {
    const seen = new Map(stored.map(issue => [issue.id, issue]));
    const late = this.superseded.filter(one => one.at > now - lag && !reconcile.has(one.issueId));
    for (const { issueId, before } of late.reverse()) {
      if (before) seen.set(issueId, before);
      else seen.delete(issueId);
    }
    return [...seen.values()];
  }
}

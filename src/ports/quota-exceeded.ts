/** Jira takes no more calls of the app for now. Source: Forge, "Rate limits": 429 until the next full hour. */
export class QuotaExceeded extends Error {
  /** In seconds; absent when Jira doesn't say. */
  readonly retryAfter: number | undefined;

  constructor(retryAfter?: number, options?: ErrorOptions) {
    super('Jira takes no more calls of the app for now.', options);
    this.retryAfter = retryAfter;
  }
}

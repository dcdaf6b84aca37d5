import type { RefusalCount } from '../domain/decision/refusal-count';

/** How often gates refuse the same within an hour: counted here, and put on record once the hour is over. */
export interface Refusals {
  /**
   * Counts one more of a refusal that is on record.
   * @param isCounted - whether it was repeated before, as far as the caller has read
   */
  again(refusal: Omit<RefusalCount, 'times'>, isCounted: boolean): Promise<void>;
  /** Those of hours that are over. @param hour - the present one */
  before(hour: string, limit: number): Promise<RefusalCount[]>;
  /** Forgets counts that are on record. */
  forget(refusals: readonly string[]): Promise<void>;
}

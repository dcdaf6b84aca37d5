import type { Instant } from '../domain/shared/instant';

/** What sweeps leave for the next one to know. */
export interface Sweeps {
  last(): Promise<LastSweep>;
  /** A sweep of all has come to its end. */
  completed(sweep: LastSweep & { began: Instant }): Promise<void>;
}

export interface LastSweep {
  /** What everything stood on when it began; absent when it found something left to do. */
  standing?: string | undefined;
  /** When it began; absent before the first. */
  began?: Instant | undefined;
}

/** What sweeps leave for the next one to know. */
export interface Sweeps {
  /** What everything stood on at the beginning of the last sweep of all tickets that came to its end. */
  lastStanding(): Promise<string | undefined>;
  completed(standing: string): Promise<void>;
}

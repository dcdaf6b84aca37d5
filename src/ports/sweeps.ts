/** What sweeps leave for the next one to know. */
export interface Sweeps {
  /** What everything stood on at the last sweep that found nothing left to do. */
  lastStanding(): Promise<string | undefined>;
  completed(standing: string): Promise<void>;
}

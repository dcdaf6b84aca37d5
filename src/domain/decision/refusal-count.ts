/** A refusal that was repeated within its hour, and how often it was refused so far. */
export interface RefusalCount {
  /** The id of the entry about the first. */
  refusal: string;
  ticket: string;
  ticketKey: string;
  /** As `hourOf` has it. */
  hour: string;
  /** The first among them. */
  times: number;
}

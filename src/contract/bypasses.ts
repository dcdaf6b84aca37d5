/** What the pages read of the facts of some entries of `evidence.list`: see `evidence-entry.ts` for the kinds. */

/** Of `gate-bypassed`: a way past the gates that a ticket's history shows. */
export interface GateBypassed {
  ticketKey: string;
  /** When it happened; the entry says when it was found. */
  when: string;
  /** What happened and what it does not count as, with the names of its time. */
  message: string;
}

/** Of `bypass-mended`: the ticket has left it behind. */
export interface BypassMended {
  /** The id of the entry about the bypass. */
  bypass: string;
}

/** Of `set-up-drifted`, and of `set-up-restored` with nothing in it; the newest entry says how it stands. */
export interface SetUpDrifted {
  /** `repair`: what a run of set-up would do about it. */
  drift: { repair: string }[];
}

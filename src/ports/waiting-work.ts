import type { WorkType } from '../domain/work-type/work-type';

/** A ticket that waits for someone, as a list shows it. */
export interface WaitingTicket {
  key: string;
  summary: string;
  workType: string;
  status: string;
  updated: string;
}

/** Why a ticket waits for the caller. */
export type WaitsFor = 'creator' | 'accountable' | 'performer';

/** The tickets that wait for the person who calls, asked of Jira as that person. */
export interface WaitingWork {
  /**
   * Of each kind at most 100, what is urgent first, then the longest waiting: tickets in a status that waits for such a
   * person, who is the caller.
   */
  waiting(workTypes: readonly WorkType[]): Promise<Record<WaitsFor, WaitingTicket[]>>;
}

import type { WorkType } from '../domain/work-type/work-type';

/** A ticket that waits for somebody, as a list shows it. */
export interface WaitingTicket {
  key: string;
  summary: string;
  workType: string;
  status: string;
  updated: string;
}

/** Why a ticket waits for the caller. */
export type WaitsFor = 'creator' | 'accountable' | 'performer';

/** The tickets that wait for whoever calls, asked of Jira as that person. */
export interface WaitingWork {
  /** At most 100, the longest waiting first: tickets in these statuses whose person, of that kind, is the caller. */
  waitingFor(person: WaitsFor, workTypes: readonly WorkType[]): Promise<WaitingTicket[]>;
}

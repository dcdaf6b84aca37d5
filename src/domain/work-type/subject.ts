import type { AccountId } from '../shared/account';

/** What a ticket is about beside its own fields, by the app's records: a draft of the matrix, an account, a policy. */
export interface Subject {
  /** The people who wrote it: they may not decide it. */
  authors: readonly AccountId[];
  /** What of it is decided, as plain data that names no one: hashed with the ticket's fields. Null where the ticket itself is all. */
  decided: object | null;
  /** What of it gates look at, as plain data that names no one: part of what identifies a decision. */
  inputs: object | null;
}

/** The subject of a ticket that has none. */
export const NO_SUBJECT: Subject = { authors: [], decided: null, inputs: null };

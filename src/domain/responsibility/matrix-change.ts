import type { AccountId } from '../shared/account';
import { contentHash } from '../shared/content-hash';
import type { Finding } from './findings/finding';
import type { DraftResponsibility } from './responsibility';

/** The draft of the next version of the matrix, without its rows. At most one is there at a time. */
export interface MatrixDraft {
  /** The version it becomes. */
  number: number;
  /** The version that it was begun from. */
  base: number;
  /**
   * `importing`: its rows are being replaced, or that was cut short. `open`: for edits. `submitted`: waits for the
   * decision. `closing`: is becoming a version. Rows are written in the first two only.
   */
  state: 'importing' | 'open' | 'submitted' | 'closing';
  /** Everyone who wrote in it, in the order in which they began. */
  authors: readonly AccountId[];
  /** Goes up with every change, so that no one overwrites what they have not seen. */
  revision: number;
  /** The id of the Responsibility change that it waits in, or was last bound to; null before it has one. */
  ticket: string | null;
}

/** What a Responsibility change is about, as a gate sees it: the draft and what is wrong with it. */
export interface MatrixChange {
  number: number;
  base: number;
  /** The newest version there is: another than the base means that the draft is out of date. */
  newest: number;
  isImporting: boolean;
  authors: readonly AccountId[];
  /** Of its rows, whatever their order. */
  hash: string;
  errors: readonly Finding[];
}

/** What of a change is part of a decision. */
export type DecidedChange = Pick<MatrixChange, 'number' | 'base' | 'hash'>;

/** The same for the same rows in any order. Source: domain rules, "Responsibility change". */
export function draftHash(rows: readonly DraftResponsibility[]): string {
  return contentHash([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

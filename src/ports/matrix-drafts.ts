import type { MatrixDraft } from '../domain/responsibility/matrix-change';
import type { MatrixVersion } from '../domain/responsibility/matrix-version';
import type { DraftResponsibility } from '../domain/responsibility/responsibility';
import type { NamedInMatrix } from './matrix-versions';

/**
 * The draft of the next version of the matrix. The person who writes says which draft they have seen: a write that comes too
 * late, because someone else changed the draft or it was submitted meanwhile, changes nothing. Its rows are read as
 * those of a version are.
 */
export interface MatrixDrafts {
  current(): Promise<MatrixDraft | null>;
  /** Writes the draft down, without rows, in the state `importing`. `there already`: one of this number is. */
  begin(draft: MatrixDraft): Promise<'begun' | 'there already'>;
  /** The draft after the change, with the next revision; undefined when it is not the one that was seen any more. */
  advance(
    seen: MatrixDraft,
    to: Partial<Pick<MatrixDraft, 'state' | 'authors' | 'ticket' | 'matrixApproverRole'>>,
  ): Promise<MatrixDraft | undefined>;
  /** Removes all rows, while it is `importing`. */
  clearRows(seen: MatrixDraft): Promise<void>;
  /** Takes over the rows of its base, while it is `importing` and has none. */
  copyBase(seen: MatrixDraft): Promise<void>;
  /** Adds rows, while it is `importing`. @returns whether all of them were added */
  addRows(seen: MatrixDraft, rows: readonly DraftResponsibility[]): Promise<boolean>;
  /** The id of the row that this one can’t be told from, however it is spelled there; undefined when there is none. */
  rowCalled(seen: MatrixDraft, id: string): Promise<string | undefined>;
  /** Adds or replaces the row of that id, while it is `open`. @returns whether it was written */
  putRow(seen: MatrixDraft, row: DraftResponsibility): Promise<boolean>;
  /** Removes the row of that id, while it is `open`. @returns whether there was one to remove */
  removeRow(seen: MatrixDraft, id: string): Promise<boolean>;
  /** Forgets the draft; rows that it has are left where they are. */
  forget(seen: MatrixDraft): Promise<void>;
  /** Makes the draft's rows a version, with what they name: once, and the first one stays. */
  adopt(version: MatrixVersion, named: NamedInMatrix): Promise<void>;
}

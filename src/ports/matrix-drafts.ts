import type { CloudService } from '../domain/responsibility/cloud-service';
import type { MatrixDraft } from '../domain/responsibility/matrix-change';
import type { MatrixVersion } from '../domain/responsibility/matrix-version';
import type { DraftResponsibility } from '../domain/responsibility/responsibility';
import type { Role } from '../domain/responsibility/role';

/**
 * The draft of the next version of the matrix. Whoever writes says which draft they have seen: a write that comes too
 * late, because somebody else changed the draft or it was submitted meanwhile, changes nothing.
 */
export interface MatrixDrafts {
  current(): Promise<MatrixDraft | null>;
  /** Writes the draft down, without rows, in the state `importing`. `there already`: one of this number is. */
  begin(draft: MatrixDraft): Promise<'begun' | 'there already'>;
  /** The draft after the change, with the next revision; undefined when it is not the one that was seen any more. */
  advance(
    seen: MatrixDraft,
    to: Partial<Pick<MatrixDraft, 'state' | 'authors' | 'ticket'>>,
  ): Promise<MatrixDraft | undefined>;
  /** Removes all rows, while it is `importing`. */
  clearRows(seen: MatrixDraft): Promise<void>;
  /** Takes over the rows of its base, while it is `importing` and has none. */
  copyBase(seen: MatrixDraft): Promise<void>;
  /** Adds rows, while it is `importing`. @returns whether all of them were added */
  addRows(seen: MatrixDraft, rows: readonly DraftResponsibility[]): Promise<boolean>;
  /** Adds or replaces the row of that id, while it is `open`. @returns whether it was written */
  putRow(seen: MatrixDraft, row: DraftResponsibility): Promise<boolean>;
  /** Removes the row of that id, while it is `open`. @returns whether there was one to remove */
  removeRow(seen: MatrixDraft, id: string): Promise<boolean>;
  /** Forgets the draft; rows that it has are left where they are. */
  forget(seen: MatrixDraft): Promise<void>;
  /** Makes the draft's rows a version, with what they name: once, and the first one stays. */
  adopt(version: MatrixVersion, named: NamedInMatrix): Promise<void>;
  /** A page of the rows of a version or of a draft, by id. */
  rows(number: number, query?: RowQuery): Promise<MatrixRowPage>;
  /** Every row of a version or of a draft. */
  allRows(number: number): Promise<DraftResponsibility[]>;
  /** What the rows of a version name, as it was when it was approved; undefined when there is no such version. */
  named(number: number): Promise<NamedInMatrix | undefined>;
}

/** The roles and services that a matrix names. */
export interface NamedInMatrix {
  roles: readonly Role[];
  services: readonly CloudService[];
}

export interface RowQuery {
  domain?: string;
  /** A service's key: its own rows and the general ones. */
  service?: string;
  /** Rows whose id comes after this one. */
  after?: string;
}

export interface MatrixRowPage {
  rows: DraftResponsibility[];
  /** The `after` of the next page; absent on the last one. */
  next?: string;
}

import type { CloudService } from '../domain/responsibility/cloud-service';
import type { MatrixContent, MatrixVersion } from '../domain/responsibility/matrix-version';
import type { DraftResponsibility } from '../domain/responsibility/responsibility';
import type { Role } from '../domain/responsibility/role';

/** The approved versions of the responsibility matrix, and the rows of these and of the draft. */
export interface MatrixVersions {
  /** By their numbers. */
  list(): Promise<MatrixVersion[]>;
  /** @throws RangeError when there is no such version */
  content(number: number): Promise<MatrixContent>;
  /** Writes rows, roles and services, and the version itself last, so that a version is whole or absent. */
  adopt(version: MatrixVersion, content: MatrixContent): Promise<void>;
  /** A page of the rows of a version or a draft, by id. */
  rows(number: number, query?: RowQuery): Promise<MatrixRowPage>;
  /** Every row of a version or a draft, by id. */
  allRows(number: number): Promise<DraftResponsibility[]>;
  /** What the rows of a version name, as of its approval. Undefined when there is no such version. */
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

import type { CloudService } from '../domain/responsibility/cloud-service';
import type { MatrixContent, MatrixVersion } from '../domain/responsibility/matrix-version';
import type { ListedActivity } from '../domain/responsibility/owner-search/best-owners';
import type { SoughtWord } from '../domain/responsibility/owner-search/owner-score';
import type { DraftResponsibility, Responsibility } from '../domain/responsibility/responsibility';
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
  /** The best activities of a version that can answer, best first, and of equal ones by name. */
  activities(number: number, query: ActivityQuery): Promise<ListedActivity[]>;
  /**
   * Rows of a version, by id: those with these ids; and those that answer for the activities on the services, which are
   * the activities' own and their domains' defaults, for these services or for any.
   */
  rowsAnswering(number: number, query: AnsweringQuery): Promise<Responsibility[]>;
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

export interface ActivityQuery {
  /** Only activities whose first row may have one of these; all when none are given. */
  words: readonly SoughtWord[];
  /** Only activities that answer for one of these services, by their keys; all when none are given. */
  services: readonly string[];
  /** The last one of the page before. */
  after?: Omit<ListedActivity, 'row'>;
  limit: number;
}

export interface AnsweringQuery {
  activities: readonly { domain: string; activity: string }[];
  /** By their keys; none when empty. */
  services: readonly string[];
  ids: readonly string[];
}

export interface MatrixRowPage {
  rows: DraftResponsibility[];
  /** The `after` of the next page; absent on the last one. */
  next?: string;
}

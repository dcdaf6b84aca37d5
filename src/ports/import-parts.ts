import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';

/** Files that are larger than a request can carry, kept until all their parts are there. */
export interface ImportParts {
  /** Keeps a part; the same part twice is kept once. Parts of other uploads from before `outdated` are removed. */
  keep(part: ImportPart, outdated: Instant): Promise<void>;
  /** The numbers of the parts that are there. */
  present(upload: Upload): Promise<number[]>;
  /** The text of all parts that are there, in order. */
  text(upload: Upload): Promise<string>;
  remove(upload: Upload): Promise<void>;
}

/** Nobody adds to, or reads, what somebody else uploads. */
export interface Upload {
  uploader: AccountId;
  upload: string;
}

export interface ImportPart extends Upload {
  number: number;
  text: string;
  at: Instant;
}

import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';

/** Files too large for one request, kept until all their chunks have arrived. */
export interface UploadChunks {
  /** Keeps a chunk; one that arrives twice is kept once. Chunks of all uploads from before `outdated` are removed. */
  keep(chunk: UploadChunk, outdated: Instant): Promise<void>;
  /** The numbers of the chunks that have arrived, in order. */
  present(upload: Upload): Promise<number[]>;
  /** The text of all chunks that have arrived, in order. */
  text(upload: Upload): Promise<string>;
  remove(upload: Upload): Promise<void>;
}

/** Only its uploader can add to an upload or read it. */
export interface Upload {
  uploader: AccountId;
  upload: string;
}

export interface UploadChunk extends Upload {
  number: number;
  text: string;
  at: Instant;
}

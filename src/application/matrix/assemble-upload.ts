import type { AccountId } from '../../domain/shared/account';
import { HOUR, plus } from '../../domain/shared/instant';
import type { Clock } from '../../ports/clock';
import type { UploadChunks } from '../../ports/upload-chunks';

/** No one comes back to an upload after a day. */
const KEPT_MS = 24 * HOUR;

/** Where a chunk belongs in its file. */
export interface FilePart {
  upload: string;
  number: number;
  of: number;
}

/**
 * Assembles a file from chunks that arrive in any order: the whole text once all are there, otherwise how many are
 * missing. `done` removes the chunks, so that after a failed import only the last chunk has to be sent again.
 */
export async function assembleUpload(
  { chunks, clock }: { chunks: UploadChunks; clock: Clock },
  { upload, number, of }: FilePart,
  text: string,
  uploader: AccountId,
): Promise<{ waitingFor: number } | { text: string; done: () => Promise<void> }> {
  const at = clock.now();
  await chunks.keep({ uploader, upload, number, text, at }, plus(at, -KEPT_MS));
  const present = await chunks.present({ uploader, upload });
  const waitingFor = of - present.filter(chunk => chunk <= of).length;
  if (waitingFor > 0) return { waitingFor };
  return {
    text: await chunks.text({ uploader, upload }),
    done: () => chunks.remove({ uploader, upload }),
  };
}

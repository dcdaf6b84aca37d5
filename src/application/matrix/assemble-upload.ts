import type { AccountId } from '../../domain/shared/account';
import { HOUR, plus } from '../../domain/shared/instant';
import type { Clock } from '../../ports/clock';
import type { ImportParts } from '../../ports/import-parts';

/** Nobody comes back to an upload after a day. */
const KEPT_MS = 24 * HOUR;

/** A part of a file: its place among all parts. */
export interface FilePart {
  upload: string;
  number: number;
  of: number;
}

/**
 * Puts a file together whose text came in parts, in any order: the whole text once all are there, else how many are
 * still to come. What was put together is forgotten by `done`, so that an import that fails can be repeated with its
 * last part alone.
 */
export async function assembleUpload(
  { parts, clock }: { parts: ImportParts; clock: Clock },
  { upload, number, of }: FilePart,
  text: string,
  uploader: AccountId,
): Promise<{ waitingFor: number } | { text: string; done: () => Promise<void> }> {
  const at = clock.now();
  await parts.keep({ uploader, upload, number, text, at }, plus(at, -KEPT_MS));
  const present = await parts.present({ uploader, upload });
  const waitingFor = of - present.filter(part => part <= of).length;
  if (waitingFor > 0) return { waitingFor };
  return {
    text: await parts.text({ uploader, upload }),
    done: () => parts.remove({ uploader, upload }),
  };
}

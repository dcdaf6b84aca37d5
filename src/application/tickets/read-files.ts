import type { DecidedFile } from '../../domain/decision/decided-content';
import type { GateRefusal } from '../../domain/decision/refusal';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { knownFiles } from '../../domain/ticket/decided-files';
import type { TicketStory } from '../../domain/ticket/story';
import type { Attachment } from '../../domain/ticket/ticket';
import type { Tickets } from '../../ports/tickets';

/** What a gate can read in its seconds, with time to spare on a slow day: of one file, of all, and how many. */
const MOST_BYTES = 10_000_000;
const MOST_BYTES_TOGETHER = 20_000_000;
const MOST_FILES = 50;
const AT_ONCE = 5;

type Unreadable = Extract<GateRefusal, { code: 'ATTACHMENT_UNREADABLE' }>;

/**
 * The files that are attached to a ticket, by their bytes. Read are only those that no earlier submission has read: what
 * an attachment's id names never changes. A ticket without files costs nothing.
 * Refuses ATTACHMENT_UNREADABLE: what no one can vouch for is not submitted.
 * Source: domain rules, "Frozen", "Fail closed".
 */
export async function readFiles(
  tickets: Pick<Tickets, 'fileHash'>,
  story: TicketStory,
): Promise<Result<DecidedFile[], Unreadable>> {
  const { attachments } = story.ticket;
  if (attachments.length > MOST_FILES) return unreadable('too many', []);
  const known = knownFiles(story);
  const unread = attachments.filter(({ id }) => !known.has(id));
  const tooLarge = tooLargeOf(unread);
  if (tooLarge.length > 0) return unreadable('too large', tooLarge);
  const read = new Map<string, string>();
  for (let start = 0; start < unread.length; start += AT_ONCE) {
    const some = unread.slice(start, start + AT_ONCE);
    const hashes = await Promise.all(some.map(({ id }) => tickets.fileHash(id)));
    const notAnswered = some.filter((_, nth) => hashes[nth] === undefined);
    if (notAnswered.length > 0) return unreadable('not answered', notAnswered);
    for (const [nth, { id }] of some.entries()) read.set(id, hashes[nth] ?? '');
  }
  return allow(
    attachments.map(({ id, filename }) => ({
      id,
      filename,
      sha256: known.get(id)?.sha256 ?? read.get(id) ?? '',
    })),
  );
}

/** Those that are too large by themselves, or all of them where they are so together. */
function tooLargeOf(files: readonly Attachment[]): readonly Attachment[] {
  const alone = files.filter(({ size }) => size > MOST_BYTES);
  const together = files.reduce((sum, { size }) => sum + size, 0);
  return alone.length > 0 || together <= MOST_BYTES_TOGETHER ? alone : files;
}

function unreadable(
  because: Unreadable['because'],
  files: readonly Attachment[],
): { ok: false; refusal: Unreadable } {
  const names = files.map(({ filename }) => filename);
  return refuse({ code: 'ATTACHMENT_UNREADABLE', because, files: names });
}

import type { DecidedFile } from '../decision/decided-content';
import type { Attachment, Ticket } from './ticket';
import type { TicketStory } from './story';

/** The files that were part of the submission; undefined when no gate permitted one. */
export function filesSubmitted({
  submission,
}: Pick<TicketStory, 'submission'>): readonly DecidedFile[] | undefined {
  return submission?.decision?.snapshot?.files;
}

/** Those of them that are still attached. */
export function filesStillThere(story: Pick<TicketStory, 'ticket' | 'submission'>): DecidedFile[] {
  const there = idsOf(story.ticket);
  return (filesSubmitted(story) ?? []).filter(({ id }) => there.has(id));
}

/** The names of those that are gone: `replaced` where another file of the name is attached. */
export function filesGone(
  { attachments }: Pick<Ticket, 'attachments'>,
  submitted: readonly DecidedFile[],
): { removed: string[]; replaced: string[] } {
  const there = new Set(attachments.map(({ id }) => id));
  const decided = new Set(submitted.map(({ id }) => id));
  const later = new Set(attachments.filter(({ id }) => !decided.has(id)).map(({ filename }) => filename));
  const gone = submitted.filter(({ id }) => !there.has(id)).map(({ filename }) => filename);
  return {
    removed: gone.filter(filename => !later.has(filename)),
    replaced: gone.filter(filename => later.has(filename)),
  };
}

/** Files that were attached after the submission, and are no part of what is decided. */
export function filesAddedLater(story: Pick<TicketStory, 'ticket' | 'submission'>): Attachment[] {
  const submitted = filesSubmitted(story);
  if (!submitted) return [];
  const decided = new Set(submitted.map(({ id }) => id));
  return story.ticket.attachments.filter(({ id }) => !decided.has(id));
}

/** What is known of the bytes of attachments, by earlier permissions. */
export function knownFiles({ decisions }: Pick<TicketStory, 'decisions'>): ReadonlyMap<string, DecidedFile> {
  return new Map(decisions.flatMap(({ snapshot }) => (snapshot?.files ?? []).map(file => [file.id, file])));
}

function idsOf({ attachments }: Ticket): ReadonlySet<string> {
  return new Set(attachments.map(({ id }) => id));
}

import type { Reply } from '../../../src/contract/reply';

/**
 * Asks for one page after the other until there is none.
 * @param read - asks for the page of a cursor; undefined for the first
 * @param cursorOf - the cursor of the page after this one
 * @param take - hears of every page as it comes, and says whether to go on
 * @returns the refusal that ended it, or null
 */
export async function everyPage<Page>(
  read: (cursor: string | undefined) => Promise<Reply<Page>>,
  cursorOf: (page: Page) => string | undefined,
  take: (page: Page) => boolean,
): Promise<Extract<Reply<Page>, { ok: false }> | null> {
  let cursor: string | undefined;
  do {
    const reply = await read(cursor);
    if (!reply.ok) return reply;
    if (!take(reply.data)) return null;
    cursor = cursorOf(reply.data);
  } while (cursor !== undefined);
  return null;
}

import { route } from '@forge/api';
import { z } from 'zod';
import { callJira, JiraFault } from './rest';

/** Small enough for one push to the queue to take a page and the job for the next. */
const PAGE_SIZE = 40;

const searchAnswer = z.object({
  issues: z.array(z.looseObject({ id: z.string() })),
  nextPageToken: z.string().nullish(),
});

/**
 * A page of what a search finds, as the app. Jira keeps the tokens of pages for some days: one that it does not know
 * any more is `cursor lapsed`, which asking again would not change.
 */
export async function searchPage(
  cursor: string | undefined,
  question: { jql: string; fields: readonly string[]; expand: string },
): Promise<z.infer<typeof searchAnswer> | 'cursor lapsed'> {
  const next = cursor === undefined ? {} : { nextPageToken: cursor };
  const body = { ...question, maxResults: PAGE_SIZE, ...next };
  const call = { route: route`/rest/api/3/search/jql`, body, answer: searchAnswer };
  try {
    return await callJira({ method: 'POST', ...call });
  } catch (fault) {
    if (fault instanceof JiraFault && fault.status === 400 && cursor !== undefined) return 'cursor lapsed';
    throw fault;
  }
}

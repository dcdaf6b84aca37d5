import { route } from '@forge/api';
import { z } from 'zod';
import type { CommentParagraph } from '../../domain/ticket/comment';
import { isolated } from '../../domain/shared/sentence';
import type { Ticket } from '../../domain/ticket/ticket';
import { callJira, JiraFault, nothing } from './rest';
import { userAnswer } from './ticket-answers';

/** The property that a comment of ours carries, so that it is found again when its delivery is repeated. */
const MARK = 'remit-mark';

const commentsAnswer = z.object({
  comments: z.array(
    z.object({
      author: userAnswer.optional(),
      properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
    }),
  ),
});

/**
 * What Jira says where the app may not comment, and where the ticket has as many comments as it may.
 * Source: Jira REST, "Add comment": 413 when the limit of a ticket is reached.
 */
const REFUSED: ReadonlySet<number | null> = new Set([400, 403, 404, 413]);

/**
 * Comments on a ticket as the app, unless the app has said this before. A mark by anyone else does not count.
 * `refused`: Jira does not take it, and would not if it were asked again at once.
 */
export async function commentOnce(
  ticket: Ticket,
  mark: string,
  paragraphs: readonly CommentParagraph[],
): Promise<'said' | 'refused'> {
  const { comments } = await callJira({
    method: 'GET',
    route: route`/rest/api/3/issue/${ticket.id}/comment?orderBy=-created&maxResults=100&expand=properties`,
    answer: commentsAnswer,
  });
  const isSaid = comments.some(
    ({ author, properties }) =>
      author?.accountType === 'app' && properties?.some(({ key, value }) => key === MARK && value === mark),
  );
  if (isSaid) return 'said';
  const body = { body: documentOf(paragraphs), properties: [{ key: MARK, value: mark }] };
  try {
    await callJira({
      method: 'POST',
      route: route`/rest/api/3/issue/${ticket.id}/comment`,
      body,
      answer: nothing,
    });
    return 'said';
  } catch (fault) {
    if (!(fault instanceof JiraFault) || !REFUSED.has(fault.status)) throw fault;
    console.error(`Jira did not take a comment on ${ticket.key}`, fault);
    return 'refused';
  }
}

/** In the Atlassian Document Format. */
function documentOf(paragraphs: readonly CommentParagraph[]) {
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map(paragraph => ({ type: 'paragraph', content: paragraph.flatMap(inlineOf) })),
  };
}

function inlineOf(part: CommentParagraph[number]): object[] {
  if (typeof part === 'string') return part === '' ? [] : [{ type: 'text', text: part }];
  if ('strong' in part) return [{ type: 'text', text: part.strong, marks: [{ type: 'strong' }] }];
  return [{ type: 'mention', attrs: { id: part.mention, text: `@${isolated(part.name)}` } }];
}

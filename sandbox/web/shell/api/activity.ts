/** What has happened on a work item: comments and the changelog. */
import { z } from 'zod';
import { Person } from './people';
import { jira, nothing } from './request';

const Comment = z.object({ id: z.string(), author: Person, body: z.unknown(), created: z.string() });
export type Comment = z.infer<typeof Comment>;

const Change = z.object({
  field: z.string(),
  fieldId: z.string().optional(),
  fromString: z.string().nullish(),
  // Every object inherits a `toString`: an absent one reads as that function.
  toString: z.preprocess(value => (typeof value === 'string' ? value : null), z.string().nullable()),
});
export type Change = z.infer<typeof Change>;

const History = z.object({
  id: z.string(),
  author: Person.optional(),
  created: z.string(),
  items: z.array(Change),
});
export type History = z.infer<typeof History>;

const at = (key: string) => `issue/${encodeURIComponent(key)}`;

export async function readComments(key: string): Promise<Comment[]> {
  const Page = z.object({ comments: z.array(Comment) });
  return (await jira(Page, 'GET', `${at(key)}/comment?maxResults=100&orderBy=created`)).comments;
}

/** The whole changelog, page by page, oldest first. */
export async function readHistory(key: string): Promise<History[]> {
  const Page = z.object({ values: z.array(History), isLast: z.boolean().optional() });
  const histories: History[] = [];
  for (;;) {
    const page = await jira(
      Page,
      'GET',
      `${at(key)}/changelog?startAt=${String(histories.length)}&maxResults=100`,
    );
    histories.push(...page.values);
    if (page.isLast !== false || page.values.length === 0) return histories;
  }
}

export const addComment = (key: string, body: unknown) =>
  jira(nothing, 'POST', `${at(key)}/comment`, { body });

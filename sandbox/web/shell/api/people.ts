import { z } from 'zod';
import { jira } from './request';

export const Person = z.object({
  accountId: z.string(),
  displayName: z.string(),
  accountType: z.string().optional(),
  active: z.boolean().optional(),
});
export type Person = z.infer<typeof Person>;

/** People whose name or address matches; for an assignee only those who can be assigned. */
export async function searchPeople(
  query: string,
  issue?: { key: string } | { project: string },
): Promise<Person[]> {
  const search = new URLSearchParams({ query, maxResults: '20' });
  if (!issue) return jira(z.array(Person), 'GET', `user/search?${search.toString()}`);
  if ('key' in issue) search.set('issueKey', issue.key);
  else search.set('project', issue.project);
  return jira(z.array(Person), 'GET', `user/assignable/search?${search.toString()}`);
}

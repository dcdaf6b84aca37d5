import type { Route } from '@forge/api';
import type { z } from 'zod';
import { callJira, JiraFault, readAllPages, type ActAs, type JiraCall } from '../../../adapters/jira/rest';

/**
 * Makes the call as the app, and where Jira keeps apps from it (401, 403) as the administrator whose invocation this
 * is. What Jira lets an app configure is not documented throughout: see docs/first-deploy.md.
 */
export function asAppOrCaller<Answer>(call: Omit<JiraCall<Answer>, 'as'>): Promise<Answer> {
  return firstAsApp(as => callJira({ ...call, as }));
}

/** Reads all pages of an answer in the same way. */
export function allPages<Item>(pageFrom: (startAt: number) => Route, item: z.ZodType<Item>): Promise<Item[]> {
  return firstAsApp(as => readAllPages(pageFrom, item, as));
}

async function firstAsApp<Answer>(make: (as: ActAs) => Promise<Answer>): Promise<Answer> {
  try {
    return await make('app');
  } catch (fault) {
    if (!(fault instanceof JiraFault) || (fault.status !== 401 && fault.status !== 403)) throw fault;
    return make('user');
  }
}

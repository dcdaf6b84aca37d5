import { callJira, JiraFault, type JiraCall } from '../rest';

/**
 * Makes the call as the app, and where Jira keeps apps from it (401, 403) as the administrator whose invocation this
 * is. What Jira lets an app configure is not documented throughout: see docs/first-deploy.md.
 */
export async function asAppOrCaller<Answer>(call: Omit<JiraCall<Answer>, 'as'>): Promise<Answer> {
  try {
    return await callJira(call);
  } catch (fault) {
    if (!(fault instanceof JiraFault) || (fault.status !== 401 && fault.status !== 403)) throw fault;
    return callJira({ ...call, as: 'user' });
  }
}

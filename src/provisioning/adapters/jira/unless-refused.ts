import { JiraFault } from '../../../adapters/jira/rest';

/** What was read; or, where Jira does not let the app read it, why, in its words. */
export async function unlessRefused<T>(read: () => Promise<T>): Promise<T | { refused: string }> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof JiraFault && (fault.status === 401 || fault.status === 403))
      return { refused: fault.message };
    throw fault;
  }
}

import { route } from '@forge/api';
import { hash } from 'node:crypto';
import { JiraFault, readBytes } from './rest';

/**
 * Of the bytes of an attachment, as the app; undefined when Jira doesn't give them. Asked not to redirect, Jira sends the
 * bytes themselves: the address that it would lead to is none of Jira's, and no app may follow it.
 * Source: Jira REST, "Get attachment content".
 */
export async function fileHash(attachment: string): Promise<string | undefined> {
  try {
    const bytes = await readBytes(route`/rest/api/3/attachment/content/${attachment}?redirect=false`);
    return hash('sha256', bytes, 'hex');
  } catch (fault) {
    if (!(fault instanceof JiraFault)) throw fault;
    console.error(`Attachment ${attachment} can't be read`, fault);
    return undefined;
  }
}

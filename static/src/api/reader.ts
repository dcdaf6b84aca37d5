/** What the reader of a page may do, asked of Jira by the page itself: no function of the app runs for it. */
import { requestJira } from '@forge/bridge';
import { AUDITORS } from '../../../src/contract/audience';

export interface Reader {
  isAdministrator: boolean;
  isAuditor: boolean;
}

interface OwnPermissions {
  permissions: { ADMINISTER: { havePermission: boolean } };
}

interface Myself {
  groups: { items: { name: string }[] };
}

/**
 * Asks what the server asks in the reader's name before it answers. Here it only settles what is offered.
 * Rejects when Jira does not say, or says it in another form.
 */
export async function askWhoReads(): Promise<Reader> {
  const [own, myself] = await Promise.all([
    answerOf<OwnPermissions>('/rest/api/3/mypermissions?permissions=ADMINISTER'),
    answerOf<Myself>('/rest/api/3/myself?expand=groups'),
  ]);
  return {
    isAdministrator: own.permissions.ADMINISTER.havePermission,
    isAuditor: myself.groups.items.some(({ name }) => name === AUDITORS),
  };
}

async function answerOf<T>(path: string): Promise<T> {
  const response = await requestJira(path);
  if (!response.ok) throw new Error(`Jira answered ${response.status} to ${path}`);
  return (await response.json()) as T;
}

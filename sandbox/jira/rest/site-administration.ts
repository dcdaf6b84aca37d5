import type { JiraContext } from '../context.ts';
import type { Collection, Stored } from '../store.ts';
import { isJiraAdministrator } from '../permissions/permissions.ts';
import { JiraError, type RestCall } from './router.ts';

/**
 * A guard for what only Jira administrators may do.
 * @param status - what the operation's description gives for it: mostly 403, 401 for statuses and workflows
 */
export function administratorsOnly(
  context: JiraContext,
  status: 400 | 401 | 403 | 404 = 403,
  message = 'Only Jira administrators can perform this operation.',
): (call: RestCall) => void {
  return call => {
    if (!isJiraAdministrator(context, call.identity)) throw new JiraError(status, message);
  };
}

/**
 * A guard for the operations that real sites may keep from the app as itself, by the setting
 * `appMayCreateProjectsAndWorkflows`; a person for whom the app acts is asked like anyone else.
 */
export function creatorsOnly(context: JiraContext, status: 401 | 403): (call: RestCall) => void {
  const administrators = administratorsOnly(context, status);
  return call => {
    administrators(call);
    if (call.identity.kind === 'app' && !context.settings.appMayCreateProjectsAndWorkflows) {
      throw new JiraError(status, 'The app does not have permission to perform this operation.');
    }
  };
}

/** The address of a resource of the REST API. */
export function selfOf(context: JiraContext, path: string): string {
  return `${context.settings.baseUrl}/rest/api/3/${path}`;
}

/** The record, or Jira's 404. */
export function found<T>(record: T | undefined, message: string): T {
  if (record === undefined) throw new JiraError(404, message);
  return record;
}

/** Whether another record has the name; names that differ only by case are the same. */
export function nameIsTaken(
  records: Collection<Stored & { name: string }>,
  name: string,
  exceptId?: string,
): boolean {
  return (
    records.find(one => one.id !== exceptId && one.name.toLowerCase() === name.toLowerCase()) !== undefined
  );
}

/** Whether the text occurs in the name, whatever the case; an absent text occurs everywhere. */
export function nameContains(name: string, text: string | null): boolean {
  return text === null || name.toLowerCase().includes(text.toLowerCase());
}

/**
 * Sorted by `orderBy`: `name`, `-name`, `id`…; by the first of `keys` when it is absent.
 * Refuses an order that isn't modelled.
 */
export function ordered<T extends Stored & { name: string }>(
  rows: readonly T[],
  orderBy: string | null,
  otherwise: 'id' | 'name',
): T[] {
  const asked = orderBy ?? otherwise;
  const key = asked.replace(/^[-+ ]/, '');
  if (key !== 'id' && key !== 'name') throw new JiraError(501, `NOT_MODELLED: orderBy=${asked}`);
  const sign = asked.startsWith('-') ? -1 : 1;
  const compare = (a: T, b: T) => (key === 'id' ? Number(a.id) - Number(b.id) : a.name.localeCompare(b.name));
  return [...rows].sort((a, b) => sign * compare(a, b));
}

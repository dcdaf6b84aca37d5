/** Searching work items by JQL, over an index that may be late. */
import type { Identity } from '../../seams.ts';
import type { Issue } from '../model.ts';
import { compileJql, JqlError, type CompiledJql } from '../jql/index.ts';
import { accountOf } from '../permissions/permissions.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import { workItemSettings } from '../workflow/settings.ts';
import { canBrowse } from './find-issue.ts';
import { jqlField, jqlSubject } from './jql-fields.ts';
import type { WorkItemSite } from './work-item-site.ts';

/**
 * The work items that match and that the caller may see, in the query's order.
 * Refuses 400 what isn't JQL or restricts nothing, 501 what isn't modelled of it.
 * @param reconcile - ids of work items that are searched as they are now, however late the index is
 */
export function search(
  site: WorkItemSite,
  identity: Identity,
  jql: string,
  reconcile: readonly string[] = [],
): Issue[] {
  return asJira(() => {
    const query = compiled(site, identity, jql);
    const { searchLag } = workItemSettings(site);
    return site.index
      .seen(site.records.issues.all(), site.clock.now(), searchLag, new Set(reconcile))
      .filter(issue => canBrowse(site, identity, issue))
      .map(issue => ({ issue, subject: jqlSubject(site, issue) }))
      .filter(({ subject }) => query.matches(subject))
      .sort((a, b) => query.compare(a.subject, b.subject))
      .map(({ issue }) => issue);
  });
}

function compiled(site: WorkItemSite, identity: Identity, jql: string): CompiledJql {
  const accountId = accountOf(identity);
  const timeZone = accountId === undefined ? undefined : site.records.users.get(accountId)?.timeZone;
  const query = compileJql(jql, {
    currentUser: accountId ?? null,
    now: new Date(site.clock.now()),
    ...(timeZone === undefined ? {} : { timeZone }),
    field: name => jqlField(site, name),
  });
  if (!query.bounded) {
    throw new JiraError(
      400,
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  return query;
}

function asJira<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof JqlError)) throw error;
    throw error.kind === 'NOT_MODELLED'
      ? notModelled(`in JQL: ${error.message}`)
      : new JiraError(400, error.message);
  }
}

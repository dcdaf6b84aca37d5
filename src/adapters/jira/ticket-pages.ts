import { route } from '@forge/api';
import { z } from 'zod';
import type { Ticket } from '../../domain/ticket/ticket';
import type { SiteConfiguration } from '../../ports/site-configuration';
import type { Sight, TicketPage, Tickets } from '../../ports/tickets';
import { callJira, callJiraIfFound } from './rest';
import { searchPage } from './search-page';

/** How tickets are read of what Jira shows of many. */
export interface TicketReading {
  configuration: SiteConfiguration;
  /** Those that are read. */
  fields: string[];
  /** Undefined when it is none of ours; `unread`: what surprises is read with the ticket alone. */
  found(issue: unknown): Promise<Ticket | 'unread' | undefined>;
}

type Asked = Parameters<Tickets['pageToReconcile']>[0];

/** A page of the tickets of our space that may need attention. */
export async function pageToReconcile(
  { configuration, fields, found }: TicketReading,
  asked: Asked,
): Promise<TicketPage | 'cursor lapsed'> {
  const { projectId } = configuration;
  if (projectId === undefined) return { tickets: [], unread: [] };
  const which = [...changedIn(configuration, asked), ...asked.labels.map(label => `labels = ${label}`)];
  const page = await searchPage(asked.cursor, {
    jql: `project = ${projectId} AND (${which.join(' OR ')}) ORDER BY created ASC`,
    fields,
    expand: 'changelog',
  });
  if (page === 'cursor lapsed') return page;
  const tickets: Ticket[] = [];
  const unread: string[] = [];
  for (const issue of page.issues) {
    const ticket = await found(issue);
    if (ticket === 'unread') unread.push(issue.id);
    else if (ticket) tickets.push(ticket);
  }
  return { tickets, unread, ...(page.nextPageToken ? { cursor: page.nextPageToken } : {}) };
}

function changedIn(
  { statuses: ids }: SiteConfiguration,
  { changedWithinHours, lookBackHours, statuses }: Asked,
): string[] {
  if (changedWithinHours !== undefined) return [`updated >= -${String(changedWithinHours)}h`];
  const binding = statuses.flatMap(name => ids[name] ?? []);
  const known = Object.values(ids);
  return [
    'statusCategory != Done',
    `updated >= -${String(lookBackHours)}h`,
    ...(binding.length > 0 ? [`status in (${binding.join(', ')})`] : []),
    ...(known.length > 0 ? [`status not in (${known.join(', ')})`] : []),
  ];
}

const placed = z.looseObject({ id: z.string(), key: z.string() });

const fetched = z.object({ issues: z.array(placed) });

/**
 * Where tickets are, by their ids. Jira says no more of one that it does not show than that it does not: while the app
 * may not see its own space, nothing is gone.
 * Source: Jira REST, "Bulk fetch issues".
 */
export async function sightOf(
  { configuration, fields, found }: TicketReading,
  ids: readonly string[],
): Promise<Sight> {
  const sight: Sight = { tickets: [], elsewhere: [], unreadable: [] };
  if (ids.length === 0) return sight;
  const { issues } = await callJira({
    method: 'POST',
    route: route`/rest/api/3/issue/bulkfetch`,
    body: { issueIdsOrKeys: ids, fields, expand: ['changelog'] },
    answer: fetched,
  });
  for (const issue of issues) {
    const ticket = await found(issue);
    if (ticket === 'unread') sight.unreadable.push(issue.id);
    else if (ticket) sight.tickets.push(ticket);
    else sight.elsewhere.push({ id: issue.id, key: issue.key });
  }
  const seen = new Set(issues.map(({ id }) => id));
  const unseen = ids.filter(id => !seen.has(id));
  if (unseen.length > 0 && !(await seesSpace(configuration))) sight.unreadable.push(...unseen);
  return sight;
}

const browse = z.object({
  permissions: z.object({ BROWSE_PROJECTS: z.object({ havePermission: z.boolean() }) }),
});

async function seesSpace({ projectId }: SiteConfiguration): Promise<boolean> {
  if (projectId === undefined) return false;
  const found = await callJiraIfFound({
    method: 'GET',
    route: route`/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS&projectId=${projectId}`,
    answer: browse,
  });
  return found?.permissions.BROWSE_PROJECTS.havePermission ?? false;
}

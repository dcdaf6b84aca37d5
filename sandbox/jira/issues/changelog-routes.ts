/** Routes of the changelog. */
import * as z from 'zod';
import type { History, Issue } from '../model.ts';
import { PAGE_QUERY, page } from '../rest/page.ts';
import { route, type RestCall, type Route } from '../rest/router.ts';
import { issueOfCall, READ } from './call.ts';
import { historyBean, historyOf } from './changelog.ts';
import { canBrowse, lookUp } from './find-issue.ts';
import { fromToken, toToken } from './page-token.ts';
import type { WorkItemSite } from './work-item-site.ts';

const bulkRequest = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(1_000),
  fieldIds: z
    .array(z.string())
    .max(10)
    .refine(ids => new Set(ids).size === ids.length, 'The field ids must be different.')
    .default([]),
  maxResults: z.number().int().min(1).max(10_000).default(1_000),
  nextPageToken: z.string().optional(),
});

export function changelogRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
      scopes: READ,
      query: [...PAGE_QUERY],
      handle: call => {
        const entries = historyOf(site, issueOfCall(site, call)).map(history => historyBean(site, history));
        return { status: 200, body: page(call, site.settings.baseUrl, entries, { default: 100, most: 100 }) };
      },
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/changelog/bulkfetch',
      scopes: READ,
      body: bulkRequest,
      handle: call => ({ status: 200, body: bulk(site, call) }),
    }),
  ];
}

/** Oldest entries first, over all the work items; those that the caller may not see are left out. */
function bulk(site: WorkItemSite, call: RestCall<z.infer<typeof bulkRequest>>): Record<string, unknown> {
  const { issueIdsOrKeys, fieldIds, maxResults, nextPageToken } = call.body;
  const issues = new Map<string, Issue>();
  for (const issue of issueIdsOrKeys.flatMap(idOrKey => lookUp(site, idOrKey) ?? [])) {
    if (canBrowse(site, call.identity, issue)) issues.set(issue.id, issue);
  }
  const entries = [...issues.values()]
    .flatMap(issue => historyOf(site, issue))
    .flatMap(history => narrowed(history, fieldIds))
    .sort((a, b) => a.created.localeCompare(b.created) || Number(a.id) - Number(b.id));
  const startAt = fromToken(nextPageToken);
  const shown = entries.slice(startAt, startAt + maxResults);
  const end = startAt + shown.length;
  return {
    issueChangeLogs: byIssue(site, shown),
    ...(end < entries.length ? { nextPageToken: toToken(end) } : {}),
  };
}

/** The entry with only the items of the wanted fields; nothing when it has none of them. */
function narrowed(history: History, fieldIds: readonly string[]): History[] {
  if (fieldIds.length === 0) return [history];
  const items = history.items.filter(item => fieldIds.includes(item.fieldId ?? item.field));
  return items.length > 0 ? [{ ...history, items }] : [];
}

function byIssue(site: WorkItemSite, entries: readonly History[]): Record<string, unknown>[] {
  const ids = [...new Set(entries.map(({ issueId }) => issueId))];
  return ids.map(issueId => ({
    issueId,
    changeHistories: entries
      .filter(entry => entry.issueId === issueId)
      .map(history => historyBean(site, history)),
  }));
}

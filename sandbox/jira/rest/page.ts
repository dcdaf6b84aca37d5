import type { RestCall } from './router.ts';
import { JiraError } from './refusals.ts';

/** The query parameters of every paged operation. */
export const PAGE_QUERY = ['startAt', 'maxResults'] as const;

/** Jira's page of a list. */
export interface Page<T> {
  self: string;
  nextPage?: string;
  maxResults: number;
  startAt: number;
  total: number;
  isLast: boolean;
  values: T[];
}

/**
 * The page that the call asks for. A `maxResults` above the operation's limit is lowered to it, as Jira does.
 * @param baseUrl - the site's, for `self` and `nextPage`
 * @param limit - the operation's default and greatest `maxResults`
 */
export function page<T>(
  call: RestCall,
  baseUrl: string,
  rows: readonly T[],
  limit = { default: 50, most: 100 },
): Page<T> {
  const startAt = wholeNumber(call.query, 'startAt', 0);
  const maxResults = Math.min(wholeNumber(call.query, 'maxResults', limit.default), limit.most);
  const values = rows.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= rows.length;
  const pageAt = (start: number) =>
    addressOf(call, baseUrl, { startAt: String(start), maxResults: String(maxResults) });
  return {
    self: pageAt(startAt),
    ...(isLast ? {} : { nextPage: pageAt(startAt + maxResults) }),
    maxResults,
    startAt,
    total: rows.length,
    isLast,
    values,
  };
}

/** A query parameter that counts. Refuses 400 what isn't a whole number of at least 0. */
export function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text))
    throw new JiraError(400, `The value of '${name}' must be a whole number of at least 0: ${text}`);
  return Number(text);
}

/** The values of a parameter that may be repeated; undefined when it is absent. */
export function valuesOf(query: URLSearchParams, name: string): string[] | undefined {
  return query.has(name) ? query.getAll(name) : undefined;
}

function addressOf(call: RestCall, baseUrl: string, paging: Record<string, string>): string {
  const url = new URL(call.request.path, baseUrl);
  for (const [name, value] of Object.entries(paging)) url.searchParams.set(name, value);
  return url.toString();
}

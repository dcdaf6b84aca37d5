/** What the list shows, as its address says it, and the JQL that asks for it. */
export interface ListQuery {
  text: string;
  status: string;
  space: string;
  mine: boolean;
  /** When present, it alone decides. */
  jql: string | undefined;
}

const KEY = /^[a-z][a-z0-9_]+-\d+$/i;
const JQL = /(=|~|<|>)|\b(in|is|was|changed)\b.*|\border by\b/i;

export function queryOf(search: URLSearchParams): ListQuery {
  return {
    text: search.get('text') ?? '',
    status: search.get('status') ?? '',
    space: search.get('space') ?? '',
    mine: search.get('mine') === '1',
    jql: search.get('jql') ?? undefined,
  };
}

export function addressOf(query: Partial<ListQuery>): string {
  const search = new URLSearchParams();
  if (query.jql !== undefined) search.set('jql', query.jql);
  for (const name of ['space', 'text', 'status'] as const) if (query[name]) search.set(name, query[name]);
  if (query.mine === true) search.set('mine', '1');
  return search.size === 0 ? '/issues' : `/issues?${search.toString()}`;
}

/** Where the search box leads: to the work item of a key, to a query in JQL, or to what contains the words. */
export function addressOfSearch(typed: string): string {
  if (KEY.test(typed)) return `/browse/${typed.toUpperCase()}`;
  return addressOf(looksLikeJql(typed) ? { jql: typed } : { text: typed });
}

function looksLikeJql(typed: string): boolean {
  return /[=~<>]/.test(typed) || (JQL.test(typed) && /\(|\bby\b|\bempty\b|\bnull\b/i.test(typed));
}

/** @param spaces - the keys of every space: Jira refuses a query without any restriction */
export function jqlOf(query: ListQuery, spaces: readonly string[]): string {
  if (query.jql !== undefined) return query.jql;
  const clauses = [
    query.space === '' ? `project in (${spaces.map(quoted).join(', ')})` : `project = ${quoted(query.space)}`,
  ];
  if (query.text !== '') clauses.push(`text ~ ${quoted(query.text)}`);
  if (query.status !== '') clauses.push(`status = ${quoted(query.status)}`);
  if (query.mine) clauses.push('assignee = currentUser()');
  return `${clauses.join(' AND ')} ORDER BY updated DESC`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

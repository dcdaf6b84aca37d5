/**
 * The JQL engine: queries over whatever can tell the values of its fields.
 * What is modelled is listed in sandbox/EXPRESSIONS.md, anything else is refused by name.
 * Source: Atlassian, "JQL operators", "JQL fields", "JQL functions"; REST v3 `/jql/parse` for the wording of errors.
 */
import { compileClause } from './clause.ts';
import type { JqlSite } from './clause.ts';
import { siteFunctions } from './functions.ts';
import type { JqlFunction } from './functions.ts';
import { compileOrder } from './ordering.ts';
import { parseQuery } from './parser.ts';
import type { Condition, Query } from './query-tree.ts';
import type { JqlField, JqlSubject } from './subject.ts';

export { JqlError } from './errors.ts';
export type { JqlErrorKind } from './errors.ts';
export type { JqlFunction } from './functions.ts';
export type { JqlField, JqlSubject, JqlValue } from './subject.ts';

export interface JqlOptions {
  /** The account that asks; null when no one is signed in. */
  currentUser: string | null;
  now: Date;
  /** The time zone of the account, in which days begin. Default: UTC. */
  timeZone?: string;
  /** Further functions, by name. */
  functions?: Readonly<Record<string, JqlFunction>>;
  /**
   * The field of a name, as `JqlSubject.values` gets it. With it unknown fields and values are refused at once;
   * without it only when a work item is looked at.
   */
  field?: (name: string) => JqlField | undefined;
}

/** A query, to be run on any number of work items. */
export interface CompiledJql {
  /** @throws JqlError for a field that the work item doesn't know, or an operator that the field doesn't take */
  readonly matches: (subject: JqlSubject) => boolean;
  /** Below 0 when `one` comes first. Without ORDER BY: newest first, then the greater key. */
  readonly compare: (one: JqlSubject, other: JqlSubject) => number;
  /** The fields that the query names, each once. */
  readonly fields: readonly string[];
  /** Whether it restricts anything: Jira's `/search/jql` refuses queries that don't. */
  readonly bounded: boolean;
}

/**
 * Compiles a query.
 * @throws JqlError; Jira answers 400 with its message
 */
export function compileJql(text: string, options: JqlOptions): CompiledJql {
  const query = parseQuery(text);
  const clock = { now: options.now.getTime(), timeZone: options.timeZone ?? 'UTC' };
  const functions = { ...siteFunctions(options.currentUser, clock), ...options.functions };
  const site: JqlSite = { clock, functions, ...(options.field && { field: options.field }) };
  return {
    matches: query.where ? compileCondition(query.where, site) : () => true,
    compare: compileOrder(query.orderBy, site),
    fields: fieldsOf(query),
    bounded: query.where !== undefined,
  };
}

function compileCondition(condition: Condition, site: JqlSite): (subject: JqlSubject) => boolean {
  if (condition.kind === 'clause') return compileClause(condition, site);
  const parts = condition.parts.map(part => compileCondition(part, site));
  return condition.kind === 'and'
    ? subject => parts.every(part => part(subject))
    : subject => parts.some(part => part(subject));
}

function fieldsOf({ where, orderBy }: Query): string[] {
  const named = (condition: Condition): string[] =>
    condition.kind === 'clause' ? [condition.field] : condition.parts.flatMap(named);
  return [...new Set([...(where ? named(where) : []), ...orderBy.map(key => key.field)])];
}

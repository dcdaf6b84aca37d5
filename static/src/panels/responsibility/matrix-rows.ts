import type { ResponsibilityRow } from '../../../../src/contract/route-explain';
import { searchText, wordsSought } from '../../components/search-text';

/** All domains, in the filter. */
export const EVERY_DOMAIN = '';

/** The domains that the rows are in, each once, in their order. */
export function domainsOf(rows: readonly ResponsibilityRow[]): string[] {
  return [...new Set(rows.map(({ domain }) => domain))];
}

/** The row's activity, or what stands for the activities that have no row of their own. */
export function activityOf({ activity }: ResponsibilityRow): string {
  return activity === '' ? 'Everything else in this domain' : activity;
}

/**
 * The rows to show: those of the domain that have every word looked for. First comes the row that routes the ticket,
 * then one domain after the other in the matrix's order, each with its default last.
 */
export function shownRows(
  rows: readonly ResponsibilityRow[],
  domain: string,
  text: string,
): ResponsibilityRow[] {
  const words = wordsSought(text);
  const domains = domainsOf(rows);
  return rows
    .filter(row => domain === EVERY_DOMAIN || row.domain === domain)
    .filter(row => words.every(word => textOf(row).includes(word)))
    .sort(
      (a, b) =>
        Number(b.routes) - Number(a.routes) ||
        domains.indexOf(a.domain) - domains.indexOf(b.domain) ||
        Number(a.activity === '') - Number(b.activity === ''),
    );
}

function textOf(row: ResponsibilityRow): string {
  const { domain, service, role, customerTasks, providerTasks, evidence, procedure, frequency } = row;
  const holder = row.holder?.name ?? 'vacant';
  return searchText([
    activityOf(row),
    domain,
    service,
    role,
    holder,
    customerTasks,
    providerTasks,
    evidence,
    procedure,
    frequency,
  ]);
}

/** The part of a list that a page shows; pages are counted from 1. */
export function pageOf<T>(items: readonly T[], page: number, perPage: number): T[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

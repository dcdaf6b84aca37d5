import type { MatrixFindings, MatrixRow } from '../../../../src/contract/matrix';
import { searchText, wordsSought } from '../../components/search-text';
import { roleName, serviceName, type Names } from './names';

/** What the reader looks for. An empty string stands for all. */
export interface RowFilter {
  service: string;
  domain: string;
  party: MatrixRow['party'] | '';
  role: string;
  text: string;
  /** Only rows that something was found on. */
  found: 'error' | 'anything' | '';
}

export const NO_FILTER: RowFilter = { service: '', domain: '', party: '', role: '', text: '', found: '' };

/** A row with what does not change from keystroke to keystroke. */
export interface SearchableRow {
  row: MatrixRow;
  text: string;
  roles: ReadonlySet<string>;
}

/** Domain by domain in the matrix's own order, each with its default last; made once for a matrix. */
export function searchable(rows: readonly MatrixRow[], names: Names): SearchableRow[] {
  const order = new Map(
    [...new Set(rows.map(({ domain }) => domain))].map((domain, place) => [domain, place]),
  );
  return rows
    .map(row => {
      const roles = new Set([...row.accountable, ...row.responsible, ...row.consulted, ...row.informed]);
      return { row, roles, text: textOf(row, roles, names) };
    })
    .sort(
      ({ row: a }, { row: b }) =>
        (order.get(a.domain) ?? 0) - (order.get(b.domain) ?? 0) ||
        Number(a.activity === '') - Number(b.activity === ''),
    );
}

/** The rows that have every word looked for and fit every choice. */
export function filtered(
  rows: readonly SearchableRow[],
  { service, domain, party, role, text, found }: RowFilter,
  findings: FindingsByRow,
): MatrixRow[] {
  const words = wordsSought(text);
  return rows
    .filter(
      each =>
        (service === '' || each.row.service === service) &&
        (domain === '' || each.row.domain === domain) &&
        (party === '' || each.row.party === party) &&
        (role === '' || each.roles.has(role)) &&
        (found === '' || isFoundOn(each.row, found, findings)) &&
        words.every(word => each.text.includes(word)),
    )
    .map(({ row }) => row);
}

export type Finding = MatrixFindings['findings'][number];
export type FindingsByRow = ReadonlyMap<string, readonly Finding[]>;

export const errorsFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));

export function findingsByRow(findings: readonly Finding[]): FindingsByRow {
  const byRow = new Map<string, Finding[]>();
  for (const finding of errorsFirst(findings))
    for (const id of finding.rows) byRow.set(id, [...(byRow.get(id) ?? []), finding]);
  return byRow;
}

function isFoundOn({ id }: MatrixRow, found: 'error' | 'anything', findings: FindingsByRow): boolean {
  return (findings.get(id) ?? []).some(({ severity }) => found === 'anything' || severity === 'error');
}

function textOf(row: MatrixRow, roles: ReadonlySet<string>, names: Names): string {
  const { id, domain, activity, service, customerTasks, providerTasks, policy, procedure } = row;
  const { systemOfRecord, evidence, contractClause, frequency } = row;
  const people = [...roles].map(
    key => `${roleName(names, key)}\n${names.roles.get(key)?.holder?.name ?? ''}`,
  );
  return searchText([
    id,
    domain,
    activity === '' ? EVERYTHING_ELSE : activity,
    serviceName(names, service),
    ...people,
    customerTasks,
    providerTasks,
    policy,
    procedure,
    systemOfRecord,
    evidence,
    contractClause,
    frequency,
  ]);
}

/** What stands for the activities of a domain that have no row of their own. */
const EVERYTHING_ELSE = 'Everything else in this domain';

export function activityWords({ activity }: MatrixRow): string {
  return activity === '' ? EVERYTHING_ELSE : activity;
}

import { useMemo } from 'react';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { Choice } from '../../components/choice';
import { SearchField } from '../../components/search-field';
import { PARTIES } from './columns';
import styles from './matrix.module.css';
import { roleName, serviceName, type Names } from './names';
import type { RowFilter } from './row-search';

interface MatrixFiltersProps {
  rows: readonly MatrixRow[];
  names: Names;
  filter: RowFilter;
  setFilter: (filter: RowFilter) => void;
  shown: number;
}

const FOUND = [
  { value: '', words: 'With and without findings' },
  { value: 'error', words: 'With errors' },
  { value: 'anything', words: 'With findings' },
] as const;

/** Chooses which rows are shown. */
export function MatrixFilters({ rows, names, filter, setFilter, shown }: MatrixFiltersProps) {
  const { services, domains, roles } = useMemo(() => optionsOf(rows, names), [rows, names]);
  return (
    <div className={styles.filters} role="search" aria-label="Rows of the matrix">
      <div className={styles.search}>
        <SearchField
          aria-label="Search the matrix"
          placeholder="Search"
          value={filter.text}
          onText={text => {
            setFilter({ ...filter, text });
          }}
        />
      </div>
      <Choice
        label="Cloud service"
        value={filter.service}
        options={[{ value: '', words: 'All services' }, ...services]}
        choose={service => {
          setFilter({ ...filter, service });
        }}
      />
      <Choice
        label="Domain"
        value={filter.domain}
        options={[{ value: '', words: 'All domains' }, ...domains]}
        choose={domain => {
          setFilter({ ...filter, domain });
        }}
      />
      <Choice
        label="Party"
        value={filter.party}
        options={[{ value: '', words: 'All parties' }, ...PARTIES]}
        choose={party => {
          setFilter({ ...filter, party });
        }}
      />
      <Choice
        label="Role"
        value={filter.role}
        options={[{ value: '', words: 'All roles' }, ...roles]}
        choose={role => {
          setFilter({ ...filter, role });
        }}
      />
      <Choice
        label="Findings"
        value={filter.found}
        options={FOUND}
        choose={found => {
          setFilter({ ...filter, found });
        }}
      />
      <span className={styles.count} role="status">
        {shown.toLocaleString()} of {rows.length.toLocaleString()} rows
      </span>
    </div>
  );
}

function optionsOf(rows: readonly MatrixRow[], names: Names) {
  const named = (keys: Iterable<string>, wordsOf: (key: string) => string) =>
    [...new Set(keys)]
      .map(value => ({ value, words: wordsOf(value) }))
      .sort((a, b) => a.words.localeCompare(b.words));
  return {
    services: named(
      rows.map(({ service }) => service),
      key => serviceName(names, key),
    ),
    domains: named(
      rows.map(({ domain }) => domain),
      domain => domain,
    ),
    roles: named(
      rows.flatMap(row => [...row.accountable, ...row.responsible, ...row.consulted, ...row.informed]),
      key => roleName(names, key),
    ),
  };
}

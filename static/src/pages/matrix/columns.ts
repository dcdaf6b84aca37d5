import { isolated } from '../../../../src/contract/text';
import type { MatrixRow } from '../../../../src/contract/matrix';
import { roleName, serviceName, type Names } from './names';

export const PARTIES = [
  { value: 'provider', words: 'Provider' },
  { value: 'customer', words: 'Customer' },
  { value: 'shared', words: 'Shared' },
  { value: 'third-party', words: 'Third party' },
] as const;

/** Every column of a row with its name, in reading order. */
export const COLUMNS: Record<keyof MatrixRow, string> = {
  domain: 'Domain',
  activity: 'Activity',
  service: 'Cloud service',
  party: 'Party',
  accountable: 'Accountable',
  responsible: 'Responsible',
  consulted: 'Consulted',
  informed: 'Informed',
  customerTasks: 'Customer tasks',
  providerTasks: 'Provider tasks',
  policy: 'Policy',
  procedure: 'Procedure',
  systemOfRecord: 'System of record',
  evidence: 'Evidence',
  contractClause: 'Contract clause',
  frequency: 'Checked',
  id: 'Row',
};

/** What a cell says, for reading. */
export function cellWords(row: MatrixRow, column: keyof MatrixRow, names: Names): string {
  const value = row[column];
  if (typeof value !== 'string') return value.map(key => isolated(roleName(names, key))).join(', ');
  if (column === 'service') return serviceName(names, value);
  if (column === 'party') return PARTIES.find(party => party.value === value)?.words ?? value;
  return value;
}

const OF_ROLES = new Set<keyof MatrixRow>(['accountable', 'responsible', 'consulted', 'informed']);

/** A cell that is given as text, with names in place of the keys of roles and services. */
export function cellText(column: keyof MatrixRow, text: string, names: Names): string {
  if (text === '') return 'Empty';
  if (column === 'service') return serviceName(names, text);
  if (!OF_ROLES.has(column)) return text;
  return text
    .split(/[;,]/u)
    .map(key => isolated(roleName(names, key.trim())))
    .join(', ');
}

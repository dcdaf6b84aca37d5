import { comparableId } from '../shared/text';
import type { DraftResponsibility } from './responsibility';
import { seenDifference } from './unseen-difference';

/** The columns of a row that can differ; two rows are the same one when their ids can’t be told apart. */
export const COLUMNS = [
  'domain',
  'activity',
  'service',
  'party',
  'accountable',
  'responsible',
  'consulted',
  'informed',
  'customerTasks',
  'providerTasks',
  'policy',
  'procedure',
  'systemOfRecord',
  'evidence',
  'contractClause',
  'frequency',
] as const satisfies readonly (keyof DraftResponsibility)[];

export type Column = (typeof COLUMNS)[number];

/**
 * A cell that differs, as text: several roles are separated by semicolons, as in the import file. A difference that
 * can’t be seen is spelled out.
 */
export interface ChangedCell {
  /** `id`: the row is the same one, and its id is spelled otherwise. */
  column: Column | 'id';
  from: string;
  to: string;
}

/** What changes between two matrices, by row and cell. */
export interface MatrixDifference {
  added: DraftResponsibility[];
  removed: DraftResponsibility[];
  changed: { id: string; cells: ChangedCell[] }[];
}

/** Compares two matrices row by row; each list is in the order of row ids. Source: requirements R8, R10. */
export function diffMatrices(
  from: readonly DraftResponsibility[],
  to: readonly DraftResponsibility[],
): MatrixDifference {
  const before = new Map(from.map(row => [comparableId(row.id), row]));
  const after = new Map(to.map(row => [comparableId(row.id), row]));
  return {
    added: [...after.values()].filter(({ id }) => !before.has(comparableId(id))).sort(byId),
    removed: [...before.values()].filter(({ id }) => !after.has(comparableId(id))).sort(byId),
    changed: [...after.values()].sort(byId).flatMap(row => {
      const old = before.get(comparableId(row.id));
      const cells = old ? changedCells(old, row) : [];
      return cells.length > 0 ? [{ id: row.id, cells }] : [];
    }),
  };
}

function changedCells(from: DraftResponsibility, to: DraftResponsibility): ChangedCell[] {
  return (['id', ...COLUMNS] as const)
    .map(column => ({ column, ...seenDifference(cellText(from, column), cellText(to, column)) }))
    .filter(cell => cell.from !== cell.to);
}

/** A cell as it stands in the import file. */
export function cellText(row: DraftResponsibility, column: Column | 'id'): string {
  const value = row[column];
  return typeof value === 'string' ? value : value.join(';');
}

function byId(a: DraftResponsibility, b: DraftResponsibility): number {
  return a.id < b.id ? -1 : 1;
}

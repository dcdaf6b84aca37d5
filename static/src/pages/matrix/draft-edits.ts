import type { MatrixRow } from '../../../../src/contract/matrix';

/** Rows as they are after edits: a row by its id, or null where it was removed. New rows come last. */
export function withEdits(
  rows: readonly MatrixRow[],
  changed: ReadonlyMap<string, MatrixRow | null>,
): readonly MatrixRow[] {
  if (changed.size === 0) return rows;
  const known = new Set(rows.map(({ id }) => id));
  const kept = rows.flatMap(row => {
    const now = changed.get(row.id);
    return now === null ? [] : [now ?? row];
  });
  const added = [...changed].flatMap(([id, row]) => (row && !known.has(id) ? [row] : []));
  return [...kept, ...added];
}

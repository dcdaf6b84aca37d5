/** Rows of a statement: some 100 kB of its 1 MiB, and few statements of the 150 that Forge permits in a second. */
const ROWS_AT_ONCE = 100;

/** Writes many rows a batch at a time, in their order. */
export async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<void>,
  size = ROWS_AT_ONCE,
): Promise<void> {
  for (let start = 0; start < rows.length; start += size) await write(rows.slice(start, start + size));
}

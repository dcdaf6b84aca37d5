/** Rows of a statement: far below its 1 MiB, and few statements of the 150 that Forge permits in a second. */
const ROWS_AT_ONCE = 250;

/** Writes many rows a batch at a time, in their order. */
export async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<void>,
  size = ROWS_AT_ONCE,
): Promise<void> {
  for (let start = 0; start < rows.length; start += size) await write(rows.slice(start, start + size));
}

/**
 * Inserts those of the rows that are not there yet. One that is there fails the statement, and all of its rows with
 * it: then those that are there are asked for, and the others inserted, as often as someone else was faster.
 * @param absent - those of the rows that are not there
 */
export async function insertAbsent<T>(
  rows: readonly T[],
  insert: (rows: readonly T[]) => PromiseLike<unknown>,
  absent: (rows: readonly T[]) => Promise<readonly T[]>,
): Promise<void> {
  try {
    await insert(rows);
  } catch (fault) {
    const left = await absent(rows);
    if (left.length === rows.length) throw fault;
    if (left.length > 0) await insertAbsent(left, insert, absent);
  }
}

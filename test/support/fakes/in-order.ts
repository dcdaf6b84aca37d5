/** Sorted as the database sorts: by the first of these texts, then by the next. */
export function inOrderOf<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): T[] {
  return values.toSorted((a, b) => {
    const others = keysOf(b);
    for (const [nth, key] of keysOf(a).entries()) {
      const other = others[nth] ?? '';
      if (key !== other) return key < other ? -1 : 1;
    }
    return 0;
  });
}

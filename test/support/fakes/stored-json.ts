type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * A value after a trip through a JSON column of a MySQL-compatible database, which keeps the keys of an object by
 * length and then by letter, whatever order they were written in. Source: MySQL Reference Manual, "The JSON Data Type".
 */
export function asStored(value: unknown): unknown {
  return sorted(JSON.parse(JSON.stringify(value)) as Json);
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map(key => [key, sorted(value[key] ?? null)]));
}

import type { StatementColumnMetadata } from 'node:sqlite';

/**
 * A row as Forge answers it. BIGINT is a string, and so is every integer that is reckoned (COUNT, SUM, a literal), as
 * MySQL types those BIGINT or DECIMAL. JSON is text in the database's own spelling. Source: Forge, "Forge SQL data types".
 */
export function forgeRow(
  row: Record<string, unknown>,
  columns: readonly StatementColumnMetadata[],
): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name, type }) => [name, forgeValue(row[name], type)]));
}

function forgeValue(value: unknown, type: string | null): unknown {
  if (typeof value === 'bigint') {
    const small = type !== null && !type.startsWith('bigint') && !type.startsWith('INTEGER');
    return small ? Number(value) : String(value);
  }
  if (typeof value === 'string' && type?.startsWith('json') === true) return databaseJson(JSON.parse(value));
  return value;
}

/** MySQL keeps JSON parsed: what comes back has its keys sorted and its own spaces, whatever was written. */
export function databaseJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(databaseJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${databaseJson(member)}`).join(', ')}}`;
}

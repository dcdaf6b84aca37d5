import type { SqlParameter } from './guard.ts';
import { notPortable } from './refusal.ts';
import type { Token } from './tokens.ts';

const FORMS = [/^\d{4}-\d{2}-\d{2}$/, /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{3})?$/];
const COMPARISONS = new Set(['=', '<', '>', '<=', '>=', '<>', '!=']);

/**
 * Refuses to compare a date or datetime column with a parameter in another form: MySQL would read `2026-11-20T10:00:00`
 * as an instant, SQLite compares letters.
 * @param isDate - whether a column of that name is a date or datetime in some table of the database
 * @throws SqlRefused
 */
export function refuseDateForms(
  tokens: readonly Token[],
  parameters: readonly SqlParameter[],
  isDate: (name: string) => boolean,
): void {
  let mark = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'param') continue;
    mark += 1;
    const value = parameters[mark];
    const column = comparedWith(tokens, index);
    if (column === undefined || !isDate(column.toLowerCase())) continue;
    if (value === null || (typeof value === 'string' && FORMS.some(form => form.test(value)))) continue;
    throw notPortable(
      `${column} compared with ${JSON.stringify(value)}`,
      "Bind dates as '2026-11-20' and '2026-11-20 10:00:00.000'.",
    );
  }
}

/** The column on the other side of a comparison with the parameter at `index`. */
function comparedWith(tokens: readonly Token[], index: number): string | undefined {
  const before = tokens[index - 1];
  if (before && (COMPARISONS.has(before.key) || before.key === 'BETWEEN')) return name(tokens[index - 2]);
  if (before?.key === 'AND' && tokens[index - 3]?.key === 'BETWEEN') return name(tokens[index - 4]);
  const after = tokens[index + 1];
  if (!after || !COMPARISONS.has(after.key)) return undefined;
  return tokens[index + 3]?.key === '.' ? name(tokens[index + 4]) : name(tokens[index + 2]);
}

function name(token: Token | undefined): string | undefined {
  return token?.kind === 'name' || token?.kind === 'word' ? token.text : undefined;
}

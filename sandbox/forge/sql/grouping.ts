import { executionError } from './refusal.ts';
import type { Token } from './tokens.ts';

const AGGREGATES = new Set(['COUNT', 'SUM', 'MIN', 'MAX']);
/** Words that end a select list or a GROUP BY. */
const LIST_ENDS = new Set(['FROM', 'WHERE', 'HAVING', 'ORDER', 'LIMIT', 'UNION', 'EXCEPT', 'INTERSECT']);

/**
 * Refuses a selected column that is neither grouped by nor aggregated: SQLite would take any row's value, MySQL's
 * ONLY_FULL_GROUP_BY refuses. Columns that depend on a grouped key are refused too, which MySQL would allow.
 * @throws SqlRefused
 */
export function refuseUngrouped(tokens: readonly Token[]): void {
  for (const select of selects(tokens)) {
    const { items, groups, grouped } = select;
    const aggregated = items.some(isAggregate);
    if (!grouped && !aggregated) continue;
    for (const item of items) {
      const column = plainColumn(item);
      if (column === undefined || groups.includes(column)) continue;
      const text = `Expression '${column}' of SELECT list is not in GROUP BY clause and contains nonaggregated column`;
      throw executionError('ER_WRONG_FIELD_WITH_GROUP', 1055, '42000', text);
    }
  }
}

interface Select {
  items: Token[][];
  groups: string[];
  grouped: boolean;
}

/** Every SELECT of the statement, inner ones too. */
function selects(tokens: readonly Token[]): Select[] {
  return tokens.flatMap((token, index) => (token.key === 'SELECT' ? [readSelect(tokens, index + 1)] : []));
}

function readSelect(tokens: readonly Token[], start: number): Select {
  const items: Token[][] = [[]];
  const groups: string[] = [];
  let depth = 0;
  let part: 'items' | 'rest' | 'groups' = 'items';
  for (const [offset, token] of tokens.slice(start).entries()) {
    if (token.key === '(') depth += 1;
    if (token.key === ')') depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && ['UNION', 'EXCEPT', 'INTERSECT'].includes(token.key)) break;
    if (depth === 0 && LIST_ENDS.has(token.key)) part = 'rest';
    else if (depth === 0 && token.key === 'GROUP') part = 'groups';
    else if (part === 'items' && depth === 0 && token.key === ',') items.push([]);
    else if (part === 'items') items.at(-1)?.push(token);
    else if (part === 'groups' && isName(token) && tokens[start + offset + 1]?.key !== '.')
      groups.push(token.text.toLowerCase());
  }
  return { items, groups, grouped: groups.length > 0 };
}

/** An aggregate, unless it is a window function. */
function isAggregate(item: readonly Token[]): boolean {
  return (
    item.some((token, index) => AGGREGATES.has(token.key) && item[index + 1]?.key === '(') &&
    !item.some(({ key }) => key === 'OVER')
  );
}

/** The name of a column that is selected as it is, with or without its table and an alias. */
function plainColumn(item: readonly Token[]): string | undefined {
  const bare = item.filter(token => token.key !== 'DISTINCT');
  const alias = bare.findIndex(token => token.key === 'AS');
  const expression = alias < 0 ? bare : bare.slice(0, alias);
  if (expression.some(token => !isName(token) && token.key !== '.' && token.key !== '*')) return undefined;
  return expression.at(-1)?.text.toLowerCase();
}

function isName(token: Token): boolean {
  return (
    token.kind === 'name' ||
    (token.kind === 'word' && !['BY', 'NULL', 'TRUE', 'FALSE', 'GROUP'].includes(token.key))
  );
}

import { findField, valuesOf } from './clause.ts';
import type { JqlSite } from './clause.ts';
import { notModelled } from './errors.ts';
import { shownName } from './field-names.ts';
import type { SortKey } from './query-tree.ts';
import type { JqlSubject, JqlValue } from './subject.ts';

/** Fields of these kinds start with the greatest in Jira, or not, field by field: the query has to say. */
const ambiguous: readonly JqlValue['kind'][] = ['instant', 'date'];

type Compare = (one: JqlSubject, other: JqlSubject) => number;

/** Without ORDER BY the newest comes first, and of two created at once the one with the greater key. */
const newestFirst: readonly SortKey[] = [
  { field: 'created', direction: 'desc' },
  { field: 'key', direction: 'desc' },
];

/** The order of a query's results. @throws JqlError for an unknown field */
export function compileOrder(keys: readonly SortKey[], site: JqlSite): Compare {
  const compares = (keys.length > 0 ? keys : newestFirst).map(key => compileKey(key, site));
  return (one, other) => {
    for (const compare of compares) {
      const result = compare(one, other);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function compileKey({ field, direction }: SortKey, site: JqlSite): Compare {
  const { id, known } = findField(field, site);
  const requireDirection = (kind: JqlValue['kind'] | undefined) => {
    if (direction === undefined && (field === 'priority' || (kind && ambiguous.includes(kind)))) {
      throw notModelled(`ORDER BY ${shownName(field)} without ASC or DESC`);
    }
  };
  requireDirection(known?.kind);
  const sign = direction === 'desc' ? -1 : 1;
  return (one, other) => {
    const [left] = valuesOf(one, id, field);
    const [right] = valuesOf(other, id, field);
    requireDirection(left?.kind ?? right?.kind);
    return sign * compareValues(left, right);
  };
}

/** Empty fields come last, ascending. */
function compareValues(left: JqlValue | undefined, right: JqlValue | undefined): number {
  if (!left || !right) return Number(!left) - Number(!right);
  const [one, other] = [sortKey(left), sortKey(right)];
  for (const [index, part] of one.entries()) {
    const counterpart = other[index];
    if (counterpart === undefined || part === counterpart) continue;
    return part < counterpart ? -1 : 1;
  }
  return 0;
}

function sortKey(value: JqlValue): readonly (string | number)[] {
  switch (value.kind) {
    case 'text':
      return [value.text.toLowerCase()];
    case 'number':
      return [value.number];
    case 'instant':
      return [value.at];
    case 'date':
      return [value.date];
    case 'user':
      return [value.displayName.toLowerCase(), value.accountId];
    case 'key': {
      const [project = '', number = ''] = value.key.split(/-(?=\d+$)/);
      return [project, Number(number)];
    }
    case 'named':
      return value.order === undefined ? [(value.names[0] ?? '').toLowerCase(), value.id] : [value.order];
  }
}

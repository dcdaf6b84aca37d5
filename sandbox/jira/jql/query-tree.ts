/** The operators of a clause, with the negative of each, since a NOT is carried down to the clauses. */
export const opposites = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
} as const;

export type Operator = keyof typeof opposites;

export type Operand =
  | { kind: 'literal'; text: string }
  /** `EMPTY` or `NULL`. */
  | { kind: 'empty' }
  | { kind: 'function'; name: string; arguments: readonly string[] }
  | { kind: 'list'; items: readonly Operand[] };

/** The condition of a query. */
export type Condition =
  | { kind: 'and' | 'or'; parts: readonly Condition[] }
  | { kind: 'clause'; field: string; operator: Operator; operand: Operand };

export interface SortKey {
  field: string;
  /** Undefined when the query doesn't say. */
  direction: 'asc' | 'desc' | undefined;
}

export interface Query {
  /** Undefined for a query that restricts nothing. */
  where: Condition | undefined;
  orderBy: readonly SortKey[];
}

/** The opposite of a condition: Jira negates the clauses, so that an empty field satisfies neither. */
export function negated(condition: Condition): Condition {
  if (condition.kind === 'clause') return { ...condition, operator: opposites[condition.operator] };
  return { kind: condition.kind === 'and' ? 'or' : 'and', parts: condition.parts.map(negated) };
}

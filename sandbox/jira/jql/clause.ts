import { Comparand } from './comparand.ts';
import type { JqlClock } from './dates.ts';
import { JqlError, unknownField } from './errors.ts';
import { shownName } from './field-names.ts';
import { callFunction } from './functions.ts';
import type { JqlFunction } from './functions.ts';
import type { Condition, Operand, Operator } from './query-tree.ts';
import type { JqlField, JqlSubject, JqlValue } from './subject.ts';
import { textMatcher } from './text-match.ts';

type Clause = Condition & { kind: 'clause' };

/** What clauses are compiled with. */
export interface JqlSite {
  clock: JqlClock;
  functions: Readonly<Record<string, JqlFunction>>;
  /** The field of a name; absent when fields are only known by the values of work items. */
  field?: (name: string) => JqlField | undefined;
}

const equality: readonly Operator[] = ['=', '!=', 'in', 'not in', 'is', 'is not'];
const order: readonly Operator[] = ['<', '>', '<=', '>='];

/** Source: Atlassian, "JQL fields", the operators each kind of field supports. */
const supported: Readonly<Record<JqlValue['kind'], readonly Operator[]>> = {
  text: ['~', '!~', 'is', 'is not'],
  number: [...equality, ...order],
  instant: [...equality, ...order],
  date: [...equality, ...order],
  key: [...equality, ...order],
  named: [...equality, ...order],
  user: equality,
};

export function findField(name: string, site: JqlSite): { id: string; known: JqlField | undefined } {
  const known = site.field?.(name);
  if (site.field && !known) throw unknownField(shownName(name));
  return { id: known?.id ?? name, known };
}

/** The values of a field of a work item. @throws JqlError when it has no such field */
export function valuesOf(subject: JqlSubject, id: string, name: string): readonly JqlValue[] {
  const values = subject.values(id);
  if (!values) throw unknownField(shownName(name));
  return values;
}

/**
 * What a clause asks of a work item.
 * @throws JqlError for an unknown field or function, and, where the field is known, for a value or operator it doesn't take
 */
export function compileClause(clause: Clause, site: JqlSite): (subject: JqlSubject) => boolean {
  const { field, operator, operand } = clause;
  const { id, known } = findField(field, site);
  const { comparands, withEmpty } = readOperand(operand, clause, site, known?.emptyName);
  const requireOperator = (kind: JqlValue['kind']) => {
    if (supported[kind].includes(operator)) return;
    throw new JqlError(
      'SYNTAX',
      `The operator '${operator}' is not supported by the '${shownName(field)}' field.`,
    );
  };
  if (known) {
    requireOperator(known.kind);
    if (!isTextSearch(operator)) for (const each of comparands) each.check(known.kind, known.allowed);
  }
  const test = testOf(clause, comparands, withEmpty, known?.allowed);
  return subject => {
    const values = valuesOf(subject, id, field);
    for (const { kind } of values) requireOperator(kind);
    return test(values);
  };
}

function isTextSearch(operator: Operator): boolean {
  return operator === '~' || operator === '!~';
}

/** A negative operator never matches an empty field. Source: Atlassian, "JQL operators", Not equals. */
function testOf(
  { field, operator }: Clause,
  comparands: readonly Comparand[],
  withEmpty: boolean,
  allowed: JqlField['allowed'],
): (values: readonly JqlValue[]) => boolean {
  const equalsAny = (value: JqlValue) => comparands.some(each => each.equals(value));
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return values => (withEmpty && values.length === 0) || values.some(equalsAny);
    case '!=':
    case 'not in':
    case 'is not':
      return values => values.length > 0 && !values.some(equalsAny);
    case '~':
    case '!~': {
      const search = searchOf(comparands, shownName(field));
      return values => values.length > 0 && values.some(search) === (operator === '~');
    }
    default:
      return values =>
        values.some(value => comparands.some(each => isAhead(operator, each.stand(value, allowed))));
  }
}

function isAhead(operator: '<' | '>' | '<=' | '>=', stand: number | undefined): boolean {
  if (stand === undefined) return false;
  switch (operator) {
    case '<':
      return stand < 0;
    case '>':
      return stand > 0;
    case '<=':
      return stand <= 0;
    case '>=':
      return stand >= 0;
  }
}

function searchOf([comparand]: readonly Comparand[], field: string): (value: JqlValue) => boolean {
  if (comparand?.text === undefined) {
    throw new JqlError('SYNTAX', `The operator '~' does not support functions for the field '${field}'.`);
  }
  const matches = textMatcher(comparand.text, field);
  return value => value.kind === 'text' && matches(value.text);
}

function readOperand(
  operand: Operand,
  { field, operator }: Clause,
  site: JqlSite,
  emptyName: string | undefined,
): { comparands: Comparand[]; withEmpty: boolean } {
  const items = (operand.kind === 'list' ? operand.items : [operand]).map(item =>
    item.kind === 'literal' && item.text.toLowerCase() === emptyName ? ({ kind: 'empty' } as const) : item,
  );
  const withEmpty = items.some(item => item.kind === 'empty');
  if (withEmpty && !equality.includes(operator)) {
    throw new JqlError(
      'SYNTAX',
      `The operator '${operator}' does not support EMPTY for field '${shownName(field)}'.`,
    );
  }
  const comparands = items.flatMap((item): Comparand[] => {
    if (item.kind === 'literal') return [new Comparand({ text: item.text }, shownName(field), site.clock)];
    if (item.kind !== 'function') return [];
    const values = callFunction(site.functions, item.name, item.arguments);
    if (values.length > 1 && operand.kind !== 'list' && operator !== 'in' && operator !== 'not in') {
      throw new JqlError(
        'SYNTAX',
        `Operator '${operator}' does not support the list value for field '${shownName(field)}'.`,
      );
    }
    return values.map(value => new Comparand({ value, function: item.name }, shownName(field), site.clock));
  });
  return { comparands, withEmpty };
}

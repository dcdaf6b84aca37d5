import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileJql, JqlError } from '../../../../sandbox/jira/jql/index.ts';
import type { JqlSubject, JqlValue } from '../../../../sandbox/jira/jql/index.ts';
import { subjectOf, tickets } from './example-tickets.ts';

const options = { currentUser: 'acc-owner', now: new Date('2026-11-20T23:30:00Z') };

const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'status',
        'cf',
        '[',
        ']',
        '10050',
        'assignee',
        'key',
        'GOV-1',
        '=',
        '!=',
        '>',
        '~',
        '!~',
        'in',
        'not',
        'is',
      ],
      ...[
        '(',
        ')',
        ',',
        'EMPTY',
        'and',
        'OR',
        'order',
        'by',
        'asc',
        '"a b"',
        '"',
        '-7d',
        'now',
        'currentUser()',
      ],
      ...['was', 'changed', '!', '&&', '|', '\\u0040', '\\', '@', '2026-11-01', 'summary', 'created'],
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(' '));

describe('any text at all', () => {
  it.each([
    ['of any characters', fc.string({ unit: 'binary', maxLength: 200 })],
    ["of the language's own words", soup],
    [
      'of one character over and over',
      fc.tuple(fc.constantFrom('(', '!', '"', 'x', ')', '-', '['), fc.nat(3000)).map(([c, n]) => c.repeat(n)),
    ],
  ])('%s is a query or refused, never more', (_, queries) => {
    fc.assert(
      fc.property(queries, query => {
        try {
          const { matches, compare } = compileJql(query, options);
          tickets.map(subjectOf).filter(matches).sort(compare);
        } catch (error) {
          expect(error).toBeInstanceOf(JqlError);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

type Tree =
  | { kind: 'is'; field: string; value: string; negative: boolean }
  | { kind: 'empty'; field: string; negative: boolean }
  | { kind: 'not'; operand: Tree }
  | { kind: 'and' | 'or'; left: Tree; right: Tree };

const field = fc.constantFrom('labels', 'team', 'area');
const word = fc.constantFrom('alpha', 'beta', 'gamma');
const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ kind: fc.constant('is'), field, value: word, negative: fc.boolean() }),
    fc.record({ kind: fc.constant('empty'), field, negative: fc.boolean() }),
    fc.record({ kind: fc.constant('not'), operand: tie('tree') }),
    fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('tree'), right: tie('tree') }),
  ),
}));

function printed(node: Tree): string {
  switch (node.kind) {
    case 'is':
      return `${node.field} ${node.negative ? '!=' : '='} ${node.value}`;
    case 'empty':
      return `${node.field} is ${node.negative ? 'not ' : ''}EMPTY`;
    case 'not':
      return `NOT (${printed(node.operand)})`;
    default:
      return `(${printed(node.left)}) ${node.kind} (${printed(node.right)})`;
  }
}

type Holding = Readonly<Record<string, readonly string[]>>;

/** What the documentation says: an empty field satisfies neither `=` nor `!=`, and `NOT f = v` is `f != v`. */
function holds(node: Tree, item: Holding, denied = false): boolean {
  if (node.kind === 'not') return holds(node.operand, item, !denied);
  if ('left' in node) {
    const [left, right] = [holds(node.left, item, denied), holds(node.right, item, denied)];
    return (node.kind === 'and') === denied ? left || right : left && right;
  }
  const values = item[node.field] ?? [];
  const isDenied = node.negative !== denied;
  if (node.kind === 'empty') return (values.length === 0) !== isDenied;
  return values.length > 0 && values.includes(node.value) !== isDenied;
}

const held = fc.uniqueArray(word, { maxLength: 2 });
const item = fc.record({ labels: held, team: held, area: held });

function subject(holding: Holding): JqlSubject {
  const named = (name: string): JqlValue => ({ kind: 'named', id: `id of ${name}`, names: [name] });
  return { values: name => holding[name]?.map(named) };
}

describe('a tree of conditions', () => {
  it('finds what the documentation says of its operators', () => {
    fc.assert(
      fc.property(tree, item, (node, holding) => {
        expect(compileJql(printed(node), options).matches(subject(holding))).toBe(holds(node, holding));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an order', () => {
  const aged = fc.record({ created: fc.nat(3), key: fc.integer({ min: 1, max: 200 }) });
  const asSubject = ({ created, key }: { created: number; key: number }): JqlSubject => ({
    values: name => {
      if (name === 'key') return [{ kind: 'key', key: `GOV-${String(key)}`, id: String(key) }];
      return name === 'created' ? [{ kind: 'instant', at: created }] : undefined;
    },
  });

  it.each(['', 'ORDER BY key', 'ORDER BY created DESC, key ASC', 'ORDER BY key DESC'])(
    'is total and the same from both sides: %j',
    query => {
      const { compare } = compileJql(query, options);
      fc.assert(
        fc.property(aged, aged, aged, (a, b, c) => {
          const [one, other, third] = [asSubject(a), asSubject(b), asSubject(c)];
          expect(Math.sign(compare(one, other)) + Math.sign(compare(other, one))).toBe(0);
          if (compare(one, other) <= 0 && compare(other, third) <= 0)
            expect(compare(one, third)).toBeLessThanOrEqual(0);
        }),
      );
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse, evaluate, ExpressionError } from '../../../../sandbox/jira/expressions/index.ts';

type Tree =
  | { kind: 'constant'; value: boolean | number | string | null }
  | { kind: 'not'; operand: Tree }
  | { kind: 'both' | 'either' | 'first' | 'same'; left: Tree; right: Tree }
  | { kind: 'choice'; test: Tree; then: Tree; otherwise: Tree };

const signs = { both: '&&', either: '||', first: '??', same: '==' } as const;

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ kind: fc.constant('constant'), value: fc.constantFrom(true, false, null, 0, 1, '', 'x') }),
    fc.record({ kind: fc.constant('not'), operand: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('both', 'either', 'first', 'same'),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({ kind: fc.constant('choice'), test: tie('tree'), then: tie('tree'), otherwise: tie('tree') }),
  ),
}));

/** Written with every parenthesis, so that only the meaning of the operators is compared. */
function printed(node: Tree): string {
  switch (node.kind) {
    case 'constant':
      return JSON.stringify(node.value);
    case 'not':
      return `!(${printed(node.operand)})`;
    case 'choice':
      return `(${printed(node.test)}) ? (${printed(node.then)}) : (${printed(node.otherwise)})`;
    default:
      return `(${printed(node.left)}) ${signs[node.kind]} (${printed(node.right)})`;
  }
}

const typeError = Symbol('type error');
type Value = boolean | number | string | null;
type Outcome = Value | typeof typeError;

/** What the documentation says of the same operators, said again. */
function meaning(node: Tree): Outcome {
  if (node.kind === 'constant') return node.value;
  if (node.kind === 'not') return ifSound(meaning(node.operand), value => !value);
  if (node.kind === 'choice') {
    return ifSound(meaning(node.test), value => meaning(value ? node.then : node.otherwise));
  }
  return ifSound(meaning(node.left), left => {
    if (node.kind === 'both') return left ? meaning(node.right) : left;
    if (node.kind === 'either') return left ? left : meaning(node.right);
    if (node.kind === 'first') return left === null ? meaning(node.right) : left;
    return ifSound(meaning(node.right), right => {
      if (left === null || right === null) return left === right;
      return typeof left === typeof right ? left === right : typeError;
    });
  });
}

function ifSound(outcome: Outcome, then: (value: Value) => Outcome): Outcome {
  return outcome === typeError ? outcome : then(outcome);
}

function outcomeOf(source: string): Outcome {
  try {
    return evaluate(source, {}) as Outcome;
  } catch (error) {
    if (error instanceof ExpressionError && error.kind === 'TYPE') return typeError;
    throw error;
  }
}

const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'issue',
        'x',
        'let',
        '=',
        ';',
        'if',
        'else',
        'try',
        'catch',
        'throw',
        'return',
        'new',
        'Date',
        'typeof',
      ],
      ...[
        '1',
        '0.5',
        '"a"',
        '`b${',
        '}',
        '`',
        '(',
        ')',
        '[',
        ']',
        '{',
        ':',
        ',',
        '.',
        '?.',
        '=>',
        '?',
        '!',
        '-',
      ],
      ...['&&', '||', '??', '==', '<', '+', 'map', 'length', 'null', 'true', '\n'],
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(' '));

describe('any text at all', () => {
  it.each([
    ['of any characters', fc.string({ unit: 'binary', maxLength: 200 })],
    ["of the language's own words", soup],
    [
      'of one character over and over',
      fc
        .tuple(fc.constantFrom('(', '[', '{', '`', '!', '-', '"', 'x', '.', '?', '1', '+'), fc.nat(1100))
        .map(([c, n]) => c.repeat(n)),
    ],
  ])('%s is evaluated or refused, never more', (_, sources) => {
    fc.assert(
      fc.property(sources, source => {
        expect(analyse(source).valid).toBe(analyse(source).errors.length === 0);
        try {
          evaluate(source, { issue: { x: [1] }, x: 1 }, { now: 0, timeZone: 'UTC' });
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a tree of conditions', () => {
  it('means what the documentation says of its operators', () => {
    fc.assert(
      fc.property(
        tree.filter(node => printed(node).length <= 1000),
        node => {
          expect(outcomeOf(printed(node))).toStrictEqual(meaning(node));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('needs no parentheses where the grammar has an order', () => {
    const constant = fc.constantFrom('true', 'false', 'null', '1 < 2', '2 != 2', '!true', '1 + 1 == 2');
    const sign = fc.constantFrom('&&', '||');
    fc.assert(
      fc.property(constant, fc.array(fc.tuple(sign, constant), { maxLength: 8 }), (first, rest) => {
        const source = [first, ...rest.flat()].join(' ');
        const grouped = source.split(' || ').map(group => `(${group})`);
        expect(evaluate(source, {})).toBe(evaluate(grouped.join(' || '), {}));
      }),
    );
  });
});

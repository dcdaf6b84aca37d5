import { tokenize } from './lexer.ts';
import { parsePrimary } from './primary-parser.ts';
import type { BinaryOperator, LogicalOperator, Node, Program, UnaryOperator } from './syntax-tree.ts';
import { parseProgram } from './program-parser.ts';
import { TokenStream } from './token-stream.ts';

/** How tightly the operators between two operands bind; the documented order, `??` loosest. */
const binding: ReadonlyMap<string, number> = new Map([
  ['??', 1],
  ['||', 2],
  ['&&', 3],
  ...(['==', '!='] as const).map(each => [each, 4] as const),
  ...(['<', '>', '<=', '>='] as const).map(each => [each, 5] as const),
  ...(['+', '-'] as const).map(each => [each, 6] as const),
  ...(['*', '/', '%'] as const).map(each => [each, 7] as const),
]);

/** Parses a whole source. @throws ExpressionError of kind SYNTAX or NOT_MODELLED */
export function parseSource(source: string): Program {
  const tokens = new TokenStream(tokenize(source));
  const program = parseProgram(tokens);
  if (tokens.peek().kind !== 'end') throw tokens.unexpected('end of expression');
  return program;
}

/** `expression := throw expression | operators ["?" expression ":" expression]` */
export function parseExpression(tokens: TokenStream): Node {
  return tokens.nested(() => {
    const at = tokens.peek().at;
    const test = tokens.accept('throw') ? parseThrow(tokens, at) : parseOperators(tokens, 0);
    if (!tokens.sees('?')) return test;
    const question = tokens.advance();
    const then = parseExpression(tokens);
    tokens.expect(':');
    return { kind: 'conditional', at: question.at, test, then, otherwise: parseExpression(tokens) };
  });
}

function parseThrow(tokens: TokenStream, at: Node['at']): Node {
  const value = tokens.nested(() => {
    const inner = tokens.peek().at;
    return tokens.accept('throw') ? parseThrow(tokens, inner) : parseOperators(tokens, 0);
  });
  return { kind: 'throw', at, value };
}

/** Operands joined by operators that bind tighter than `floor`; all are left-associative. */
function parseOperators(tokens: TokenStream, floor: number): Node {
  let left = parseUnary(tokens);
  for (;;) {
    const token = tokens.peek();
    const power = token.kind === 'symbol' ? (binding.get(token.text) ?? 0) : 0;
    if (token.kind !== 'symbol' || power <= floor) return left;
    tokens.advance();
    left = joined(token.text, token.at, left, parseOperators(tokens, power));
  }
}

function joined(operator: string, at: Node['at'], left: Node, right: Node): Node {
  return isLogical(operator)
    ? { kind: 'logical', at, operator, left, right }
    : { kind: 'binary', at, operator: operator as BinaryOperator, left, right };
}

function isLogical(operator: string): operator is LogicalOperator {
  return operator === '&&' || operator === '||' || operator === '??';
}

function parseUnary(tokens: TokenStream): Node {
  for (const operator of ['!', '-', 'typeof'] satisfies UnaryOperator[]) {
    if (!tokens.sees(operator)) continue;
    const { at } = tokens.advance();
    return { kind: 'unary', at, operator, operand: tokens.nested(() => parseUnary(tokens)) };
  }
  return parsePrimary(tokens);
}

import { notModelled, syntaxError } from './errors.ts';
import { bracketedField, canonicalField } from './field-names.ts';
import { parseOperand } from './operand-parser.ts';
import { parseOperator } from './operator-parser.ts';
import { tokenize } from './lexer.ts';
import { negated } from './query-tree.ts';
import type { Condition, Query, SortKey } from './query-tree.ts';
import { isReservedWord, reservedWord } from './reserved-words.ts';
import { TokenStream } from './token-stream.ts';

/** Deeper queries are refused rather than left to the stack. */
const deepest = 200;

/** @throws JqlError of kind SYNTAX or NOT_MODELLED */
export function parseQuery(text: string): Query {
  const tokens = new TokenStream(tokenize(text));
  const isUnrestricted = tokens.peek().kind === 'end' || tokens.sees('order');
  const where = isUnrestricted ? undefined : parseOr(tokens, 0);
  const orderBy = tokens.accept('order') ? parseOrderBy(tokens) : [];
  const { kind, text: found, place } = tokens.peek();
  if (kind !== 'end') {
    throw orderBy.length > 0
      ? syntaxError(`Expecting ',' but got '${found}'.`, place)
      : syntaxError(`Expecting either 'OR' or 'AND' but got '${found}'.`, place);
  }
  return { where, orderBy };
}

function parseOr(tokens: TokenStream, depth: number): Condition {
  const parts = [parseAnd(tokens, depth)];
  while (tokens.accept('or', '||', '|')) parts.push(parseAnd(tokens, depth));
  return joined('or', parts);
}

function parseAnd(tokens: TokenStream, depth: number): Condition {
  const parts = [parseNot(tokens, depth)];
  while (tokens.accept('and', '&&', '&')) parts.push(parseNot(tokens, depth));
  return joined('and', parts);
}

function joined(kind: 'and' | 'or', parts: readonly Condition[]): Condition {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind, parts };
}

function parseNot(tokens: TokenStream, depth: number): Condition {
  if (depth > deepest) throw notModelled(`A query nested more than ${String(deepest)} deep`);
  if (tokens.accept('not', '!')) return negated(parseNot(tokens, depth + 1));
  if (!tokens.accept('(')) return parseClause(tokens);
  const inner = parseOr(tokens, depth + 1);
  tokens.expect(')');
  return inner;
}

function parseClause(tokens: TokenStream): Condition {
  const field = parseField(tokens);
  const operator = parseOperator(tokens);
  return { kind: 'clause', field, operator, operand: parseOperand(tokens, field, operator) };
}

function parseField(tokens: TokenStream): string {
  const { kind, text, place } = tokens.peek();
  if (kind !== 'word' && kind !== 'quoted') {
    throw tokens.expecting('a field name', 'a field name at the end of the query');
  }
  tokens.advance();
  if (tokens.accept('[')) {
    const inside = tokens.advance().text;
    tokens.expect(']');
    return bracketedField(text, inside);
  }
  if (kind === 'word' && isReservedWord(text)) throw reservedWord(text, place);
  if (text === '') throw syntaxError('The field name was blank.', place);
  return canonicalField(text);
}

function parseOrderBy(tokens: TokenStream): SortKey[] {
  if (!tokens.accept('by')) throw tokens.expecting("'by'", "'by' before the end of the query");
  const keys: SortKey[] = [];
  do {
    const field = parseField(tokens);
    const direction = tokens.accept('asc') ? 'asc' : tokens.accept('desc') ? 'desc' : undefined;
    keys.push({ field, direction });
  } while (tokens.accept(','));
  return keys;
}

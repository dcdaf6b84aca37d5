import { JqlError, syntaxError } from './errors.ts';
import { shownName } from './field-names.ts';
import type { Operand, Operator } from './query-tree.ts';
import { isReservedWord, reservedWord } from './reserved-words.ts';
import type { TokenStream } from './token-stream.ts';

const expected = 'either a value, list or function';

/** Reads what stands right of an operator: a list for IN, EMPTY for IS, one value for the others. */
export function parseOperand(tokens: TokenStream, field: string, operator: Operator): Operand {
  const start = tokens.peek();
  const operand = tokens.sees('(') ? parseList(tokens) : parseValue(tokens);
  const wantsList = operator === 'in' || operator === 'not in';
  if (wantsList && operand.kind !== 'list' && operand.kind !== 'function') {
    throw new JqlError(
      'SYNTAX',
      `Operator '${operator}' does not support the non-list value '"${start.text}"' for field '${shownName(field)}'.`,
    );
  }
  if (!wantsList && operand.kind === 'list') {
    throw new JqlError(
      'SYNTAX',
      `Operator '${operator}' does not support the list value for field '${shownName(field)}'.`,
    );
  }
  if ((operator === 'is' || operator === 'is not') && operand.kind !== 'empty') {
    throw new JqlError(
      'SYNTAX',
      `The operator '${operator}' only supports EMPTY for field '${shownName(field)}'.`,
    );
  }
  return operand;
}

function parseList(tokens: TokenStream): Operand {
  tokens.expect('(');
  const items: Operand[] = [];
  do {
    items.push(parseValue(tokens));
  } while (tokens.accept(','));
  tokens.expect(')');
  return { kind: 'list', items };
}

function parseValue(tokens: TokenStream): Operand {
  const { kind, text, place } = tokens.peek();
  if (kind !== 'word' && kind !== 'quoted')
    throw tokens.expecting(expected, `${expected} before the end of the query`);
  tokens.advance();
  if (tokens.accept('(')) return parseFunction(tokens, text);
  if (kind === 'quoted') return { kind: 'literal', text };
  if (['empty', 'null'].includes(text.toLowerCase())) return { kind: 'empty' };
  if (isReservedWord(text)) throw reservedWord(text, place);
  return { kind: 'literal', text };
}

function parseFunction(tokens: TokenStream, name: string): Operand {
  const values: string[] = [];
  while (!tokens.accept(')')) {
    if (values.length > 0 && !tokens.accept(',')) {
      throw tokens.expecting("')' or ','", "')' before the end of the query");
    }
    const { kind, text, place } = tokens.peek();
    if (kind !== 'word' && kind !== 'quoted') {
      throw kind === 'end'
        ? syntaxError("Expecting ')' before the end of the query.")
        : syntaxError(`Expecting a value but got '${text}'.`, place);
    }
    values.push(tokens.advance().text);
  }
  return { kind: 'function', name, arguments: values };
}

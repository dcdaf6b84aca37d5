import { notModelled, syntaxError } from './errors.ts';
import type { Operator } from './query-tree.ts';
import type { TokenStream } from './token-stream.ts';

const signs: readonly Operator[] = ['=', '!=', '<', '>', '<=', '>=', '~', '!~'];
const valid = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'";

/** @throws JqlError - NOT_MODELLED for the operators on history */
export function parseOperator(tokens: TokenStream): Operator {
  const sign = signs.find(each => tokens.sees(each));
  if (sign) {
    tokens.advance();
    return sign;
  }
  if (tokens.sees('was')) throw notModelled('WAS');
  if (tokens.sees('changed')) throw notModelled('CHANGED');
  if (tokens.accept('in')) return 'in';
  if (tokens.accept('is')) return tokens.accept('not') ? 'is not' : 'is';
  const { kind, text } = tokens.peek(1);
  if (tokens.sees('not') && kind === 'word' && text.toLowerCase() === 'in') {
    tokens.advance();
    tokens.advance();
    return 'not in';
  }
  const found = tokens.peek();
  const got = found.kind === 'end' ? 'before the end of the query' : `but got '${found.text}'`;
  const place = found.kind === 'end' ? undefined : found.place;
  throw syntaxError(`Expecting operator ${got}. The valid operators are ${valid}.`, place);
}

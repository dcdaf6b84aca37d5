import { ExpressionError } from './errors.ts';
import type { Position } from './errors.ts';
import { SourceText } from './source-text.ts';
import { readString } from './string-literal.ts';

export type Token =
  | { kind: 'name'; at: Position; text: string }
  | { kind: 'keyword'; at: Position; text: string }
  | { kind: 'symbol'; at: Position; text: string }
  | { kind: 'number'; at: Position; value: number }
  | { kind: 'string'; at: Position; value: string }
  /** The tokens of each `${…}` stand between two texts; each ends in an `end`. */
  | { kind: 'template'; at: Position; texts: string[]; values: Token[][] }
  | { kind: 'end'; at: Position };

const keywords: ReadonlySet<string> = new Set([
  ...['true', 'false', 'null', 'typeof', 'new', 'let', 'return'],
  ...['if', 'else', 'try', 'catch', 'throw'],
]);

/** Longest first, so that `=>` isn't read as `=`. `?.` before a digit is `?` and a number. */
const symbols = [
  ...['===', '!==', '=>', '==', '!=', '<=', '>=', '&&', '||', '??', '?.', '++', '--', '+=', '-=', '...'],
  ...['+', '-', '*', '/', '%', '<', '>', '!', '?', ':', ',', ';', '.', '=', '(', ')', '[', ']', '{', '}'],
];

/**
 * The tokens of an expression, the last one an `end`.
 * @throws ExpressionError for a character or literal that no expression holds
 */
export function tokenize(source: string): Token[] {
  const text = new SourceText(source);
  const tokens: Token[] = [];
  skipBlanks(text);
  while (!text.done) {
    tokens.push(readToken(text));
    skipBlanks(text);
  }
  return [...tokens, { kind: 'end', at: text.position() }];
}

function skipBlanks(text: SourceText): void {
  text.take(/\s*/y);
  if (text.starts('//') || text.starts('/*')) {
    throw new ExpressionError('NOT_MODELLED', 'Comments in expressions are not modelled.', text.position());
  }
}

function readToken(text: SourceText): Token {
  const at = text.position();
  const name = text.take(/[\p{L}_$][\p{L}\p{N}_$]*/uy);
  if (name !== '') return { kind: keywords.has(name) ? 'keyword' : 'name', at, text: name };
  const number = text.take(/\d+(\.\d+)?/y);
  if (number !== '') return numberToken(text, number, at);
  if (text.starts('"') || text.starts("'")) return { kind: 'string', at, value: readString(text) };
  if (text.starts('`')) return readTemplate(text, at);
  const symbol = symbols.find(each => text.starts(each) && !(each === '?.' && text.matches(/\?\.\d/y)));
  if (symbol === undefined) throw new ExpressionError('SYNTAX', `Unexpected character ${text.next}.`, at);
  text.skip(symbol.length);
  return { kind: 'symbol', at, text: symbol };
}

function numberToken(text: SourceText, digits: string, at: Position): Token {
  if (text.matches(/[\p{L}_$]/uy)) {
    throw new ExpressionError('SYNTAX', `A number can't be followed by ${text.next}.`, text.position());
  }
  return { kind: 'number', at, value: Number(digits) };
}

function readTemplate(text: SourceText, at: Position): Token {
  const texts: string[] = [];
  const values: Token[][] = [];
  for (;;) {
    texts.push(readString(text));
    if (!text.starts('${')) return { kind: 'template', at, texts, values };
    text.skip(2);
    values.push(readHole(text));
  }
}

/** The tokens up to the brace that closes a `${`; the brace is left to the string that goes on after it. */
function readHole(text: SourceText): Token[] {
  let open = 0;
  const tokens: Token[] = [];
  skipBlanks(text);
  while (open > 0 || !text.starts('}')) {
    if (text.done)
      throw new ExpressionError('SYNTAX', '} expected, end of expression encountered.', text.position());
    const token = readToken(text);
    if (token.kind === 'symbol' && token.text === '{') open += 1;
    if (token.kind === 'symbol' && token.text === '}') open -= 1;
    tokens.push(token);
    skipBlanks(text);
  }
  return [...tokens, { kind: 'end', at: text.position() }];
}

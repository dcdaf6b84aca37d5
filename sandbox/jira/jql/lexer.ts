import { syntaxError } from './errors.ts';

export type Token =
  | { kind: 'word'; text: string; place: string }
  | { kind: 'quoted'; text: string; place: string }
  | { kind: 'symbol'; text: string; place: string }
  | { kind: 'end'; text: ''; place: string };

const symbols = [
  '&&',
  '||',
  '!=',
  '!~',
  '<=',
  '>=',
  '&',
  '|',
  '=',
  '<',
  '>',
  '~',
  '!',
  '(',
  ')',
  ',',
  '[',
  ']',
];
const escapes: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', ' ': ' ', '"': '"', "'": "'", '\\': '\\' },
};

/**
 * The words, texts and symbols of a query, the last token an `end`.
 * @throws JqlError for unquoted reserved characters and unfinished texts
 */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  for (;;) {
    offset += /^\s*/.exec(query.slice(offset))?.[0].length ?? 0;
    const place = placeOf(query, offset);
    const rest = query.slice(offset);
    if (rest === '') return [...tokens, { kind: 'end', text: '', place }];
    const token = readQuoted(rest, place) ?? readSymbol(rest, place) ?? readWord(rest, place);
    tokens.push(token.token);
    offset += token.length;
  }
}

type Read = { token: Token; length: number };

function placeOf(query: string, offset: number): string {
  const lines = query.slice(0, offset).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return `(line ${String(lines.length)}, character ${String(column)})`;
}

function readQuoted(rest: string, place: string): Read | undefined {
  const quote = rest[0];
  if (quote !== '"' && quote !== "'") return undefined;
  const body = quote === '"' ? /^"((?:[^"\\]|\\[^])*)"/ : /^'((?:[^'\\]|\\[^])*)'/;
  const found = body.exec(rest);
  if (!found) {
    throw syntaxError(`The quoted string '${rest.slice(1)}' has not been completed.`, place);
  }
  return {
    token: { kind: 'quoted', text: unescaped(found[1] ?? '', place), place },
    length: found[0].length,
  };
}

function readSymbol(rest: string, place: string): Read | undefined {
  const symbol = symbols.find(each => rest.startsWith(each));
  return symbol === undefined
    ? undefined
    : { token: { kind: 'symbol', text: symbol, place }, length: symbol.length };
}

function readWord(rest: string, place: string): Read {
  const decimal = /^-?\d+\.\d+(?![^\s=!<>~(),[\]&|])/.exec(rest)?.[0];
  const written =
    decimal ?? /^(?:[^\s=!<>~(),[\]&|"'{}*/%+^$#@?;.`\\]|\\u[0-9a-fA-F]{4}|\\[^])+/.exec(rest)?.[0];
  if (written === undefined) throw reservedCharacter(rest, place);
  return { token: { kind: 'word', text: unescaped(written, place), place }, length: written.length };
}

function reservedCharacter(rest: string, place: string) {
  const character = rest.slice(0, 1);
  const code = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const advice = `You must enclose it in a string or use the escape '${code}' instead.`;
  return syntaxError(`The character '${character}' is a reserved JQL character. ${advice}`, place);
}

function unescaped(written: string, place: string): string {
  return written.replace(
    /\\(?:u([0-9a-fA-F]{4})|([^]))/g,
    (escape: string, code?: string, letter?: string) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      const meant = letter !== undefined && Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
      if (meant !== undefined) return meant;
      throw syntaxError(`'${escape}' is an illegal JQL escape sequence.`, place);
    },
  );
}

import { notPortable, parseError } from './refusal.ts';

/** `word`: bare; `name`: in backticks, without them; `string`: with its quotes. */
export interface Token {
  kind: 'word' | 'name' | 'string' | 'number' | 'param' | 'symbol';
  text: string;
  /** Upper case for words, the text itself for symbols, empty for the rest: what a keyword is compared with. */
  key: string;
}

const RULES: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /\s+|--\s[^\n]*|\/\*(?![!+])[\s\S]*?\*\//y],
  ['name', /`[^`]+`/y],
  ['string', /'(?:[^']|'')*'/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_][\w$]*/y],
  ['param', /\?/y],
  ['symbol', /<=>|->>|->|\|\||&&|:=|<=|>=|<>|!=|==|<<|>>|[(),.;=<>*+\-/%!@:|&^~"#{}[\]\\$]/y],
];

/**
 * Cuts a statement into tokens.
 * @throws SqlRefused for what reads differently from one database to another (double quotes, backslashes in strings,
 * hints), and a parse error for anything else that isn't SQL
 */
export function tokenize(statement: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < statement.length) {
    const [kind, text] = match(statement, at);
    at += text.length;
    if (kind === 'skip') continue;
    refuseAmbiguous(kind, text);
    const plain = kind === 'name' ? text.slice(1, -1) : text;
    tokens.push({
      kind,
      text: plain,
      key: kind === 'word' ? text.toUpperCase() : kind === 'symbol' ? text : '',
    });
  }
  return tokens;
}

function match(statement: string, at: number): [Token['kind'] | 'skip', string] {
  if (/^\/\*[!+]/.test(statement.slice(at, at + 3)))
    throw notPortable('optimizer hints and version comments');
  for (const [kind, pattern] of RULES) {
    pattern.lastIndex = at;
    const [text] = pattern.exec(statement) ?? [];
    if (text !== undefined) return [kind, text];
  }
  throw parseError(`You have an error in your SQL syntax near '${statement.slice(at, at + 40)}'`);
}

function refuseAmbiguous(kind: Token['kind'], text: string): void {
  if (kind === 'string' && text.includes('\\')) {
    throw notPortable(
      'a backslash in a string, which MySQL takes for an escape',
      'Bind the text as a parameter.',
    );
  }
  if (text === '"')
    throw notPortable('double quotes, a string in MySQL and a name in ANSI SQL', 'Use backticks for names.');
  if (text === '#') throw notPortable('# comments');
}

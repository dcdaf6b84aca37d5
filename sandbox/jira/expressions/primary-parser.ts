import { parseExpression } from './parser.ts';
import { parseBlock } from './program-parser.ts';
import type { Node, Program } from './syntax-tree.ts';
import { TokenStream } from './token-stream.ts';

/** The tokens an operand can start with, as Jira lists them when it meets another. */
const starts =
  '!, -, typeof, (, IDENTIFIER, null, true, false, NUMBER, STRING, TEMPLATE_LITERAL, new, [ or {';

const constants: Readonly<Record<string, null | boolean>> = { null: null, true: true, false: false };

/** An operand with its members, indexes and calls, or a lambda. */
export function parsePrimary(tokens: TokenStream): Node {
  if (startsLambda(tokens)) return parseLambda(tokens);
  let node = parseOperand(tokens);
  for (let next = parseSuffix(tokens, node); next; next = parseSuffix(tokens, node)) node = next;
  return node;
}

function parseSuffix(tokens: TokenStream, object: Node): Node | undefined {
  const { at } = tokens.peek();
  if (tokens.sees('(')) return { kind: 'call', at, callee: object, arguments: parseList(tokens, '(', ')') };
  if (tokens.sees('[')) return { kind: 'index', at, object, index: parseIndex(tokens), optional: false };
  if (tokens.accept('.'))
    return { kind: 'member', at, object, name: parseMemberName(tokens), optional: false };
  if (!tokens.accept('?.')) return undefined;
  if (tokens.sees('[')) return { kind: 'index', at, object, index: parseIndex(tokens), optional: true };
  return { kind: 'member', at, object, name: parseMemberName(tokens), optional: true };
}

/** A word after a dot is a name even where it is a keyword elsewhere. */
function parseMemberName(tokens: TokenStream): string {
  const token = tokens.peek();
  if (token.kind !== 'keyword') return tokens.expectName();
  tokens.advance();
  return token.text;
}

function parseIndex(tokens: TokenStream): Node {
  tokens.expect('[');
  const index = parseExpression(tokens);
  tokens.expect(']');
  return index;
}

function parseList(tokens: TokenStream, open: string, close: string): Node[] {
  tokens.expect(open);
  const items: Node[] = [];
  while (!tokens.accept(close)) {
    if (items.length > 0) tokens.expect(',');
    items.push(parseExpression(tokens));
  }
  return items;
}

function parseOperand(tokens: TokenStream): Node {
  const token = tokens.peek();
  const { at } = token;
  if (token.kind === 'number' || token.kind === 'string') {
    tokens.advance();
    return { kind: 'literal', at, value: token.value };
  }
  if (token.kind === 'name') return { kind: 'variable', at, name: tokens.expectName() };
  if (token.kind === 'template') return parseTemplate(tokens, token);
  if (tokens.sees('[')) return { kind: 'list', at, items: parseList(tokens, '[', ']') };
  if (tokens.sees('{')) return parseMap(tokens);
  if (tokens.accept('new')) {
    return { kind: 'new', at, type: tokens.expectName(), arguments: parseList(tokens, '(', ')') };
  }
  if (tokens.accept('(')) {
    const inner = parseExpression(tokens);
    tokens.expect(')');
    return inner;
  }
  const value = token.kind === 'keyword' ? constants[token.text] : undefined;
  if (value === undefined) throw tokens.unexpected(starts);
  tokens.advance();
  return { kind: 'literal', at, value };
}

function parseTemplate(
  tokens: TokenStream,
  token: ReturnType<TokenStream['peek']> & { kind: 'template' },
): Node {
  tokens.advance();
  const values = token.values.map(hole =>
    tokens.nested(() => {
      const inner = new TokenStream(hole);
      const value = parseExpression(inner);
      if (inner.peek().kind !== 'end') throw inner.unexpected('}');
      return value;
    }),
  );
  return { kind: 'template', at: token.at, texts: token.texts, values };
}

function parseMap(tokens: TokenStream): Node {
  const { at } = tokens.expect('{');
  const entries: { key: string; value: Node }[] = [];
  while (!tokens.accept('}')) {
    if (entries.length > 0) tokens.expect(',');
    const token = tokens.peek();
    const key = token.kind === 'string' ? token.value : parseMemberName(tokens);
    if (token.kind === 'string') tokens.advance();
    tokens.expect(':');
    entries.push({ key, value: parseExpression(tokens) });
  }
  return { kind: 'map', at, entries };
}

/** `name =>` or `(name, …) =>`; parentheses are looked through to the arrow, since `(a)` is an operand too. */
function startsLambda(tokens: TokenStream): boolean {
  if (tokens.peek().kind === 'name') return tokens.sees('=>', 1);
  if (!tokens.sees('(')) return false;
  let ahead = 1;
  while (tokens.peek(ahead).kind === 'name' || tokens.sees(',', ahead)) ahead += 1;
  return tokens.sees(')', ahead) && tokens.sees('=>', ahead + 1);
}

function parseLambda(tokens: TokenStream): Node {
  const parameters: string[] = [];
  if (tokens.accept('(')) {
    while (!tokens.accept(')')) {
      if (parameters.length > 0) tokens.expect(',');
      parameters.push(tokens.expectName());
    }
  } else {
    parameters.push(tokens.expectName());
  }
  const { at } = tokens.expect('=>');
  return { kind: 'lambda', at, parameters, body: parseLambdaBody(tokens) };
}

/** A brace after the arrow opens a block, unless it holds `key:` or nothing: then it is a map. */
function parseLambdaBody(tokens: TokenStream): Program {
  const isMap = tokens.sees('{') && (tokens.sees('}', 1) || tokens.sees(':', 2));
  if (tokens.sees('{') && !isMap) return parseBlock(tokens);
  return { declarations: [], body: parseExpression(tokens) };
}

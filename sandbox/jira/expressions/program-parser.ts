import { parseExpression } from './parser.ts';
import type { Body, Program } from './syntax-tree.ts';
import type { TokenStream } from './token-stream.ts';

/** `program := (["let"] name "=" expression ";")* ["return"] body [";"]` */
export function parseProgram(tokens: TokenStream): Program {
  const declarations: Program['declarations'][number][] = [];
  while (tokens.sees('let') || (tokens.peek().kind === 'name' && tokens.sees('=', 1))) {
    tokens.accept('let');
    const { at } = tokens.peek();
    const name = tokens.expectName();
    tokens.expect('=');
    declarations.push({ at, name, value: parseExpression(tokens) });
    tokens.expect(';');
  }
  tokens.accept('return');
  const body = parseBody(tokens);
  tokens.accept(';');
  return { declarations, body };
}

function parseBody(tokens: TokenStream): Body {
  if (tokens.sees('if')) return tokens.nested(() => parseIf(tokens));
  if (tokens.sees('try')) return tokens.nested(() => parseTry(tokens));
  return parseExpression(tokens);
}

/** `block := "{" program "}"` */
export function parseBlock(tokens: TokenStream): Program {
  tokens.expect('{');
  const program = tokens.nested(() => parseProgram(tokens));
  tokens.expect('}');
  return program;
}

/** Every `if` has an `else`: an expression always has a value. */
function parseIf(tokens: TokenStream): Body {
  const { at } = tokens.expect('if');
  tokens.expect('(');
  const test = parseExpression(tokens);
  tokens.expect(')');
  const then = parseBlock(tokens);
  tokens.expect('else');
  const otherwise = tokens.sees('if')
    ? { declarations: [], body: tokens.nested(() => parseIf(tokens)) }
    : parseBlock(tokens);
  return { kind: 'if', at, test, then, otherwise };
}

function parseTry(tokens: TokenStream): Body {
  const { at } = tokens.expect('try');
  const attempt = parseBlock(tokens);
  tokens.expect('catch');
  tokens.expect('(');
  const error = tokens.peek().kind === 'name' ? tokens.expectName() : undefined;
  tokens.expect(')');
  return { kind: 'try', at, attempt, error, recovery: parseBlock(tokens) };
}

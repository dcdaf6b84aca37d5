import { ExpressionError } from './errors.ts';
import type { Token } from './lexer.ts';

/** Jira says no more than this about nesting; deeper ones are refused rather than left to the stack. */
const deepest = 150;

/** The tokens of an expression, read from left to right. */
export class TokenStream {
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  /** @param tokens - ending in an `end` */
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** The token `ahead` of the next one; the `end` beyond it. */
  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
    if (!token) throw new RangeError('A token stream holds at least its end.');
    return token;
  }

  advance(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** Whether the next token (or the one `ahead` of it) is this symbol or keyword. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.kind === 'symbol' || token.kind === 'keyword') && token.text === text;
  }

  /** Reads this symbol or keyword if it is next. */
  accept(text: string): boolean {
    if (!this.sees(text)) return false;
    this.index += 1;
    return true;
  }

  expect(text: string): Token {
    if (!this.sees(text)) throw this.unexpected(text);
    return this.advance();
  }

  expectName(): string {
    const token = this.peek();
    if (token.kind !== 'name') throw this.unexpected('IDENTIFIER');
    this.index += 1;
    return token.text;
  }

  /** Jira's own wording: what was expected, what was encountered. */
  unexpected(expected: string): ExpressionError {
    const token = this.peek();
    return new ExpressionError('SYNTAX', `${expected} expected, ${describe(token)} encountered.`, token.at);
  }

  /** Reads something that may hold itself. */
  nested<T>(read: () => T): T {
    if (this.depth >= deepest) {
      const message = `Expressions nested more than ${String(deepest)} deep are not modelled.`;
      throw new ExpressionError('NOT_MODELLED', message, this.peek().at);
    }
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }
}

function describe(token: Token): string {
  switch (token.kind) {
    case 'symbol':
    case 'keyword':
    case 'name':
      return token.text;
    case 'number':
      return String(token.value);
    case 'string':
      return JSON.stringify(token.value);
    case 'template':
      return 'TEMPLATE_LITERAL';
    case 'end':
      return 'end of expression';
  }
}

import { syntaxError } from './errors.ts';
import type { JqlError } from './errors.ts';
import type { Token } from './lexer.ts';

/** The tokens of a query, read from left to right. */
export class TokenStream {
  private readonly tokens: readonly Token[];
  private index = 0;

  /** @param tokens - ending in an `end` */
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

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

  /** Whether one of these symbols, or unquoted words in any case, comes next. */
  sees(...texts: string[]): boolean {
    const { kind, text } = this.peek();
    return kind !== 'quoted' && kind !== 'end' && texts.includes(text.toLowerCase());
  }

  accept(...texts: string[]): boolean {
    if (!this.sees(...texts)) return false;
    this.index += 1;
    return true;
  }

  expect(symbol: string): void {
    if (!this.accept(symbol)) throw this.expecting(`'${symbol}'`, `'${symbol}' before the end of the query`);
  }

  /** Jira's wording: what it expected, what it got. */
  expecting(what: string, whatAtEnd: string): JqlError {
    const { kind, text, place } = this.peek();
    if (kind === 'end') return syntaxError(`Expecting ${whatAtEnd}.`);
    return syntaxError(`Expecting ${what} but got '${text}'.`, place);
  }
}

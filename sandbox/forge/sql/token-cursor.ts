import { notPortable, parseError } from './refusal.ts';
import type { Token } from './tokens.ts';

/** Reads tokens one after the other. */
export class TokenCursor {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  done(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(): string {
    return this.tokens[this.at]?.key ?? '';
  }

  text(): string {
    return this.tokens[this.at]?.text ?? 'the end';
  }

  next(): Token {
    const token = this.tokens[this.at];
    if (!token) throw parseError('You have an error in your SQL syntax: it ends too early');
    this.at += 1;
    return token;
  }

  skip(...keys: string[]): boolean {
    const found = keys.every((key, offset) => this.tokens[this.at + offset]?.key === key);
    if (found) this.at += keys.length;
    return found;
  }

  expect(...keys: string[]): void {
    if (!this.skip(...keys))
      throw parseError(
        `You have an error in your SQL syntax near '${this.text()}', expected ${keys.join(' ')}`,
      );
  }

  name(): string {
    const token = this.next();
    if (token.kind !== 'name' && token.kind !== 'word')
      throw parseError(`You have an error in your SQL syntax near '${token.text}'`);
    return token.text;
  }

  word(): string {
    const token = this.next();
    if (token.kind !== 'word')
      throw parseError(`You have an error in your SQL syntax near '${token.text}', expected a type`);
    return token.text;
  }

  size(): number | undefined {
    if (!this.skip('(')) return undefined;
    const token = this.next();
    if (token.kind !== 'number')
      throw parseError(`You have an error in your SQL syntax near '${token.text}', expected a size`);
    if (!this.skip(')')) throw notPortable(`a type with more than one size near '${this.text()}'`);
    return Number(token.text);
  }

  /** `(a, b)` */
  names(): string[] {
    this.expect('(');
    const names = [this.name()];
    while (this.skip(',')) names.push(this.name());
    this.expect(')');
    return names;
  }
}

import type { Position } from './errors.ts';

/** A text read from left to right, knowing where it stands. */
export class SourceText {
  private readonly source: string;
  private offset = 0;

  constructor(source: string) {
    this.source = source;
  }

  get done(): boolean {
    return this.offset >= this.source.length;
  }

  /** The next character, whole; empty at the end. */
  get next(): string {
    const code = this.source.codePointAt(this.offset);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  starts(text: string): boolean {
    return this.source.startsWith(text, this.offset);
  }

  skip(length: number): void {
    this.offset += length;
  }

  /** @param pattern - sticky */
  matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    return pattern.test(this.source);
  }

  /** What a sticky pattern matches here, read; empty when it doesn't match. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.source)?.[0] ?? '';
    this.offset += found.length;
    return found;
  }

  position(): Position {
    const before = this.source.slice(0, this.offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: this.offset - lineStart + 1 };
  }
}

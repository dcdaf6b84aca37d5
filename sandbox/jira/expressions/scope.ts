import type { Value } from './value.ts';

/** Names and their values, each declaration or lambda adding to those around it. */
export class Scope {
  private readonly values: ReadonlyMap<string, Value>;
  private readonly outer: Scope | undefined;

  constructor(values: Iterable<readonly [string, Value]>, outer?: Scope) {
    this.values = new Map(values);
    this.outer = outer;
  }

  /** The value of a name; undefined when there is none. */
  read(name: string): Value | undefined {
    return this.values.has(name) ? this.values.get(name) : this.outer?.read(name);
  }
}

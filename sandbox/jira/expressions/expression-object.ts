/** The properties of a Jira object, each computed when it is read. */
export type LazyProperties = Record<string, () => unknown>;

/**
 * A typed Jira object in an expression, e.g. an `Issue` or a `User`.
 * Reading a property it doesn't have is an error that names it, as in Jira; a plain object reads null.
 */
export class ExpressionObject {
  /** As `typeof` shows it: `User`, `Issue`, `IssueStatus`, … */
  readonly type: string;
  readonly properties: LazyProperties;
  /** Two objects of a type are equal when their identities are. Without one an object equals only itself. */
  readonly identity: string | number | undefined;

  constructor(type: string, properties: LazyProperties, identity?: string | number) {
    this.type = type;
    this.properties = properties;
    this.identity = identity;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.properties, name);
  }

  /** The value of a property; undefined when there is none of that name. */
  read(name: string): unknown {
    return this.has(name) ? this.properties[name]?.() : undefined;
  }
}

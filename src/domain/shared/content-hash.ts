import canonicalize from 'canonicalize';
import { hash } from 'node:crypto';

/**
 * SHA-256, in lower-case hexadecimal, of the canonical JSON of a value (RFC 8785).
 * Source: white-space requirement 2; domain rules, "Identity of records".
 */
export function contentHash(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a content hash.');
  return hash('sha256', text);
}

/** Values in an order that doesn't depend on where they came from: what is hashed is the same in any. */
export function sortedBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...values].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

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

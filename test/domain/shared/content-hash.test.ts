import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { contentHash } from '../../../src/domain/shared/content-hash';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The same value with the keys of every object the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

const anyJson = fc.jsonValue() as fc.Arbitrary<Json>;

describe('contentHash', () => {
  it('is SHA-256 over the canonical JSON, in small hexadecimal letters', () => {
    const canonical = '{"a":[1,2.5,null],"b":"€"}';
    const expected = createHash('sha256').update(canonical, 'utf8').digest('hex');
    expect(contentHash({ b: '€', a: [1, 2.5, null] })).toBe(expected);
    expect(expected).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(anyJson, value => {
        expect(contentHash(reversed(value))).toBe(contentHash(value));
      }),
    );
  });

  it('survives a trip through JSON, as storage makes it', () => {
    fc.assert(
      fc.property(anyJson, value => {
        expect(contentHash(JSON.parse(JSON.stringify(value)))).toBe(contentHash(value));
      }),
    );
  });

  it('tells different content apart, the order of a list included', () => {
    const values = [null, '', 0, false, [], {}, [1, 2], [2, 1], { a: null }, { a: '' }, 'null'];
    expect(new Set(values.map(contentHash)).size).toBe(values.length);
  });

  it('has none for what is not JSON', () => {
    expect(() => contentHash(undefined)).toThrow(new TypeError('Only JSON values have a content hash.'));
  });
});

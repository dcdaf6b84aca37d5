import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameIn } from '../../../src/domain/shared/account';
import {
  isPseudonym,
  PSEUDONYM_BYTES,
  pseudonymFrom,
  pseudonymsInText,
} from '../../../src/domain/shared/pseudonym';
import { CLOUD, EVERYONE } from '../../support/builders/company';

const bytes = fc.uint8Array({ minLength: PSEUDONYM_BYTES, maxLength: PSEUDONYM_BYTES });

describe('a pseudonym', () => {
  it('is the base32 of its bytes', () => {
    const ascending = Uint8Array.from({ length: 16 }, (_, nth) => nth);
    expect(pseudonymFrom(ascending)).toBe('p-aaaqeayeaudaocajbifqydiob4');
    expect(pseudonymFrom(new Uint8Array(16).fill(255))).toBe('p-77777777777777777777777774');
  });

  it('is told from anything else, and found in a text', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (random, text) => {
        const pseudonym = pseudonymFrom(random);
        expect(isPseudonym(pseudonym)).toBe(true);
        expect(pseudonymsInText(JSON.stringify([text, pseudonym]))).toContain(pseudonym);
      }),
    );
    expect(['712020:6f1d0c3e-94b7-4d52-a8e1-0b7c5d2f9a41', 'p-', 'acc-cloud'].filter(isPseudonym)).toEqual(
      [],
    );
  });

  it('differs for other bytes', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const isSame = pseudonymFrom(one) === pseudonymFrom(other);
        expect(isSame).toBe(Buffer.from(one).equals(other));
      }),
    );
  });

  it('has no name of its own: no one knows who it was', () => {
    expect(nameIn(EVERYONE)(pseudonymFrom(new Uint8Array(16)))).toBe('a former user');
    expect(nameIn(EVERYONE)(CLOUD)).toBe(EVERYONE.get(CLOUD)?.displayName);
    expect(nameIn(EVERYONE)('acc-unknown')).toBe('acc-unknown');
  });
});

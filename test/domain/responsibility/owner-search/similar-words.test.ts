import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  contained,
  sameWord,
  wordsOf,
} from '../../../../src/domain/responsibility/owner-search/similar-words';

/** Words that share beginnings with each other, of letters of one and of two code units. */
const anyWord = fc
  .array(fc.constantFrom('a', 'b', 'é', '𝒜'), { minLength: 1, maxLength: 12 })
  .map(letters => letters.join(''));
const anyPair = fc
  .tuple(anyWord, fc.nat(12), anyWord)
  .map(([word, kept, ending]) => [word, word.slice(0, kept) + ending] as const);

describe('what a text contains that has a word like another', () => {
  it('is there whenever it has one', () => {
    fc.assert(
      fc.property(anyPair, ([word, other]) => {
        for (const [asked, there] of [
          [word, other],
          [other, word],
        ] as const) {
          fc.pre(wordsOf(there)[0] === there);
          if (sameWord(asked, there)) expect(` before ${there} after `).toContain(contained(asked));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['ai', ' ai '],
    ['key', ' key'],
    ['keys', ' key'],
    ['backup', ' back'],
    ['approval', ' appro'],
    ['provisioning', ' provisio'],
    // No half of a character.
    ['aa𝒜a', ' aa'],
  ])('is of %s no more than %j', (word, expected) => {
    expect(contained(word)).toBe(expected);
  });

  it('is a whole character, or none', () => {
    fc.assert(fc.property(anyWord, word => contained(word).isWellFormed()));
  });
});

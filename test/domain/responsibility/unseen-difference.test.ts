import { describe, expect, it } from '@jest/globals';
import { seenDifference } from '../../../src/domain/responsibility/unseen-difference';

describe('seenDifference', () => {
  it.each([
    ['Cloud account', 'Cloud\u00A0account', 'Cloud account', 'Cloud⟨U+00A0⟩account'],
    ['Cloud account', 'Cloud  account', 'Cloud account', 'Cloud⟨U+0020⟩⟨U+0020⟩account'],
    ['Cloud', 'Cloud ', 'Cloud', 'Cloud⟨U+0020⟩'],
    ['third-party', 'third\u2011party', 'third-party', 'third⟨U+2011⟩party'],
    ['é', 'e\u0301', 'é', 'e⟨U+0301⟩'],
    ['key', '\u212Aey'.toLowerCase(), 'key', 'key'],
    ['\u200Bkey', 'key', '⟨U+200B⟩key', 'key'],
    ['１2', '12', '⟨U+FF11⟩2', '12'],
  ])('spells out %j and %j', (from, to, before, after) => {
    expect(seenDifference(from, to)).toEqual({ from: before, to: after });
  });

  it.each([
    ['Cloud account', 'Cloud Account'],
    ['a\u00A0b', 'a\u00A0c'],
    ['same\u00A0text', 'same\u00A0text'],
  ])('leaves %j and %j as they are: one can see what differs, or nothing does', (from, to) => {
    expect(seenDifference(from, to)).toEqual({ from, to });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparable, comparableId, isBlank, withoutInvisible } from '../../../src/domain/shared/text';

/** Every character of Unicode, whole ones only. */
const EVERY = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter(code => code < 0xd800 || code > 0xdfff)
  .map(code => String.fromCodePoint(code));

/** Those for which a sentence about all of them does not hold: none, or the sentence is wrong. */
const except = (holds: (character: string) => boolean) =>
  EVERY.filter(character => !holds(character)).map(character => character.codePointAt(0)?.toString(16));

const NAME = 'Cloud account provisioning';

describe('comparable', () => {
  it.each([
    ['capital letters', 'CLOUD ACCOUNT Provisioning'],
    ['a space that does not break', 'Cloud\u00A0account provisioning'],
    ['two spaces', 'Cloud  account provisioning'],
    ['a space at an end', ' Cloud account provisioning\u2003'],
    ['a line end', 'Cloud account\r\nprovisioning'],
    ['a blank of Braille', 'Cloud\u2800account provisioning'],
    ['a space of no width', 'Cloud account provi\u200Bsioning'],
    ['a word joiner', 'Cloud account\u2060 provisioning'],
    ['a soft hyphen', 'Cloud account provi\u00ADsioning'],
    ['a byte order mark', '\uFEFFCloud account provisioning'],
    ['a variation selector', 'Cloud account provisioning\uFE0F'],
    ['a variation selector of the supplement', 'Cloud\u{E0101} account provisioning'],
    ['a tag character', 'Cloud account provisioning\u{E0041}'],
    ['a Hangul filler', 'Cloud account provisioning\u3164'],
    ['an override of the direction', '\u202ECloud account provisioning\u202C'],
    ['a pair of isolates', '\u2068Cloud account\u2069 provisioning'],
    ['an Arabic letter mark', 'Cloud\u061C account provisioning'],
    ['an interlinear annotation', 'Cloud account\uFFF9 provisioning'],
    ['a control character', 'Cloud account\u0008 provisioning'],
    ['full width', '\uFF23\uFF4C\uFF4F\uFF55\uFF44\u3000account provisioning'],
    ['mathematical letters', '\u{1D402}loud account provisioning'],
    ['a ligature', 'Cloud account provision\u2139ng'],
    ['a long s', 'Cloud account provi\u017Fioning'],
  ])('makes no difference of %s', (_, written) => {
    expect(comparable(written)).toBe(comparable(NAME));
  });

  it.each([
    ['Straße', 'STRASSE'],
    ['STRA\u1E9EE', 'strasse'],
    ['ΣΙΣΥΦΟΣ', 'σισυφος'],
    ['σισυφοσ', 'σισυφος'],
    ['Délégué', 'De\u0301le\u0301gue\u0301'],
    ['ﬁle', 'FILE'],
    ['\u212Aey', 'key'],
    ['third\u2010party', 'third-party'],
    ['third\u2011party', 'third-party'],
    ['a \u2013 b', 'a - b'],
    ['ⅷ', 'VIII'],
  ])('makes %j and %j one', (one, other) => {
    expect(comparable(one)).toBe(comparable(other));
  });

  it.each([
    ['another letter', 'Cloud account provisionin'],
    ['another word', 'Cloud accounts provisioning'],
    ['no space', 'Cloudaccount provisioning'],
    ['an accent', 'Clóud account provisioning'],
    ['a letter of another script', 'Cl\u043Eud account provisioning'],
  ])('keeps apart what a reader can tell: %s', (_, written) => {
    expect(comparable(written)).not.toBe(comparable(NAME));
  });

  it('changes nothing in what it has made, whatever the text', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(anyText, text => {
        expect(comparable(comparable(text))).toBe(comparable(text));
        expect(comparableId(comparableId(text))).toBe(comparableId(text));
      }),
      { numRuns: 500 },
    );
  });

  it('gives every character and its other forms the same', () => {
    const forms = (character: string) => [
      character.toUpperCase(),
      character.toLowerCase(),
      ...(['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map(form => character.normalize(form)),
    ];
    expect(except(one => forms(one).every(form => comparable(form) === comparable(one)))).toEqual([]);
  });

  it('leaves nothing of a character that Unicode says is ignored', () => {
    const isIgnored = (character: string) =>
      /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/u.test(character);
    expect(except(one => !isIgnored(one) || comparable(`a${one}b`) === 'ab')).toEqual([]);
  });
});

describe('comparableId', () => {
  it.each([
    ['v\u0661\u0662', 'v12'],
    ['\uFF11\uFF12', '12'],
    ['\u{1D7D9}\u{1D7EA}', '18'],
    ['row\u20121', 'ROW-1'],
    ['row\u22121', 'row-1'],
  ])('makes %j and %j one', (one, other) => {
    expect(comparableId(one)).toBe(comparableId(other));
  });

  it('gives every decimal digit of any script its value', () => {
    expect(except(one => !/\p{Decimal_Number}/u.test(one) || /^\d$/.test(comparableId(one)))).toEqual([]);
    const zeros = EVERY.filter(one => /\p{Decimal_Number}/u.test(one) && comparableId(one) === '0');
    expect(zeros.length * 10).toBe(EVERY.filter(one => /\p{Decimal_Number}/u.test(one)).length);
  });

  it('leaves digits in a name as they are', () => {
    expect(comparable('Level \u0663')).not.toBe(comparable('Level 3'));
  });
});

describe('withoutInvisible', () => {
  it('keeps what was typed, less what can’t be seen', () => {
    expect(withoutInvisible(' Ｄélé\u200Bgué\u00A0\u202E– No.\u2028 1\t')).toBe(
      ' Ｄélégué\u00A0– No.\u2028 1\t',
    );
  });

  it('takes away what would close an isolate around it', () => {
    expect(withoutInvisible('a\u2069b\u2066c\u2069')).toBe('abc');
  });
});

describe('isBlank', () => {
  it.each(['', ' ', '\u200B', '\u2800', '\u3164\u115F', '\u202E\u2069', '\u00A0\u180E', '\u{E0041}'])(
    '%j',
    text => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['-', '.', '\u0301a', 'なし'])('%j says something', text => {
    expect(isBlank(text)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isolated, listed, say } from '../../../src/domain/shared/sentence';

const DIRECTION = /\p{Bidi_Control}/u;
/** Letters and numbers that are written from right to left. */
const LEFTWARDS =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0660-\u0669]/u;
/** What is between a pair is not ours. */
const withoutIsolates = (text: string) => text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '');

describe('isolated', () => {
  it.each([
    ['an override', 'Priya\u202Enamar', '\u2068Priyanamar\u2069'],
    ['an embedding', '\u202Bx\u202C', '\u2068x\u2069'],
    ['a right-to-left mark', 'x\u200F', '\u2068x\u2069'],
    ['an Arabic letter mark', '\u061Cx', '\u2068x\u2069'],
    ['what would close an isolate', 'x\u2069\u202Ey', '\u2068xy\u2069'],
    ['an isolate that is never closed', '\u2067x', '\u2068x\u2069'],
    ['Hebrew', 'שלום', '\u2068שלום\u2069'],
    ['Arabic, in two lines', 'سلام\nعليكم', '\u2068سلام عليكم\u2069'],
    ['Arabic numbers', '١٢', '\u2068١٢\u2069'],
    ['N’Ko', 'ߒߞߏ', '\u2068ߒߞߏ\u2069'],
  ])('keeps %s to itself', (_, typed, shown) => {
    expect(isolated(typed)).toBe(shown);
  });

  it.each([
    'Priya Raman',
    'Délégué à la sécurité',
    'Διευθυντής',
    '山田太郎',
    'a (b) – c: 1, 2',
    '',
    'two\nlines',
  ])('leaves %j as it is: nothing in it can turn a line', typed => {
    expect(isolated(typed)).toBe(typed);
  });

  it('takes away what can’t be seen', () => {
    expect(isolated('Pri\u200Bya')).toBe('Priya');
  });

  it('changes nothing in what is isolated, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      'ש',
      '\u202E',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
      '\u200F',
      '1',
    );
    const typed = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(typed, text => {
        const once = isolated(text);
        expect(isolated(once)).toBe(once);
        const around = withoutIsolates(withoutIsolates(withoutIsolates(once)));
        expect(around).not.toMatch(DIRECTION);
        expect(around).not.toMatch(LEFTWARDS);
      }),
      { numRuns: 2_000 },
    );
  });

  it('isolates every letter that is written from right to left', () => {
    const letters = Array.from({ length: 0x20000 }, (_, code) => code)
      .filter(code => code < 0xd800 || code > 0xdfff)
      .map(code => String.fromCodePoint(code))
      .filter(letter => LEFTWARDS.test(letter));
    expect(letters.length).toBeGreaterThan(1_000);
    expect(letters.filter(letter => !isolated(`a${letter}`).startsWith('\u2068'))).toEqual([]);
  });
});

describe('say', () => {
  it('isolates each thing that is put in, and nothing of its own', () => {
    expect(say`${'שלום'} used ${'Approve'}, ${2} times`).toBe('\u2068שלום\u2069 used Approve, 2 times');
  });

  it('puts sentences into sentences as they are', () => {
    const inner = say`${'שלום'} is accountable`;
    expect(say`${inner}; ${'x\u202E'} is the deputy.`).toBe(
      '\u2068שלום\u2069 is accountable; \u2068x\u2069 is the deputy.',
    );
  });

  it('isolates as a whole what was put together without it', () => {
    expect(say`${`שלום is accountable`}.`).toBe('\u2068שלום is accountable\u2069.');
  });

  it('isolates each of a list', () => {
    expect(say`${['א', 'b']} differ.`).toBe('\u2068א\u2069, b differ.');
    expect(listed(['א', 'b', 'c'])).toBe('\u2068א\u2069, b and c');
    expect(listed(['a', 'ב'], 'disjunction')).toBe('a or \u2068ב\u2069');
  });
});

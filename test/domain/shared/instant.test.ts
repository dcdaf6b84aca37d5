import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dayOf,
  daysBetween,
  elapsed,
  HOUR,
  isInstant,
  MINUTE,
  plus,
  toInstant,
  within,
} from '../../../src/domain/shared/instant';

const anyDate = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('toInstant', () => {
  it.each([
    ['a date, as the start of its day in UTC', '2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['an instant with an offset', '2026-03-01T02:30:00+02:00', '2026-03-01T00:30:00.000Z'],
    ['an instant as Jira writes it', '2026-03-01T02:30:00.250+0200', '2026-03-01T00:30:00.250Z'],
  ])('reads %s', (_, text, expected) => {
    expect(toInstant(text)).toBe(expected);
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    ['text that is no date', 'soon'],
    ['a day that does not exist', '2026-13-40'],
    ['a year that would sort before this one', '+012026-01-01T00:00:00Z'],
    ['a year before the first', '-000001-01-01T00:00:00Z'],
  ])('refuses %s', (_, text) => {
    expect(() => toInstant(text)).toThrow(RangeError);
    expect(isInstant(text)).toBe(false);
  });

  it('says what is wrong with a year of five digits', () => {
    expect(() => toInstant('+012026-01-01T00:00:00Z')).toThrow(/year of more than four digits/);
  });

  it('gives text whose order is the order of time', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(a.getTime() - b.getTime())).toBe(
          toInstant(a) < toInstant(b) ? -1 : toInstant(a) > toInstant(b) ? 1 : 0,
        );
      }),
    );
  });
});

describe('plus and elapsed', () => {
  it('are each other’s inverse', () => {
    const now = toInstant('2026-03-02T09:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), ms => {
        expect(elapsed(now, plus(now, ms))).toBe(ms);
      }),
    );
  });

  it('count in milliseconds', () => {
    expect(plus(toInstant('2026-03-01'), HOUR + MINUTE)).toBe('2026-03-01T01:01:00.000Z');
  });
});

describe('within', () => {
  const from = toInstant('2026-03-01');
  const to = toInstant('2026-03-31');
  it.each([
    ['the moment it begins', from, to, true],
    ['the last moment before it begins', plus(from, -1), to, false],
    ['the last moment before it ends', plus(to, -1), to, true],
    ['the moment it ends', to, to, false],
    ['any later moment of an open period', toInstant('2099-01-01'), null, true],
    ['a moment before an open period', plus(from, -1), null, false],
  ])('%s', (_, at, until, expected) => {
    expect(within(at, from, until)).toBe(expected);
  });
});

describe('dayOf and daysBetween', () => {
  it('count days in UTC', () => {
    expect(dayOf(toInstant('2026-03-01T01:00:00+02:00'))).toBe('2026-02-28');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(daysBetween('2026-03-29', '2026-03-30')).toBe(1);
    expect(daysBetween('2026-03-01', '2026-03-01')).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isTakenFrom,
  normaliseAccountId,
  reservationsLapsedBefore,
} from '../../../src/domain/cloud-account/cloud-account';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import { NOW } from '../../support/builders/company';
import { aCloudAccount } from '../../support/builders/ticket';

/** Every character that Unicode has, those that cannot be seen too. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map(code => String.fromCodePoint(code));

describe('normaliseAccountId', () => {
  it.each([
    ['123456789012', '123456789012'],
    [' 1234-5678-9012\n', '123456789012'],
    ['1234 5678 9012', '123456789012'],
    ['1234\u20115678\u20139012', '123456789012'],
    ['1234\u200b56789012', '123456789012'],
    ['１２３４56789012', '123456789012'],
    ['Aurora-Prod-01', 'aurora-prod-01'],
    ['AURORA\u2013prod-01', 'aurora-prod-01'],
    ['9F1C2D3E-0000-4000-8000-AABBCCDDEEFF', '9f1c2d3e-0000-4000-8000-aabbccddeeff'],
  ])('writes %j as %j', (text, expected) => {
    expect(normaliseAccountId(text)).toBe(expected);
  });

  it.each([[''], ['   '], ['---'], ['\u200b\u2013']])('finds no identifier in %j', text => {
    expect(normaliseAccountId(text)).toBe('');
  });

  it.each([
    ['aurora-prod-01', 'auroraprod01'],
    ['123456789012', '123456789013'],
    ['12a', '1-2a'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(normaliseAccountId(one)).not.toBe(normaliseAccountId(other));
  });

  it('changes nothing in what it has normalised', () => {
    fc.assert(
      fc.property(
        fc.array(anyCharacter, { maxLength: 12 }).map(characters => characters.join('')),
        text => {
          const once = normaliseAccountId(text);
          expect(normaliseAccountId(once)).toBe(once);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on dashes and spaces in a number', () => {
    const digits = fc.array(fc.nat(9).map(String), { minLength: 1, maxLength: 20 });
    const noise = fc.array(fc.constantFrom('-', ' ', '\t', '–', '\u00a0', ''), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(digits, noise, (number, between) => {
        const written = number.map((digit, at) => digit + (between[at] ?? '')).join('');
        expect(normaliseAccountId(written)).toBe(number.join(''));
      }),
    );
  });
});

describe('isTakenFrom', () => {
  it.each([
    ['an active entry keeps its account for good', 'active', 10_000 * HOUR, true],
    ['a fresh reservation keeps it', 'reserved', 0, true],
    ['a reservation keeps it for an hour', 'reserved', HOUR, true],
    ['and lapses then', 'reserved', HOUR + 1, false],
  ] as const)('%s', (_, status, age, expected) => {
    const entry = aCloudAccount({ status, reservedAt: NOW });
    expect(isTakenFrom(entry, 'another ticket', plus(NOW, age))).toBe(expected);
  });

  it.each(['active', 'reserved'] as const)('never from its own ticket (%s)', status => {
    expect(isTakenFrom(aCloudAccount({ status }), '10002', NOW)).toBe(false);
  });

  it('agrees with the instant before which the register lets a reservation be taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3 * HOUR, max: 3 * HOUR }), age => {
        const at = plus(NOW, age);
        const entry = aCloudAccount({ status: 'reserved', reservedAt: NOW });
        expect(isTakenFrom(entry, 'another ticket', at)).toBe(!(NOW < reservationsLapsedBefore(at)));
      }),
    );
  });

  it('lapses an hour after it was made', () => {
    expect(reservationsLapsedBefore(plus(NOW, HOUR))).toBe(NOW);
  });
});

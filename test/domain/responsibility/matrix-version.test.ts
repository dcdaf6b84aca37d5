import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  inForceAt,
  matrixHash,
  stillToCome,
  supersededBy,
  type MatrixVersion,
} from '../../../src/domain/responsibility/matrix-version';
import { plus } from '../../../src/domain/shared/instant';
import { aRole, aService, instant, NOW } from '../../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../../support/builders/matrix';
import { contentHash } from '../../../src/domain/shared/content-hash';

const versionsOf = (starts: number[]) =>
  starts.map((start, index) => aMatrixVersion({ number: index + 1, effectiveFrom: plus(NOW, start) }));

describe('inForceAt', () => {
  const first = aMatrixVersion({ number: 1, effectiveFrom: instant('2026-01-01') });
  const second = aMatrixVersion({ number: 2, effectiveFrom: instant('2026-03-01') });

  it.each([
    ['nothing before the first version begins', '2025-12-31', undefined],
    ['the first from the moment it begins', '2026-01-01', 1],
    ['the first until the second begins', '2026-02-28', 1],
    ['the second from then on, so that the past can be asked too', '2026-03-01', 2],
    ['the second for as long as there is no third', '2030-01-01', 2],
  ])('%s', (_, at, number) => {
    expect(inForceAt([second, first], instant(at))?.number).toBe(number);
    expect(inForceAt([first, second], instant(at))?.number).toBe(number);
  });

  it('of two that begin together is the one with the higher number', () => {
    const third = aMatrixVersion({ number: 3, effectiveFrom: second.effectiveFrom });
    expect(inForceAt([third, second, first], NOW)).toBe(third);
    expect(inForceAt([first, second, third], NOW)).toBe(third);
  });

  it('never is an older version that would begin when a newer one holds already', () => {
    const late = aMatrixVersion({ number: 1, effectiveFrom: instant('2026-03-02') });
    expect(inForceAt([late, second], instant('2026-03-01'))).toBe(second);
    expect(inForceAt([late, second], NOW)).toBe(second);
    expect(inForceAt([second, late], NOW)).toBe(second);
  });

  it('is one version at any instant, whatever the order they are read in, and never goes back to an earlier one', () => {
    const starts = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(starts, fc.integer({ min: -6, max: 6 }), fc.nat(6), (list, ms, later) => {
        const versions = versionsOf(list);
        const now = inForceAt(versions, plus(NOW, ms));
        expect(inForceAt([...versions].reverse(), plus(NOW, ms))).toBe(now);
        const then = inForceAt(versions, plus(NOW, ms + later));
        if (now) expect(then?.number ?? 0).toBeGreaterThanOrEqual(now.number);
        const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= plus(NOW, ms));
        for (const other of begun) expect(now?.number ?? 0).toBeGreaterThanOrEqual(other.number);
        expect(now === undefined).toBe(begun.length === 0);
      }),
    );
  });
});

describe('a version that is still to come', () => {
  const first = aMatrixVersion({ number: 1, effectiveFrom: instant('2026-01-01') });
  const second = aMatrixVersion({ number: 2, effectiveFrom: instant('2026-05-01') });
  const third = (day: string) => aMatrixVersion({ number: 3, effectiveFrom: instant(day) });
  const numbers = (versions: readonly MatrixVersion[]) => versions.map(({ number }) => number);

  it.each([
    ['holds before it', '2026-04-30', [2]],
    ['holds on its very day', '2026-05-01', [2]],
    ['holds after it has begun', '2026-05-02', []],
  ])('is superseded by a later one that %s', (_, day, superseded) => {
    expect(numbers(supersededBy(third(day), [first, second]))).toEqual(superseded);
    expect(numbers(stillToCome([first, second, third(day)], NOW))).toEqual(
      superseded.length > 0 ? [3] : [2, 3],
    );
  });

  it('is superseded once, by the first that takes its place', () => {
    const fourth = aMatrixVersion({ number: 4, effectiveFrom: NOW });
    expect(numbers(supersededBy(fourth, [first, second, third('2026-04-01')]))).toEqual([3]);
  });

  it('is one that will be in force, as long as nothing else is approved; superseded, it never will', () => {
    const starts = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 6 }), (list, start) => {
        const before = versionsOf(list);
        const next = aMatrixVersion({ number: list.length + 1, effectiveFrom: plus(NOW, start) });
        const everInForce = (versions: readonly MatrixVersion[]) => {
          const later = Array.from({ length: 8 }, (_, ms) => inForceAt(versions, plus(NOW, ms))?.number ?? 0);
          return new Set(later);
        };
        const coming = numbers(stillToCome(before, NOW));
        for (const number of coming) expect(everInForce(before)).toContain(number);
        const now = inForceAt(before, NOW)?.number ?? 0;
        const missed = [...everInForce(before)].filter(
          number => number > now && !everInForce([...before, next]).has(number),
        );
        const superseded = numbers(supersededBy(next, before)).filter(number => coming.includes(number));
        expect(superseded.sort()).toEqual(missed.sort());
      }),
    );
  });
});

describe('matrixHash', () => {
  const rows = ['a', 'b', 'c'].map(id => aResponsibility({ id, activity: `Activity ${id}` }));
  const content = aMatrixContent({ rows });

  it('does not depend on the order of rows, roles and services', () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray([...content.rows], { minLength: content.rows.length }),
      fc.shuffledSubarray([...content.roles], { minLength: content.roles.length }),
      fc.shuffledSubarray([...content.services], { minLength: content.services.length }),
    );
    fc.assert(
      fc.property(shuffled, ([inRows, roles, services]) => {
        expect(matrixHash({ rows: inRows, roles, services })).toBe(matrixHash(content));
      }),
    );
  });

  it('is that of everything in the order of its ids: a hash on record holds for every release', () => {
    const { roles, services } = content;
    const turned = { rows: rows.toReversed(), roles: roles.toReversed(), services: services.toReversed() };
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    const sorted = { rows, roles: roles.toSorted(byKey), services: services.toSorted(byKey) };
    expect(matrixHash(turned)).toBe(contentHash(sorted));
    expect(matrixHash(content)).toBe(contentHash(sorted));
  });

  it.each([
    ['a row is gone', { rows: rows.slice(1) }],
    ['a row names another accountable role', { rows: [aResponsibility({ id: 'a', accountable: 'ciso' })] }],
    ['a role is renamed', { roles: [aRole({ name: 'Platform Owner' })] }],
    ['a service becomes material', { services: [aService({ material: false })] }],
  ])('is another when %s', (_, change) => {
    const before = aMatrixContent({ rows, roles: [aRole()], services: [aService()] });
    expect(matrixHash({ ...before, ...change })).not.toBe(matrixHash(before));
  });

  it('is another when the order of performers changes, because the first of them performs', () => {
    const [one, two] = [
      ['ciso', 'aws'],
      ['aws', 'ciso'],
    ].map(responsible => matrixHash(aMatrixContent({ rows: [aResponsibility({ responsible })] })));
    expect(one).not.toBe(two);
  });
});

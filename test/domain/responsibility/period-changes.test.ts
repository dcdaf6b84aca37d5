import { describe, expect, it } from '@jest/globals';
import {
  effectiveFrom,
  periodChanges,
  samePeriod,
  type PeriodChange,
} from '../../../src/domain/responsibility/period-changes';
import type { RoleHolder } from '../../../src/domain/responsibility/role';
import { aDeputy, aHolder, CEO, CISO, CLOUD, instant } from '../../support/builders/company';

/** A day of March. */
const day = (number: number) => instant(`2026-03-${String(number).padStart(2, '0')}`);
type To = number | null;
const holder = (accountId: string, from: number, to: To = null) =>
  aHolder({ accountId, from: day(from), to: to === null ? null : day(to) });
const deputy = (accountId: string, from: number, to: To = null) =>
  aDeputy({ accountId, from: day(from), to: to === null ? null : day(to) });

/** The changes, without the lines that ask for them. */
const changes = (asked: readonly RoleHolder[], register: readonly RoleHolder[]) =>
  periodChanges(
    asked.map((appointment, at) => ({ line: at + 2, holder: appointment })),
    register,
  ).map(({ line: _, ...change }) => change);
const begins = (period: RoleHolder, ...replaces: RoleHolder[]) => ({ kind: 'begins', period, replaces });
const ends = (period: RoleHolder, to: number) => ({ kind: 'ends', period, to: day(to) });

describe('an appointment', () => {
  it.each<[string, RoleHolder, RoleHolder[], object[]]>([
    ['of the first holder begins', holder(CLOUD, 5), [], [begins(holder(CLOUD, 5))]],
    [
      'ends the period of the holder before',
      holder(CLOUD, 5),
      [holder(CISO, 1)],
      [begins(holder(CLOUD, 5), holder(CISO, 1))],
    ],
    [
      'from the very instant of another replaces them',
      holder(CLOUD, 5),
      [holder(CISO, 5)],
      [begins(holder(CLOUD, 5), holder(CISO, 5))],
    ],
    [
      'replaces the person who holds the role until later',
      holder(CLOUD, 5),
      [holder(CISO, 1, 6)],
      [begins(holder(CLOUD, 5), holder(CISO, 1, 6))],
    ],
    [
      'leaves a period alone that ends as it begins',
      holder(CLOUD, 5),
      [holder(CISO, 1, 5)],
      [begins(holder(CLOUD, 5))],
    ],
    [
      'of a deputy replaces no one',
      deputy(CLOUD, 5),
      [holder(CISO, 1), deputy(CEO, 1)],
      [begins(deputy(CLOUD, 5))],
    ],
    ['of a holder replaces no deputy', holder(CLOUD, 5), [deputy(CISO, 1)], [begins(holder(CLOUD, 5))]],
    [
      'that never begins replaces no one',
      holder(CLOUD, 5, 5),
      [holder(CISO, 1)],
      [begins(holder(CLOUD, 5, 5))],
    ],
    [
      'does not touch another role',
      aHolder({ role: 'ciso', accountId: CLOUD, from: day(5) }),
      [holder(CISO, 1)],
      [begins(aHolder({ role: 'ciso', accountId: CLOUD, from: day(5) }))],
    ],
    [
      'lasts until the next holder who is appointed already, of several the first',
      holder(CLOUD, 5),
      [holder(CISO, 20), holder(CEO, 10)],
      [begins(holder(CLOUD, 5, 10))],
    ],
    [
      'lasts until the next holder, in whatever order they stand',
      holder(CLOUD, 5, 30),
      [holder(CEO, 10), holder(CISO, 20)],
      [begins(holder(CLOUD, 5, 10))],
    ],
    [
      'that ends before the next holder ends when it says',
      holder(CLOUD, 5, 8),
      [holder(CEO, 10)],
      [begins(holder(CLOUD, 5, 8))],
    ],
    [
      'does not end for a next holder who never begins',
      holder(CLOUD, 5),
      [holder(CEO, 10, 10)],
      [begins(holder(CLOUD, 5))],
    ],
    ['does not end for a deputy to come', holder(CLOUD, 5), [deputy(CEO, 10)], [begins(holder(CLOUD, 5))]],
    [
      'of a deputy does not end for a holder to come',
      deputy(CLOUD, 5),
      [holder(CEO, 10)],
      [begins(deputy(CLOUD, 5))],
    ],
  ])('%s', (_, asked, register, expected) => {
    expect(changes([asked], register)).toEqual(expected);
  });
});

describe('a period that is in the register', () => {
  it.each<[string, RoleHolder, RoleHolder[], object[]]>([
    ['changes nothing', holder(CLOUD, 5), [holder(CLOUD, 5)], []],
    ['is ended', holder(CLOUD, 5, 8), [holder(CLOUD, 5)], [ends(holder(CLOUD, 5), 8)]],
    ['is ended earlier', holder(CLOUD, 5, 8), [holder(CLOUD, 5, 9)], [ends(holder(CLOUD, 5, 9), 8)]],
    ['ends when it ends', holder(CLOUD, 5, 8), [holder(CLOUD, 5, 8)], []],
    ['is not prolonged', holder(CLOUD, 5, 9), [holder(CLOUD, 5, 8)], []],
    ['is not opened again', holder(CLOUD, 5), [holder(CLOUD, 5, 8)], []],
    [
      'is begun again where its beginning was cut short, and the one before still stands',
      holder(CLOUD, 5),
      [holder(CISO, 1), holder(CLOUD, 5)],
      [begins(holder(CLOUD, 5), holder(CISO, 1))],
    ],
    [
      'is that of its deputy only, where another deputy begins on the same day',
      deputy(CLOUD, 5),
      [deputy(CISO, 5)],
      [begins(deputy(CLOUD, 5))],
    ],
    ['is not the same person’s as deputy', deputy(CLOUD, 5), [holder(CLOUD, 5)], [begins(deputy(CLOUD, 5))]],
    [
      'is not the same person’s from another day',
      deputy(CLOUD, 6),
      [deputy(CLOUD, 5)],
      [begins(deputy(CLOUD, 6))],
    ],
  ])('%s', (_, asked, register, expected) => {
    expect(changes([asked], register)).toEqual(expected);
  });
});

describe('several appointments at once', () => {
  it('follow each other by their days, in whatever order they are asked for', () => {
    const expected = [begins(holder(CLOUD, 5)), begins(holder(CISO, 9), holder(CLOUD, 5))];
    expect(changes([holder(CLOUD, 5), holder(CISO, 9)], [])).toEqual(expected);
    expect(changes([holder(CISO, 9), holder(CLOUD, 5)], [])).toEqual(expected);
  });

  it('of one day stay in the order of their lines', () => {
    const asked = [deputy(CISO, 5), deputy(CEO, 5), deputy(CLOUD, 5)];
    expect(changes(asked, [])).toEqual(asked.map(one => begins(one)));
  });

  it('end each period once', () => {
    expect(changes([holder(CISO, 5), holder(CEO, 9)], [holder(CLOUD, 1)])).toEqual([
      begins(holder(CISO, 5), holder(CLOUD, 1)),
      begins(holder(CEO, 9), holder(CISO, 5)),
    ]);
  });

  it('do not bring back the person who was replaced before they began', () => {
    expect(changes([holder(CISO, 5), holder(CLOUD, 5, 8)], [holder(CLOUD, 5)])).toEqual([
      begins(holder(CISO, 5), holder(CLOUD, 5)),
    ]);
  });

  it('know of an end that was asked for before', () => {
    expect(changes([holder(CLOUD, 1, 4), holder(CISO, 5)], [holder(CLOUD, 1)])).toEqual([
      ends(holder(CLOUD, 1), 4),
      begins(holder(CISO, 5)),
    ]);
  });

  it('say which line asked for them', () => {
    const asked = [
      { line: 2, holder: holder(CLOUD, 5, 8) },
      { line: 3, holder: holder(CISO, 1) },
      { line: 4, holder: aHolder({ role: 'ciso', from: day(5) }) },
    ];
    expect(periodChanges(asked, [holder(CLOUD, 5)]).map(({ line, kind }) => [line, kind])).toEqual([
      [3, 'begins'],
      [2, 'ends'],
      [4, 'begins'],
    ]);
  });

  it('leave what is given as it was', () => {
    const register = Object.freeze([holder(CLOUD, 1)]);
    const asked = Object.freeze([{ line: 2, holder: holder(CISO, 5) }]);
    expect(periodChanges(asked, register)).toHaveLength(1);
    expect(register).toEqual([holder(CLOUD, 1)]);
  });
});

describe('samePeriod', () => {
  it('goes by role, person, capacity and beginning, and not by the end', () => {
    const one = holder(CLOUD, 5);
    expect(samePeriod(one, holder(CLOUD, 5, 9))).toBe(true);
    for (const other of [
      { role: 'ciso' },
      { accountId: CISO },
      { capacity: 'deputy' as const },
      { from: day(6) },
    ])
      expect(samePeriod(one, { ...one, ...other })).toBe(false);
  });
});

describe('effectiveFrom', () => {
  it.each<[PeriodChange, number]>([
    [{ kind: 'begins', line: 2, period: holder(CLOUD, 5, 20), replaces: [holder(CISO, 1)] }, 5],
    [{ kind: 'ends', line: 2, period: holder(CLOUD, 5, 20), to: day(9) }, 9],
  ])('of %j is day %i', (change, number) => {
    expect(effectiveFrom(change)).toBe(day(number));
  });
});

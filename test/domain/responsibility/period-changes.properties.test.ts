import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { periodChanges, type PeriodChange } from '../../../src/domain/responsibility/period-changes';
import type { RoleHolder } from '../../../src/domain/responsibility/role';
import { plus, within } from '../../../src/domain/shared/instant';
import { NOW } from '../../support/builders/company';

const DAY = 24 * 60 * 60_000;
const day = (number: number) => plus(NOW, number * DAY);

/** Few days and people, so that periods meet each other often. */
const anyPeriod: fc.Arbitrary<RoleHolder> = fc
  .record({
    role: fc.constantFrom('ciso', 'iam-lead'),
    accountId: fc.constantFrom('p1', 'p2', 'p3'),
    capacity: fc.constantFrom('holder' as const, 'holder' as const, 'deputy' as const),
    starts: fc.integer({ min: 0, max: 5 }),
    lasts: fc.option(fc.integer({ min: 0, max: 4 })),
  })
  .map(({ starts, lasts, ...holder }) => ({
    ...holder,
    from: day(starts),
    to: lasts === null ? null : day(starts + lasts),
  }));

const anyPeriods = fc.array(anyPeriod, { maxLength: 8 });

function changesFor(periods: readonly RoleHolder[], register: readonly RoleHolder[]): PeriodChange[] {
  return periodChanges(
    periods.map((holder, at) => ({ line: at + 2, holder })),
    register,
  );
}

const isSame = (a: RoleHolder, b: RoleHolder) =>
  a.role === b.role && a.accountId === b.accountId && a.capacity === b.capacity && a.from === b.from;

/** The register once the changes are made, as storage makes them. */
function after(changes: readonly PeriodChange[], register: readonly RoleHolder[]): RoleHolder[] {
  const end = (periods: readonly RoleHolder[], which: RoleHolder, to: RoleHolder['from']) =>
    periods.map(held => (isSame(held, which) && (held.to === null || held.to > to) ? { ...held, to } : held));
  return changes.reduce<RoleHolder[]>(
    (periods, change) => {
      if (change.kind === 'ends') return end(periods, change.period, change.to);
      const ended = change.replaces.reduce(
        (all, replaced) => end(all, replaced, change.period.from),
        periods,
      );
      return [...ended, change.period];
    },
    [...register],
  );
}

const registerOf = (periods: readonly RoleHolder[]) => after(changesFor(periods, []), []);

describe('appointments, whatever the files', () => {
  it('leave a role with one holder at most at any instant', () => {
    fc.assert(
      fc.property(anyPeriods, anyPeriods, (first, second) => {
        const register = registerOf(first);
        const periods = after(changesFor(second, register), register);
        for (let at = 0; at < 12; at += 1) {
          for (const role of ['ciso', 'iam-lead']) {
            const holders = periods.filter(
              held => held.role === role && held.capacity === 'holder' && within(day(at), held.from, held.to),
            );
            expect(holders.length).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('change nothing when the same file is imported again', () => {
    fc.assert(
      fc.property(anyPeriods, anyPeriods, (first, second) => {
        const register = after(changesFor(second, registerOf(first)), registerOf(first));
        expect(changesFor(second, register)).toEqual([]);
      }),
    );
  });

  it('never put off an end that is on record, and remove nothing', () => {
    fc.assert(
      fc.property(anyPeriods, anyPeriods, (first, second) => {
        const register = registerOf(first);
        const periods = after(changesFor(second, register), register);
        for (const before of register) {
          const now = periods.find(period => isSame(period, before));
          expect(now).toBeDefined();
          if (before.to !== null) expect((now?.to ?? '') <= before.to && now?.to !== null).toBe(true);
        }
      }),
    );
  });

  it('bring back every period from a register’s own periods, in any order', () => {
    const anyRegister = anyPeriods.map(registerOf);
    const shuffled = anyRegister.chain(register =>
      fc.tuple(
        fc.constant(register),
        fc.shuffledSubarray(register, { minLength: register.length, maxLength: register.length }),
      ),
    );
    const sorted = (periods: readonly RoleHolder[]) => periods.map(period => JSON.stringify(period)).sort();
    fc.assert(
      fc.property(shuffled, ([register, lines]) => {
        expect(sorted(registerOf(lines))).toEqual(sorted(register));
      }),
    );
  });
});

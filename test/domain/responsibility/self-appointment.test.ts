import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MATRIX_APPROVER_ROLE, type RoleHolder } from '../../../src/domain/responsibility/role';
import { periodChanges } from '../../../src/domain/responsibility/period-changes';
import { rolesGained, withChanges } from '../../../src/domain/responsibility/self-appointment';
import {
  aDeputy,
  aHolder,
  CEO,
  CISO,
  CLOUD,
  CLOUD_ROLE,
  EVERYONE,
  everybodyBut,
  HOLDERS,
  instant,
  LEAVER,
  NOW,
  SECOPS,
} from '../../support/builders/company';

const TODAY = instant('2026-03-02');
const TOMORROW = instant('2026-03-03');
const NEXT_WEEK = instant('2026-03-09');
const NEXT_YEAR = instant('2027-03-02');

/** What the CISO, deputy of the cloud platform and holder of a role of their own, gains by asking for these periods. */
function gained(asked: readonly RoleHolder[], before: readonly RoleHolder[] = HOLDERS, accounts = EVERYONE) {
  const appointments = asked.map((holder, line) => ({ line, holder }));
  const after = withChanges(before, periodChanges(appointments, before, NOW));
  const office = (holders: readonly RoleHolder[]) => ({ holders, matrixApproverRole: MATRIX_APPROVER_ROLE });
  return rolesGained(CISO, { before: office(before), after: office(after), now: NOW }, accounts);
}

describe('what a deputy gains by changing who holds their role', () => {
  const second = aDeputy({ accountId: SECOPS, from: instant('2024-06-01') });

  it.each<[what: string, asked: RoleHolder[], besides: readonly RoleHolder[]]>([
    ['by a holder for one day', [aHolder({ accountId: SECOPS, from: TODAY, to: TOMORROW })], []],
    [
      'by a holder for one week, a year from now',
      [aHolder({ accountId: SECOPS, from: NEXT_YEAR, to: instant('2027-03-09') })],
      [],
    ],
    ['by an end for the holder', [aHolder({ to: NEXT_WEEK })], []],
    ['by a holder whose account is inactive', [aHolder({ accountId: LEAVER, from: TODAY })], []],
    ['by an end for the deputy who comes before them', [{ ...second, to: NEXT_WEEK }], [second]],
    ['by making that deputy the holder', [aHolder({ accountId: SECOPS, from: TODAY })], [second]],
  ])('is the role: %s', (_, asked, besides) => {
    expect(gained(asked, [...HOLDERS, ...besides])).toEqual([CLOUD_ROLE]);
  });

  it.each<[what: string, asked: RoleHolder[]]>([
    ['by another holder for good', [aHolder({ accountId: SECOPS, from: NEXT_WEEK })]],
    ['by another deputy', [aDeputy({ accountId: SECOPS, from: TODAY })]],
    ['by an end of their own', [aDeputy({ to: NEXT_WEEK })]],
    [
      'by holders of roles that they have nothing to do with',
      [aHolder({ role: MATRIX_APPROVER_ROLE, accountId: SECOPS, from: TODAY, to: TOMORROW })],
    ],
    [
      'by a holder for one day, and then the one before again',
      [
        aHolder({ accountId: SECOPS, from: TODAY, to: TOMORROW }),
        aHolder({ accountId: CLOUD, from: TOMORROW }),
      ],
    ],
  ])('is nothing: %s', (_, asked) => {
    expect(gained(asked)).toEqual([]);
  });

  it('is the role where the holder is inactive for now: they could be back', () => {
    expect(gained([aHolder({ to: NEXT_WEEK })], HOLDERS, everybodyBut(CLOUD))).toEqual([CLOUD_ROLE]);
  });
});

describe('what someone gains by another role that approves matrices', () => {
  const by = (person: string, to: string) =>
    rolesGained(
      person,
      {
        before: { holders: HOLDERS, matrixApproverRole: MATRIX_APPROVER_ROLE },
        after: { holders: HOLDERS, matrixApproverRole: to },
        now: NOW,
      },
      EVERYONE,
    );

  it.each([
    [CISO, 'ciso', ['ciso']],
    [CLOUD, CLOUD_ROLE, [CLOUD_ROLE]],
    [CISO, CLOUD_ROLE, [CLOUD_ROLE]],
    [CEO, 'ciso', []],
    [SECOPS, 'ciso', []],
    [CEO, MATRIX_APPROVER_ROLE, []],
  ])('%s, of %s', (person, to, expected) => {
    expect(by(person, to)).toEqual(expected);
  });
});

describe('any change of holders', () => {
  const day = (days: number) => instant(new Date(Date.parse('2026-03-02') + days * 86_400_000).toISOString());
  const period = fc
    .record({
      accountId: fc.constantFrom(CISO, CLOUD, SECOPS, CEO),
      capacity: fc.constantFrom('holder' as const, 'deputy' as const),
      from: fc.integer({ min: 0, max: 6 }),
      days: fc.option(fc.integer({ min: 1, max: 6 })),
    })
    .map(({ from, days, ...one }) => ({
      ...one,
      role: CLOUD_ROLE,
      from: day(from),
      to: days === null ? null : day(from + days),
    }));

  it('is a gain exactly where, on some day, fewer come before the person', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 3 }), fc.array(period, { maxLength: 3 }), (there, asked) => {
        const appointments = (some: readonly RoleHolder[]) => some.map((holder, line) => ({ line, holder }));
        const before = withChanges([], periodChanges(appointments(there), []));
        const after = withChanges(before, periodChanges(appointments(asked), before));
        const place = (held: readonly RoleHolder[], days: number) => {
          const at = day(days);
          const acting = held.filter(({ from, to }) => from <= at && (to === null || at < to));
          const order = [...acting].sort(
            (a, b) =>
              Number(a.capacity === 'deputy') - Number(b.capacity === 'deputy') ||
              a.from.localeCompare(b.from) ||
              a.accountId.localeCompare(b.accountId),
          );
          const people = [...new Set(order.map(({ accountId }) => accountId))];
          return people.includes(CISO) ? people.indexOf(CISO) : Infinity;
        };
        const gains = Array.from({ length: 14 }, (_, days) => place(after, days) < place(before, days));
        const office = (holders: readonly RoleHolder[]) => ({ holders, matrixApproverRole: 'none' });
        const told = rolesGained(
          CISO,
          { before: office(before), after: office(after), now: day(0) },
          EVERYONE,
        );
        expect(told.length > 0).toBe(gains.includes(true));
      }),
      { numRuns: 400 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessPeriodRefusals } from '../../../../src/domain/work-types/access-request/access-period';
import { notOver } from '../../../../src/domain/work-types/access-request/access-period';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings';
import { dayOf, plus, toInstant, type Instant } from '../../../../src/domain/shared/instant';
import { instant, NOW } from '../../../support/builders/company';
import { aTicket, gateFacts } from '../../../support/builders/ticket';

const DAY = 86_400_000;
const settings = { ...DEFAULT_SETTINGS, accessDays: 30, privilegedAccessDays: 7 };
const refusals = (accessUntil: string | null, privileged: string | null = null, at = NOW) =>
  accessPeriodRefusals({ accessUntil, privileged }, settings, at);
const inDays = (days: number) => dayOf(plus(NOW, days * DAY));

describe('accessPeriodRefusals', () => {
  it.each<[string, string | null, string | null]>([
    ['for today alone', inDays(0), null],
    ['for as long as is allowed', inDays(30), null],
    ['that is not privileged, for as long as is allowed', inDays(30), 'No'],
    ['that is privileged, for as long as that is allowed', inDays(7), 'Yes'],
    ['without an end, which another gate asks for', null, 'Yes'],
  ])('lets access pass %s', (_, until, privileged) => {
    expect(refusals(until, privileged)).toEqual([]);
  });

  it('refuses access that has ended before it begins', () => {
    const date = inDays(-1);
    expect(refusals(date)).toEqual([{ code: 'DATE_IN_PAST', field: 'accessUntil', date }]);
  });

  it.each([
    ['access', 31, null, 30, false],
    ['access that says it is not privileged', 31, 'No', 30, false],
    ['privileged access', 8, 'Yes', 7, true],
  ])('refuses %s for a day too long', (_, days, privileged, longest, isPrivileged) => {
    expect(refusals(inDays(days), privileged)).toEqual([
      { code: 'PERIOD_TOO_LONG', field: 'accessUntil', date: inDays(days), longest, isPrivileged },
    ]);
  });

  it('counts days in UTC, from the day of the decision', () => {
    const lastMoment = instant('2026-03-02T23:59:59.999Z');
    expect(refusals('2026-03-02', null, lastMoment)).toEqual([]);
    expect(refusals('2026-03-02', null, plus(lastMoment, 1))).toHaveLength(1);
    expect(refusals('2026-04-01', null, lastMoment)).toEqual([]);
    expect(refusals('2026-04-02', null, lastMoment)).toHaveLength(1);
  });

  it('is 365 days, and 90 when privileged, until a company decides otherwise', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({ accessDays: 365, privilegedAccessDays: 90 });
  });

  it('lets exactly the days from today to the longest pass', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.boolean(),
        fc.nat(DAY - 1),
        (days, isPrivileged, ms) => {
          const at: Instant = plus(toInstant(dayOf(NOW)), ms);
          const isRight = days >= 0 && days <= (isPrivileged ? 7 : 30);
          expect(refusals(inDays(days), isPrivileged ? 'Yes' : 'No', at)).toHaveLength(isRight ? 0 : 1);
        },
      ),
    );
  });
});

describe('not over', () => {
  const granting = (accessUntil: string | null, screen?: string) =>
    notOver.refusals(
      gateFacts({
        ticket: aTicket({ fields: { accessUntil } }),
        screen: { fields: screen === undefined ? {} : { accessUntil: screen }, appFields: [] },
      }),
    );

  it('lets access pass until the end of its last day', () => {
    expect(granting(inDays(0))).toEqual([]);
    expect(granting(inDays(400))).toEqual([]);
    expect(granting(null)).toEqual([]);
  });

  it('refuses to grant what is over, on the ticket or on the screen', () => {
    const date = inDays(-1);
    const refusal = [{ code: 'DATE_IN_PAST', field: 'accessUntil', date }];
    expect(granting(date)).toEqual(refusal);
    expect(granting(inDays(5), date)).toEqual(refusal);
    expect(granting(date, inDays(5))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexResponsibilities, mostSpecific, resolve } from '../../../src/domain/responsibility/resolve';
import type { Responsibility } from '../../../src/domain/responsibility/responsibility';
import { ACTIVITIES, anyCompany, anyRows, person } from '../../support/builders/arbitraries';
import { NOW } from '../../support/builders/company';
import { ASSETS } from '../../support/builders/matrix';

const anyQuestion = fc.record({
  domain: fc.constantFrom(ASSETS, 'Governance'),
  activity: fc.constantFrom(...ACTIVITIES),
  service: fc.constantFrom('AWS', 'GitHub', 'aws', 'Unheard of'),
  at: fc.constant(NOW),
  excluded: fc.array(person).map(people => new Set(people)),
});

/** How well a row answers, as the domain rules put it: 4 is best, 0 not at all. */
function fits(row: Responsibility, asked: { domain: string; activity: string }, service: string): number {
  if (row.domain !== asked.domain) return 0;
  if (row.service !== service && row.service !== '*') return 0;
  const isOwn = row.service === service;
  if (row.activity === '') return isOwn ? 2 : 1;
  if (row.activity !== asked.activity) return 0;
  return isOwn ? 4 : 3;
}

describe('resolve, for any company, person and ticket', () => {
  it('never names an excluded person, an inactive one, or one who acts for neither role', () => {
    fc.assert(
      fc.property(anyCompany, anyQuestion, ({ allocation }, asked) => {
        const route = resolve(asked, allocation);
        if (!route.ok) return;
        const { accountable, role, decidedBy } = route.value;
        expect(asked.excluded.has(accountable)).toBe(false);
        expect(allocation.accounts.get(accountable)?.active).toBe(true);
        const wanted = decidedBy === 'matrix approver' ? allocation.matrixApproverRole : role;
        const held = allocation.holders.filter(
          ({ role: of, accountId, from, to }) =>
            of === wanted && accountId === accountable && from <= NOW && (to === null || NOW < to),
        );
        expect(held.length).toBeGreaterThan(0);
        if (decidedBy !== 'matrix approver')
          expect(held.some(({ capacity }) => capacity === decidedBy)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('goes to a deputy or the matrix approver only because of someone who cannot decide', () => {
    fc.assert(
      fc.property(anyCompany, anyQuestion, ({ allocation }, asked) => {
        const route = resolve(asked, allocation);
        if (!route.ok || route.value.decidedBy === 'holder') return;
        const before = allocation.holders.filter(
          ({ role, capacity, accountId, from, to }) =>
            role === route.value.role &&
            (capacity === 'holder' || route.value.decidedBy === 'matrix approver') &&
            from <= NOW &&
            (to === null || NOW < to) &&
            allocation.accounts.get(accountId)?.active === true,
        );
        for (const { accountId } of before) expect(route.value.passedOver).toContain(accountId);
        for (const passed of route.value.passedOver) expect(asked.excluded.has(passed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('answers from the most specific row, as a naive reading of the rule finds it', () => {
    fc.assert(
      fc.property(anyRows, anyQuestion, (rows, asked) => {
        const key = 'aws';
        const best = Math.max(0, ...rows.map(row => fits(row, asked, key)));
        const expected = rows
          .filter(row => best > 0 && fits(row, asked, key) === best)
          .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
        expect(mostSpecific(indexResponsibilities(rows), asked, key)?.row).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('answers or refuses the same whatever the order of rows, holders, roles and services', () => {
    fc.assert(
      fc.property(anyCompany, anyQuestion, ({ rows, allocation }, asked) => {
        const turned = {
          ...allocation,
          rows: indexResponsibilities([...rows].reverse()),
          holders: [...allocation.holders].reverse(),
          roles: [...allocation.roles].reverse(),
          services: { named: [], register: allocation.services.register.toReversed() },
        };
        expect(resolve(asked, turned)).toEqual(resolve(asked, allocation));
      }),
      { numRuns: 300 },
    );
  });

  it('excluding someone else changes nothing for the person who decides, and opens nothing that was refused', () => {
    fc.assert(
      fc.property(anyCompany, anyQuestion, person, ({ allocation }, asked, another) => {
        const before = resolve(asked, allocation);
        const after = resolve({ ...asked, excluded: new Set([...asked.excluded, another]) }, allocation);
        if (!before.ok) expect(after.ok).toBe(false);
        else if (before.value.accountable !== another)
          expect(after).toMatchObject({ ok: true, value: { accountable: before.value.accountable } });
      }),
      { numRuns: 300 },
    );
  });

  it('takes the mark for any service for no service of its own', () => {
    fc.assert(
      fc.property(anyCompany, anyQuestion, ({ allocation }, asked) => {
        const general = resolve({ ...asked, service: '*' }, allocation);
        expect(general).toMatchObject({
          refusal: { code: allocation.matrix ? 'SERVICE_UNKNOWN' : 'MATRIX_NOT_APPROVED' },
        });
      }),
    );
  });
});

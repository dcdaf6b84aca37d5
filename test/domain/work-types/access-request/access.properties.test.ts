import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessPeriodRefusals } from '../../../../src/domain/work-types/access-request/access-period';
import { revocationDue, REVOCATION_LABEL } from '../../../../src/domain/work-types/access-request/revocation';
import { indexResponsibilities } from '../../../../src/domain/responsibility/resolve';
import { routeOf } from '../../../../src/domain/routing/ticket-route';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings';
import { dayOf, daysBetween, HOUR, plus } from '../../../../src/domain/shared/instant';
import type { Found } from '../../../../src/domain/plan/found';
import { allow } from '../../../../src/domain/shared/result';
import { storyOf, type TicketStory } from '../../../../src/domain/ticket/story';
import { NO_SUBJECT } from '../../../../src/domain/work-type/subject';
import { ACCESS_RULES } from '../../../../src/domain/work-types/access-request/access-rules';
import { ACCESS_REQUEST } from '../../../../src/domain/work-types/access-request/access-request';
import { anyCompany, person } from '../../../support/builders/arbitraries';
import { ENGINEER, NOW } from '../../../support/builders/company';
import { aRoute } from '../../../support/builders/matrix';
import { aFound, carriedOut } from '../../../support/builders/planned';
import { aDecision, anEntry, aSnapshot, aTicket, moved } from '../../../support/builders/ticket';

const DAY = 24 * HOUR;
const day = (offset: number) => dayOf(plus(NOW, offset * DAY));
const anyDay = fc.integer({ min: -400, max: 400 });
const anyDayOrNone = fc.option(anyDay).map(offset => (offset === null ? null : day(offset)));
const maybePerson = fc.option(person, { freq: 3 });

/**
 * An access request that was for several people in turn, each when it was submitted, and is for the last of them, or for
 * whom the screen names.
 */
const anyRequest = fc
  .record({
    creator: person,
    reporter: maybePerson,
    beneficiaries: fc.array(maybePerson, { minLength: 1, maxLength: 3 }),
    onScreen: maybePerson,
    cloudService: fc.constantFrom('AWS', 'GitHub'),
  })
  .map(({ creator, reporter, beneficiaries, onScreen, cloudService }) => {
    const history = beneficiaries
      .slice(1)
      .map((to, at) =>
        anEntry(
          at + 1,
          creator,
          { field: 'beneficiary', from: beneficiaries[at] ?? null, to },
          moved('Requested', 'Awaiting approval'),
        ),
      );
    const beneficiary = beneficiaries.at(-1) ?? null;
    const workType = ACCESS_REQUEST.name;
    return {
      ticket: aTicket({ workType, creator, reporter, history, fields: { beneficiary, cloudService } }),
      screen: { fields: onScreen === null ? {} : { beneficiary: onScreen }, appFields: [] },
      ever: new Set([...beneficiaries.slice(1), beneficiary, onScreen].filter(one => one !== null)),
    };
  });

describe('access, for any company and any request', () => {
  it('is never decided, granted or revoked by anyone it is or was for, nor decided by who asked for it', () => {
    let routed = 0;
    fc.assert(
      fc.property(anyCompany, anyRequest, ({ rows, allocation }, { ticket, screen, ever }) => {
        const own = rows.map(row => ({
          ...row,
          domain: 'Identity and access management' as const,
          activity: row.activity === '' ? '' : 'Access approval',
        }));
        const company = { ...allocation, rows: indexResponsibilities(own) };
        const story = storyOf(ticket, ACCESS_REQUEST, []);
        const facts = { allocation: company, subject: NO_SUBJECT, settings: DEFAULT_SETTINGS, at: NOW };
        const route = routeOf(story, screen, facts);
        if (!route.ok) return;
        routed += 1;
        const { accountable, performer } = route.value;
        expect(ever.has(accountable)).toBe(false);
        expect(ever.has(performer)).toBe(false);
        expect([ticket.creator, ticket.reporter]).not.toContain(accountable);
        for (const one of [accountable, performer]) expect(company.accounts.get(one)?.active).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(routed).toBeGreaterThan(100);
  });
});

describe('the period of access, for any day', () => {
  it('is refused exactly when it has passed or is longer than is allowed', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('Yes', 'No', null), (offset, privileged) => {
        const refusals = accessPeriodRefusals(
          { accessUntil: day(offset), privileged },
          DEFAULT_SETTINGS,
          NOW,
        );
        const longest = privileged === 'Yes' ? 90 : 365;
        const expected = offset < 0 ? ['DATE_IN_PAST'] : offset > longest ? ['PERIOD_TOO_LONG'] : [];
        expect(refusals.map(({ code }) => code)).toEqual(expected);
        expect(daysBetween(dayOf(NOW), day(offset))).toBe(offset);
      }),
    );
  });
});

describe('the end of access, for any day that was approved and any that stands on the ticket', () => {
  const anyGranted = fc
    .record({ approved: anyDayOrNone, field: anyDayOrNone, isLabelled: fc.boolean() })
    .map(({ approved, field, isLabelled }) => {
      const ticket = aTicket({
        workType: ACCESS_REQUEST.name,
        status: 'Granted',
        fields: { accessUntil: field },
        labels: isLabelled ? [REVOCATION_LABEL] : [],
      });
      const snapshot = aSnapshot(ticket, { decidingFields: { accessUntil: approved } });
      const history = [anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval'))];
      const submit = aDecision(ticket, 'Submit', { snapshot });
      return { ...storyOf({ ...ticket, history }, ACCESS_REQUEST, [submit]), approved, field };
    });

  it('is the day that was approved, else the one on the ticket, and never is none', () => {
    fc.assert(
      fc.property(anyGranted, anyDay, (granted, now) => {
        const { approved, field } = granted;
        const at = plus(NOW, now * DAY);
        const lasts = revocationDue(granted, at) === undefined;
        const end = approved ?? field;
        expect(lasts).toBe(end !== null && end >= dayOf(at));
        if (!lasts) expect(revocationDue(granted, plus(at, DAY))).toBeDefined();
      }),
    );
  });

  it('is planned once: what was done leaves nothing to do, and revoking it takes the label off', () => {
    const plan = (story: TicketStory, found: Found) =>
      carriedOut(now => ACCESS_RULES.plan?.(story, NO_SUBJECT, now) ?? [], found);
    fc.assert(
      fc.property(anyGranted, anyDay, (granted, now) => {
        const at = plus(NOW, now * DAY);
        const once = plan(granted, aFound(granted.ticket, { at, route: allow(aRoute()) })).found;
        expect(plan(granted, once).planned.effects).toEqual([]);
        const { labels } = once.standing;
        expect(labels.includes(REVOCATION_LABEL)).toBe(revocationDue(granted, at) !== undefined);
        const revoked = { ...granted, ticket: { ...granted.ticket, status: 'Revoked' } };
        const after = plan(revoked, once).planned;
        expect(after.labels).toEqual(labels.length > 0 ? { [REVOCATION_LABEL]: false } : {});
        expect(after.records).toEqual([]);
      }),
    );
  });
});

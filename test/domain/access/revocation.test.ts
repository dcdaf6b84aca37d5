import { describe, expect, it } from '@jest/globals';
import {
  planRevocation,
  revocationDue,
  revocationMessage,
  REVOCATION_LABEL,
  type RevocationPlan,
} from '../../../src/domain/access/revocation';
import { evidenceId, ticketSubject } from '../../../src/domain/evidence/evidence-entry';
import type { Route } from '../../../src/domain/responsibility/route';
import { observedTransitions } from '../../../src/domain/ticket/observed-transition';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { ACCESS_REQUEST } from '../../../src/domain/catalogue/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/catalogue/cloud-account-request';
import { APP, ENGINEER, instant, nameOf, OWNER } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';
import { aDecision, anEntry, aSnapshot, aTicket, moved } from '../../support/builders/ticket';

const LAST_DAY = '2026-03-31';
const DURING = instant('2026-03-31T23:59:59.999Z');
const AFTER = instant('2026-04-01');

/** Access that was submitted, and permitted, until the last day of March; its field says so unless told otherwise. */
function granted(
  overrides: Partial<Ticket> = {},
  until: string | null = LAST_DAY,
  approved: string | null = LAST_DAY,
) {
  const ticket = {
    ...aTicket({
      workType: ACCESS_REQUEST.name,
      status: 'Granted',
      history: [anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval'))],
      fields: { beneficiary: OWNER, entitlement: 'Administrators', accessUntil: until },
    }),
    ...overrides,
  };
  const snapshot = aSnapshot(ticket, { decidingFields: approved === null ? {} : { accessUntil: approved } });
  const observed = observedTransitions(ticket, ACCESS_REQUEST, [aDecision(ticket, 'Submit', { snapshot })]);
  return { ticket, workType: ACCESS_REQUEST, observed };
}

describe('revocationDue', () => {
  it('is nothing while access lasts, and its last day from the day after', () => {
    expect(revocationDue(granted(), DURING)).toBeUndefined();
    expect(revocationDue(granted(), AFTER)).toEqual({ lastDay: LAST_DAY });
  });

  it.each(['Requested', 'Approved', 'Revoked', 'Withdrawn'])('is nothing for a ticket that is %s', status => {
    expect(revocationDue(granted({ status }), AFTER)).toBeUndefined();
  });

  it('is nothing for a work type that grants nothing', () => {
    expect(revocationDue({ ...granted(), workType: CLOUD_ACCOUNT_REQUEST }, AFTER)).toBeUndefined();
  });

  it.each<[string, string | null, string | null, string | null]>([
    ['a later day in the field prolongs nothing', '2027-01-01', LAST_DAY, LAST_DAY],
    ['an emptied field prolongs nothing', null, LAST_DAY, LAST_DAY],
    ['an earlier day in the field holds', '2026-03-10', LAST_DAY, '2026-03-10'],
    ['the field holds where nothing was permitted', '2026-03-10', null, '2026-03-10'],
    ['access without any day on record has ended', null, null, null],
  ])('%s', (_, field, approved, lastDay) => {
    expect(revocationDue(granted({}, field, approved), AFTER)).toEqual({ lastDay });
  });
});

it('access without a permitted Submit has the end that stands in its field, or none on record', () => {
  const imported = { ...granted(), observed: [] };
  expect(revocationDue(imported, AFTER)).toEqual({ lastDay: LAST_DAY });
  expect(revocationDue({ ...granted({}, null), observed: [] }, AFTER)).toEqual({ lastDay: null });
  const { ticket } = granted({}, '2026-03-10');
  const unpermitted = observedTransitions(ticket, ACCESS_REQUEST, []);
  expect(revocationDue({ ...granted(), ticket, observed: unpermitted }, AFTER)).toEqual({
    lastDay: '2026-03-10',
  });
});

describe('planRevocation', () => {
  const plan = (
    of = granted(),
    at = AFTER,
    recorded: string[] = [],
    route: Route | null = aRoute(),
  ): RevocationPlan => planRevocation(of, route, recorded, nameOf, at);
  const id = evidenceId('revocation-due', ticketSubject('10001'), { lastDay: LAST_DAY });
  const text = ({ notice }: RevocationPlan) =>
    notice?.comment
      .map(part => (typeof part === 'string' ? part : 'strong' in part ? part.strong : `@${part.name}`))
      .join('');

  it('is empty while access lasts', () => {
    expect(plan(granted(), DURING)).toEqual({});
  });

  it('labels the ticket, hands it to the performer, and tells them what to do', () => {
    const planned = plan();
    expect(REVOCATION_LABEL).toBe('revocation-due');
    expect(planned).toMatchObject({
      label: true,
      notice: { due: { id, lastDay: LAST_DAY, performer: APP }, assignee: APP },
    });
    expect(text(planned)).toBe(
      '@App, this access is due to be revoked: it ended on 31 Mar 2026. Take Administrators of Owner on AWS away, then use Revoke.',
    );
  });

  it('is done once, and is not done again', () => {
    const labelled = granted({ labels: [REVOCATION_LABEL] });
    expect(plan(labelled, AFTER, [id])).toEqual({});
    expect(plan(granted(), AFTER, [id])).toEqual({ label: true });
    expect(plan(labelled, AFTER, ['another'])).not.toHaveProperty('label');
    expect(plan(labelled, AFTER, ['another'])).toHaveProperty('notice');
  });

  it('tells again when the access turns out to have ended on another day', () => {
    const earlier = plan(granted({}, '2026-03-10'), AFTER, [id]);
    expect(earlier.notice?.due).toMatchObject({ lastDay: '2026-03-10' });
    expect(earlier.notice?.due.id).not.toBe(id);
  });

  it('takes the label off once it is revoked', () => {
    expect(plan(granted({ status: 'Revoked', labels: [REVOCATION_LABEL] }))).toEqual({ label: false });
    expect(plan(granted({ status: 'Revoked' }))).toEqual({});
  });

  it('leaves other work types alone, whatever labels people put there', () => {
    const other = granted({ labels: [REVOCATION_LABEL] });
    expect(plan({ ...other, workType: CLOUD_ACCOUNT_REQUEST })).toEqual({});
  });

  it('tells everybody when nobody performs it', () => {
    const planned = plan(granted({}, null, null), AFTER, [], null);
    expect(planned.notice).toMatchObject({ assignee: null, due: { performer: null, lastDay: null } });
    expect(text(planned)).toMatch(/^this access is due to be revoked: it has no end on record\./);
  });
});

describe('revocationMessage', () => {
  const { ticket } = granted();
  it.each<[Partial<Ticket['fields']>, string | null, string | null, string]>([
    [
      {},
      LAST_DAY,
      APP,
      'This access ended on 31 Mar 2026 and has not been revoked. App: take Administrators of Owner on AWS away, then use Revoke.',
    ],
    [
      {},
      null,
      null,
      'This access has no end on record and has not been revoked. Whoever performs it: take Administrators of Owner on AWS away, then use Revoke.',
    ],
    [
      { beneficiary: null, cloudService: null, entitlement: null },
      LAST_DAY,
      APP,
      'This access ended on 31 Mar 2026 and has not been revoked. App: take the access away, then use Revoke.',
    ],
  ])('says what to take away: %j', (fields, lastDay, performer, words) => {
    const asked = { ...ticket, fields: { ...ticket.fields, ...fields } };
    expect(revocationMessage(asked, { lastDay }, performer, nameOf)).toBe(words);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  revocationDue,
  revocationMessage,
  REVOCATION_LABEL,
} from '../../../../src/domain/work-types/access-request/revocation';
import { evidenceId, ticketSubject } from '../../../../src/domain/evidence/evidence-entry';
import type { Route } from '../../../../src/domain/responsibility/route';
import { allow } from '../../../../src/domain/shared/result';
import { storyOf } from '../../../../src/domain/ticket/story';
import { NO_SUBJECT } from '../../../../src/domain/work-type/subject';
import { ACCESS_RULES } from '../../../../src/domain/work-types/access-request/access-rules';
import type { Ticket } from '../../../../src/domain/ticket/ticket';
import { ACCESS_REQUEST } from '../../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { APP, ENGINEER, instant, nameOf, OWNER } from '../../../support/builders/company';
import { aRoute } from '../../../support/builders/matrix';
import { noticeId } from '../../../../src/domain/plan/notice-evidence';
import { aFound, carriedOut, textOf, type Planned } from '../../../support/builders/planned';
import { aDecision, anEntry, aSnapshot, aTicket, moved } from '../../../support/builders/ticket';

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
  return storyOf(ticket, ACCESS_REQUEST, [aDecision(ticket, 'Submit', { snapshot })]);
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
    ['an earlier day in the field asks nothing back sooner', '2026-03-10', LAST_DAY, LAST_DAY],
    ['the field holds where nothing was permitted', '2026-03-10', null, '2026-03-10'],
    ['access without any day on record has ended', null, null, null],
  ])('%s', (_, field, approved, lastDay) => {
    expect(revocationDue(granted({}, field, approved), AFTER)).toEqual({ lastDay });
  });
});

it('access without a permitted Submit has the end that stands in its field, or none on record', () => {
  const imported = storyOf(granted().ticket, ACCESS_REQUEST, []);
  expect(revocationDue(imported, AFTER)).toEqual({ lastDay: LAST_DAY });
  expect(revocationDue(storyOf(granted({}, null).ticket, ACCESS_REQUEST, []), AFTER)).toEqual({
    lastDay: null,
  });
  const { ticket } = granted({}, '2026-03-10');
  expect(revocationDue(storyOf(ticket, ACCESS_REQUEST, []), AFTER)).toEqual({
    lastDay: '2026-03-10',
  });
});

describe('what the end of access takes', () => {
  const id = evidenceId('revocation-due', ticketSubject('10001'), { lastDay: LAST_DAY });
  /** @param recorded - ends that are on record, and told */
  const plan = (
    story = granted(),
    at = AFTER,
    recorded: string[] = [],
    route: Route | null = aRoute(),
  ): Planned => {
    const { ticket } = story;
    const known = aFound(ticket, { at, ...(route ? { route: allow(route) } : {}) });
    const told = recorded.flatMap(one => [
      one,
      noticeId(ticket.id, one),
      evidenceId('assignment-made', ticketSubject(ticket.id), { for: one }),
    ]);
    const found = { ...known, standing: { ...known.standing, recorded: new Set(told) } };
    const steps = ACCESS_RULES.plan;
    return carriedOut(now => steps?.(story, NO_SUBJECT, now) ?? [], found).planned;
  };
  const nothing = { appFields: {}, labels: {}, comments: [], records: [], effects: [] };
  const due = ({ records }: Planned) => records.find(({ kind }) => kind === 'revocation-due');
  const text = ({ comments }: Planned) => textOf(comments.flat());

  it('is nothing while access lasts', () => {
    expect(plan(granted(), DURING)).toEqual(nothing);
  });

  it('is on record, a label, and the performer, who is told what to do', () => {
    const planned = plan();
    expect(REVOCATION_LABEL).toBe('revocation-due');
    expect(planned).toMatchObject({ labels: { [REVOCATION_LABEL]: true }, assignee: APP });
    expect(due(planned)).toMatchObject({ id, facts: { lastDay: LAST_DAY, performer: APP } });
    expect(text(planned)).toBe(
      '@App, this access is due to be revoked: it ended on 31 Mar 2026. Remove Administrators from Owner on AWS, then use Revoke.',
    );
  });

  it('is on record before anyone is told', () => {
    const { planned } = carriedOut(
      now => ACCESS_RULES.plan?.(granted(), NO_SUBJECT, now) ?? [],
      aFound(granted().ticket, { at: AFTER, route: allow(aRoute()) }),
    );
    expect(planned.records.map(({ kind }) => kind)).toEqual([
      'revocation-due',
      'assignment-made',
      'notice-given',
    ]);
    const first = ACCESS_RULES.plan?.(
      granted(),
      NO_SUBJECT,
      aFound(granted().ticket, { at: AFTER, route: allow(aRoute()) }),
    );
    expect(first?.flatMap(({ effects }) => effects.map(effect => effect.do))).toEqual(['label']);
  });

  it('is done once, and is not done again', () => {
    const labelled = granted({ labels: [REVOCATION_LABEL] });
    expect(plan(labelled, AFTER, [id])).toEqual(nothing);
    expect(plan(granted(), AFTER, [id])).toMatchObject({
      labels: { [REVOCATION_LABEL]: true },
      comments: [],
    });
    expect(plan(labelled, AFTER, ['another'])).toMatchObject({ labels: {} });
    expect(plan(labelled, AFTER, ['another']).comments).toHaveLength(1);
  });

  it('is told again when the access turns out to have ended on another day', () => {
    const earlier = due(plan(granted({}, LAST_DAY, '2026-03-10'), AFTER, [id]));
    expect(earlier).toMatchObject({ facts: { lastDay: '2026-03-10' } });
    expect(earlier?.id).not.toBe(id);
  });

  it('takes the label off once it is revoked', () => {
    const revoked = plan(granted({ status: 'Revoked', labels: [REVOCATION_LABEL] }));
    expect(revoked).toMatchObject({ labels: { [REVOCATION_LABEL]: false }, records: [] });
    expect(plan(granted({ status: 'Revoked' }))).toEqual(nothing);
  });

  it('tells everyone when no one performs it', () => {
    const planned = plan(granted({}, null, null), AFTER, [], null);
    expect(planned).not.toHaveProperty('assignee');
    expect(due(planned)).toMatchObject({ facts: { performer: null, lastDay: null } });
    expect(text(planned)).toMatch(/^this access is due to be revoked: it has no recorded end date\./);
  });
});

describe('revocationMessage', () => {
  const { ticket } = granted();
  it.each<[Partial<Ticket['fields']>, string | null, string | null, string]>([
    [
      {},
      LAST_DAY,
      APP,
      'This access ended on 31 Mar 2026 and has not been revoked. App: remove Administrators from Owner on AWS, then use Revoke.',
    ],
    [
      {},
      null,
      null,
      'This access has no recorded end date and has not been revoked. The performer: remove Administrators from Owner on AWS, then use Revoke.',
    ],
    [
      { beneficiary: null, cloudService: null, entitlement: null },
      LAST_DAY,
      APP,
      'This access ended on 31 Mar 2026 and has not been revoked. App: remove the access, then use Revoke.',
    ],
  ])('says what to take away: %j', (fields, lastDay, performer, words) => {
    const asked = { ...ticket, fields: { ...ticket.fields, ...fields } };
    expect(revocationMessage(asked, { lastDay }, performer, nameOf)).toBe(words);
  });
});

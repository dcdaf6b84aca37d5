import { describe, expect, it } from '@jest/globals';
import { routeOf, ticketResponsibility } from '../../../src/domain/routing/ticket-route';
import type { Allocation } from '../../../src/domain/responsibility/resolve';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { storyOf } from '../../../src/domain/ticket/story';
import { NO_CHANGES, type Ticket } from '../../../src/domain/ticket/ticket';
import { NO_SUBJECT } from '../../../src/domain/work-type/subject';
import { ACCESS_REQUEST } from '../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import type { WorkType } from '../../../src/domain/work-type/work-type';
import { MATRIX_APPROVER_ROLE } from '../../../src/domain/responsibility/role';
import {
  aDeputy,
  APP,
  CEO,
  CISO,
  CLOUD,
  ENGINEER,
  everybodyBut,
  NOW,
  SECOPS,
} from '../../support/builders/company';
import { anAllocation, aResponsibility, aRoute, ASSETS, PROVISIONING } from '../../support/builders/matrix';
import { anEntry, aTicket, moved } from '../../support/builders/ticket';

const routeIn = (
  ticket: Ticket,
  workType: WorkType,
  allocation: Allocation = anAllocation(),
  screen = NO_CHANGES,
) =>
  routeOf(storyOf(ticket, workType, []), screen, {
    allocation,
    subject: NO_SUBJECT,
    settings: DEFAULT_SETTINGS,
    at: NOW,
  });
const routeFor = (ticket: Ticket, screen = NO_CHANGES) =>
  routeIn(ticket, CLOUD_ACCOUNT_REQUEST, anAllocation(), screen);

describe('ticketResponsibility', () => {
  it('is that of the work type', () => {
    expect(ticketResponsibility(aTicket(), CLOUD_ACCOUNT_REQUEST)).toEqual({
      domain: ASSETS,
      activity: PROVISIONING,
      service: 'AWS',
    });
  });

  it('is the default of the domain that the ticket or its screen names', () => {
    const expected = { domain: 'Governance', activity: '', service: 'AWS' };
    const fields = { responsibilityDomain: 'Governance' };
    expect(ticketResponsibility(aTicket({ fields }), CLOUD_ACCOUNT_REQUEST)).toEqual(expected);
    const screen = { fields, appFields: [] };
    expect(ticketResponsibility(aTicket(), CLOUD_ACCOUNT_REQUEST, screen)).toEqual(expected);
  });
});

describe('routeOf', () => {
  it('is what the matrix answers for the ticket', () => {
    expect(routeFor(aTicket())).toEqual({ ok: true, value: aRoute() });
  });

  it('waits for a service', () => {
    expect(routeFor(aTicket({ fields: { cloudService: null } }))).toEqual({
      ok: false,
      refusal: { code: 'SERVICE_NOT_NAMED' },
    });
  });

  it('passes over the person who was involved at a transition, or is being involved by the screen', () => {
    const once = anEntry(1, CLOUD, moved('Requested', 'Awaiting approval'));
    const byDeputy = { value: { accountable: CISO, decidedBy: 'deputy', passedOver: [CLOUD] } };
    expect(routeFor(aTicket({ creator: CLOUD }))).toMatchObject(byDeputy);
    expect(routeFor(aTicket({ reporter: CISO, history: [once] }))).toMatchObject({
      value: { decidedBy: 'matrix approver' },
    });
    const screen = { fields: { accountOwner: CLOUD }, appFields: [] };
    expect(routeFor(aTicket(), screen)).toMatchObject(byDeputy);
  });

  it('keeps anyone who gets access from carrying it out too, now and once submitted; the owner of an account may open it', () => {
    const rows = [aResponsibility({ domain: 'Identity and access management', activity: 'Access approval' })];
    const performerOf = (ticket: ReturnType<typeof aTicket>, workType: WorkType) => {
      const route = routeIn(ticket, workType, anAllocation({ rows: [...rows, aResponsibility()] }));
      return route.ok ? route.value.performer : undefined;
    };
    expect(performerOf(aTicket(), ACCESS_REQUEST)).toBe(APP);
    expect(performerOf(aTicket({ creator: APP }), ACCESS_REQUEST)).toBe(APP);
    expect(performerOf(aTicket({ fields: { beneficiary: APP } }), ACCESS_REQUEST)).toBe(CLOUD);
    const submitted = anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval'));
    const changed = anEntry(2, ENGINEER, { field: 'beneficiary', from: APP, to: null });
    expect(performerOf(aTicket({ history: [submitted, changed] }), ACCESS_REQUEST)).toBe(CLOUD);
    expect(performerOf(aTicket({ history: [changed] }), ACCESS_REQUEST)).toBe(APP);
    expect(performerOf(aTicket({ fields: { accountOwner: APP } }), CLOUD_ACCOUNT_REQUEST)).toBe(APP);
  });
});

describe('the route of access that was granted', () => {
  const rows = [aResponsibility({ domain: 'Identity and access management', activity: 'Access approval' })];
  const whole = anAllocation({ rows });
  const without = (...roles: string[]) => whole.holders.filter(({ role }) => !roles.includes(role));
  const routed = (status: string, allocation: Allocation, fields: Partial<Ticket['fields']> = {}) =>
    routeIn(aTicket({ status, fields }), ACCESS_REQUEST, allocation);

  it.each<[what: string, allocation: Allocation, fields: Partial<Ticket['fields']>]>([
    ['no row of the matrix names a role', anAllocation({ rows: [] }), {}],
    ['no one holds the role', { ...whole, holders: without('cloud-platform-owner') }, {}],
    ['everyone in it is inactive', { ...whole, accounts: everybodyBut(CLOUD, CISO) }, {}],
    ['someone emptied its service', whole, { cloudService: null }],
  ])(
    'goes to the matrix approver where %s, and one that waits for approval to no one',
    (_, allocation, fields) => {
      expect(routed('Granted', allocation, fields)).toMatchObject({
        ok: true,
        value: { by: 'role', accountable: CEO, performer: CEO },
      });
      expect(routed('Awaiting approval', allocation, fields)).toMatchObject({ ok: false });
      expect(routed('Granted', whole)).toMatchObject({ value: { by: 'matrix', accountable: CLOUD } });
    },
  );

  it('goes to the deputy of the matrix approver where they have the access, never to whom it was granted', () => {
    const deputy = aDeputy({ role: MATRIX_APPROVER_ROLE, accountId: SECOPS });
    const holders = [...without('cloud-platform-owner'), deputy];
    expect(routed('Granted', { ...whole, holders }, { beneficiary: CEO })).toMatchObject({
      value: { accountable: SECOPS, passedOver: [CEO] },
    });
  });

  it('is none where no one is left but them: an administrator appoints someone', () => {
    const holders = without('cloud-platform-owner');
    expect(routed('Granted', { ...whole, holders }, { beneficiary: CEO })).toMatchObject({
      ok: false,
      refusal: { code: 'ROLE_VACANT' },
    });
  });
});

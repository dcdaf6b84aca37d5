import { describe, expect, it } from '@jest/globals';
import { routeOf, ticketResponsibility } from '../../../src/domain/routing/ticket-route';
import { NO_CHANGES } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-type/cloud-account-request';
import { CISO, CLOUD, NOW } from '../../support/builders/company';
import { anAllocation, aRoute, ASSETS, PROVISIONING } from '../../support/builders/matrix';
import { anEntry, aTicket } from '../../support/builders/ticket';

const routeFor = (ticket: ReturnType<typeof aTicket>, screen = NO_CHANGES) =>
  routeOf(ticket, CLOUD_ACCOUNT_REQUEST, screen, anAllocation(), NOW);

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

  it('passes over whoever was involved at any time, or is being involved by the screen', () => {
    const once = anEntry(1, CLOUD, { field: 'reporter', from: CLOUD, to: CISO });
    const byDeputy = { value: { accountable: CISO, decidedBy: 'deputy', passedOver: [CLOUD] } };
    expect(routeFor(aTicket({ creator: CLOUD }))).toMatchObject(byDeputy);
    expect(routeFor(aTicket({ history: [once] }))).toMatchObject({ value: { decidedBy: 'matrix approver' } });
    const screen = { fields: { accountOwner: CLOUD }, appFields: [] };
    expect(routeFor(aTicket(), screen)).toMatchObject(byDeputy);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Route } from '../../../src/domain/responsibility/route';
import { evidenceId, ticketSubject } from '../../../src/domain/evidence/evidence-entry';
import { GAP_LABEL, routingSteps } from '../../../src/domain/plan/routing-steps';
import type { Routing } from '../../../src/domain/routing/routing';
import { NOT_ROUTED, storedForm } from '../../../src/domain/routing/stored-route';
import type { TicketRouteRefusal } from '../../../src/domain/routing/ticket-route';
import { allow, refuse, type Result } from '../../../src/domain/shared/result';
import { storyOf } from '../../../src/domain/ticket/story';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { APP, CISO, CLOUD, ENGINEER, everybodyBut } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';
import { aFound, carriedOut, textOf, type Planned } from '../../support/builders/planned';
import { aRoutedTicket, aTicket } from '../../support/builders/ticket';

type Outcome = Result<Route, TicketRouteRefusal>;

/** What is written, and in the end recorded; absent where there is nothing to do. */
interface RoutingPlan {
  appFields: Planned['appFields'];
  assignee?: string | null;
  gapLabel?: boolean;
  comment?: Planned['comments'][number];
  routing?: Routing;
}

/** The plan carried out to its end. @param last - the routing on record, which the ticket was told of */
const plan = (ticket: Ticket, outcome: Outcome, last: Routing | null = null): RoutingPlan => {
  const story = storyOf(ticket, CLOUD_ACCOUNT_REQUEST, []);
  const known = aFound(ticket, { route: outcome }, last ? [last] : []);
  const { planned } = carriedOut(found => routingSteps(story, found), known);
  const { appFields, assignee, labels, comments, records } = planned;
  const [routed] = records.filter(({ kind }) => kind !== 'notice-given');
  const gapLabel = labels[GAP_LABEL];
  return {
    appFields,
    ...(assignee === undefined ? {} : { assignee }),
    ...(gapLabel === undefined ? {} : { gapLabel }),
    ...(comments[0] ? { comment: comments[0] } : {}),
    ...(routed ? { routing: { id: routed.id, ...withoutTicket(routed.facts) } } : {}),
  };
};

function withoutTicket(facts: unknown): Omit<Routing, 'id'> {
  const {
    ticket: _,
    ticketKey: _key,
    ...routing
  } = facts as Omit<Routing, 'id'> & {
    ticket: string;
    ticketKey: string;
  };
  return routing;
}

const GAP = { code: 'NO_RESPONSIBILITY', domain: 'Governance', activity: '', service: 'AWS' } as const;

function routing(overrides: Partial<Routing> = {}): Routing {
  return { id: 'first', status: 'Requested', route: aRoute(), refusal: null, previous: null, ...overrides };
}

const text = ({ comment }: RoutingPlan) => comment && textOf(comment).replaceAll('@', '');

describe('routing steps', () => {
  it('writes everything for a new ticket: fields, assignee, comment, and last the record', () => {
    const facts = { status: 'Requested', route: aRoute(), refusal: null, previous: null };
    expect(plan(aTicket(), allow(aRoute()))).toEqual({
      appFields: storedForm(aRoute()),
      assignee: ENGINEER,
      comment: expect.any(Array),
      routing: { id: evidenceId('routed', ticketSubject('10001'), facts), ...facts },
    });
  });

  it.each([
    ['its creator until it is submitted', 'Requested', ENGINEER],
    ['the accountable person while it waits', 'Awaiting approval', CLOUD],
    ['the performer once it is approved', 'Approved', APP],
  ])('assigns a ticket to %s', (_, status, assignee) => {
    expect(plan(aTicket({ status }), allow(aRoute())).assignee).toBe(assignee);
    expect(plan(aTicket({ status, assignee }), allow(aRoute()))).not.toHaveProperty('assignee');
  });

  it('leaves a ticket unassigned whose creator has left', () => {
    const ticket = aTicket({ assignee: CLOUD, accounts: everybodyBut(ENGINEER) });
    expect(plan(ticket, allow(aRoute())).assignee).toBeNull();
  });

  it.each(['Provisioned', 'Rejected', 'Withdrawn'])('leaves a ticket alone that is %s', status => {
    expect(plan(aTicket({ status, labels: [GAP_LABEL] }), allow(aRoute()))).toEqual({ appFields: {} });
    expect(plan(aRoutedTicket({ status }), refuse(GAP))).toEqual({ appFields: {} });
  });

  it('plans nothing for a ticket that stands as it was routed', () => {
    expect(plan(aRoutedTicket(), allow(aRoute()), routing())).toStrictEqual({ appFields: {} });
  });

  it('lets people assign a ticket to someone else once it is routed', () => {
    expect(plan(aRoutedTicket({ assignee: CISO }), allow(aRoute()), routing())).toEqual({ appFields: {} });
  });

  it('writes back a field that someone else wrote, without another record or comment', () => {
    const forged = aRoutedTicket({ appFields: { performer: CISO }, assignee: ENGINEER });
    expect(plan(forged, allow(aRoute()), routing())).toEqual({ appFields: { performer: APP } });
  });

  it('assigns again where the fields and the assignee are what a routing that was cut short left', () => {
    const cut = aRoutedTicket({ appFields: { accountable: CISO }, assignee: CISO });
    expect(plan(cut, allow(aRoute()), routing())).toEqual({
      appFields: { accountable: CLOUD },
      assignee: ENGINEER,
    });
  });

  it('assigns again when the ticket moves on, without telling the same route again', () => {
    const submitted = aRoutedTicket({ status: 'Awaiting approval', assignee: ENGINEER });
    const planned = plan(submitted, allow(aRoute()), routing());
    expect(planned).toMatchObject({ appFields: {}, assignee: CLOUD, routing: { previous: 'first' } });
    expect(planned).not.toHaveProperty('comment');
  });

  it('tells a new route, and what changed', () => {
    const deputy = aRoute({ accountable: CISO, decidedBy: 'deputy', passedOver: [CLOUD] });
    const planned = plan(aRoutedTicket(), allow(deputy), routing());
    expect(planned.appFields).toEqual({ accountable: CISO });
    expect(text(planned)).toMatch(/^Routed again to Ciso.* Until now it was with Cloud\.$/);
    expect(planned.routing).toMatchObject({ route: deputy, previous: 'first' });
  });

  it('records a return to an earlier route as a routing of its own', () => {
    const first = plan(aTicket(), allow(aRoute())).routing;
    const away = routing({ id: 'away', route: aRoute({ accountable: CISO }), previous: first?.id ?? null });
    const back = plan(aRoutedTicket({ appFields: { accountable: CISO } }), allow(aRoute()), away).routing;
    expect(back?.id).not.toBe(first?.id);
    expect(back?.previous).toBe('away');
  });
});

describe('routing steps of a ticket that no one is accountable for', () => {
  const asked = aRoutedTicket({ status: 'Awaiting approval', assignee: CLOUD });

  it('empties the fields, leaves it unassigned, labels it and explains it', () => {
    const planned = plan(asked, refuse(GAP), routing());
    const facts = { status: 'Awaiting approval', route: null, refusal: GAP, previous: 'first' };
    expect(GAP_LABEL).toBe('responsibility-gap');
    expect(planned).toMatchObject({
      appFields: NOT_ROUTED,
      assignee: null,
      gapLabel: true,
      routing: { id: evidenceId('routing-refused', ticketSubject('10001'), facts), ...facts },
    });
    expect(text(planned)).toMatch(
      /^Not routed\. No one is accountable for Governance on AWS.*\(NO_RESPONSIBILITY\)$/,
    );
  });

  const unrouted = aTicket({ labels: ['urgent', GAP_LABEL] });
  const told = routing({ route: null, refusal: GAP });

  it('says so once', () => {
    expect(plan(unrouted, refuse(GAP), told)).toEqual({ appFields: {} });
  });

  it('says so once when storage gave the refusal back with its properties in another order', () => {
    const { code, service, domain, activity } = GAP;
    const turned = { ...told, refusal: { service, domain, activity, code } };
    expect(plan(unrouted, refuse(GAP), turned)).toEqual({ appFields: {} });
  });

  it('does not repeat itself when the ticket moves, but records where it stands', () => {
    const planned = plan({ ...unrouted, status: 'Awaiting approval' }, refuse(GAP), told);
    expect(planned).toMatchObject({ appFields: {}, routing: { status: 'Awaiting approval' } });
    expect(planned).not.toHaveProperty('comment');
  });

  it('says so again when something else is missing', () => {
    const planned = plan(unrouted, refuse({ ...GAP, service: 'GitHub' }), told);
    expect(text(planned)).toMatch(/on GitHub/);
    expect(planned).not.toHaveProperty('gapLabel');
  });

  it('routes it as if for the first time once someone is accountable, and takes the label off', () => {
    const planned = plan(unrouted, allow(aRoute()), told);
    expect(planned).toMatchObject({ appFields: storedForm(aRoute()), assignee: ENGINEER, gapLabel: false });
    expect(text(planned)).toMatch(/^Routed to Cloud/);
  });

  it('puts a label back that someone took off, without another record', () => {
    expect(plan(aTicket(), refuse(GAP), told)).toEqual({ appFields: {}, gapLabel: true });
  });
});

describe('routing steps of a ticket that names no service yet', () => {
  const OPEN = { code: 'SERVICE_NOT_NAMED' } as const;
  const ticket = aTicket({ fields: { cloudService: null } });

  it('leaves it to its creator, without a label or a comment, until it is submitted', () => {
    const planned = plan(ticket, refuse(OPEN));
    expect(planned).toEqual({
      appFields: {},
      assignee: ENGINEER,
      routing: {
        id: expect.any(String),
        status: 'Requested',
        route: null,
        refusal: OPEN,
        previous: null,
      },
    });
    expect(plan({ ...ticket, assignee: ENGINEER }, refuse(OPEN), planned.routing)).toEqual({ appFields: {} });
  });

  it('is explained as a gap when it gets past its Submit all the same', () => {
    const moved = { ...ticket, status: 'Awaiting approval', assignee: ENGINEER };
    const planned = plan(moved, refuse(OPEN), routing({ route: null, refusal: OPEN }));
    expect(planned).toMatchObject({ assignee: null, gapLabel: true });
    expect(text(planned)).toBe('Not routed. Cloud service is empty. Fill it in. (FIELD_MISSING)');
    const later = { ...moved, assignee: null, labels: [GAP_LABEL] };
    expect(plan(later, refuse(OPEN), planned.routing ?? null)).toEqual({ appFields: {} });
  });

  it('empties what an earlier service wrote', () => {
    const emptied = aRoutedTicket({ fields: { cloudService: null } });
    expect(plan(emptied, refuse(OPEN), routing()).appFields).toEqual(NOT_ROUTED);
  });
});

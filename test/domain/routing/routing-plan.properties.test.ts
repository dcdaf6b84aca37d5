import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GAP_LABEL, planRouting, type RoutingPlan } from '../../../src/domain/routing/routing-plan';
import type { Routing } from '../../../src/domain/routing/routing';
import { routeOf } from '../../../src/domain/routing/ticket-route';
import { NO_CHANGES, type Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/catalogue/cloud-account-request';
import { anyCompany, anyTicket } from '../../support/builders/arbitraries';
import { NOW } from '../../support/builders/company';
import { asStored } from '../../support/fakes/stored-json';

const outcomeOf = (ticket: Ticket, allocation: Parameters<typeof routeOf>[3]) =>
  routeOf(ticket, CLOUD_ACCOUNT_REQUEST, NO_CHANGES, allocation, NOW);

/** The ticket and its last routing after everything was written, as they are read again. */
function carriedOut(
  ticket: Ticket,
  last: Routing | null,
  plan: RoutingPlan,
): { ticket: Ticket; last: Routing | null } {
  const labels = ticket.labels.filter(label => label !== GAP_LABEL);
  return {
    ticket: {
      ...ticket,
      appFields: { ...ticket.appFields, ...plan.appFields },
      assignee: plan.assignee === undefined ? ticket.assignee : plan.assignee,
      labels: plan.gapLabel === undefined ? ticket.labels : plan.gapLabel ? [...labels, GAP_LABEL] : labels,
    },
    last: plan.routing ? (asStored(plan.routing) as Routing) : last,
  };
}

const planFor = (ticket: Ticket, allocation: Parameters<typeof routeOf>[3], last: Routing | null) =>
  planRouting(ticket, CLOUD_ACCOUNT_REQUEST, outcomeOf(ticket, allocation), last, account => account);

describe('planRouting, for any company and ticket', () => {
  it('plans nothing once its own plan is carried out', () => {
    fc.assert(
      fc.property(anyCompany, anyTicket, ({ allocation }, ticket) => {
        const once = carriedOut(ticket, null, planFor(ticket, allocation, null));
        expect(planFor(once.ticket, allocation, once.last)).toEqual({ appFields: {} });
      }),
      { numRuns: 300 },
    );
  });

  it('plans nothing twice either when the company changes in between', () => {
    fc.assert(
      fc.property(anyCompany, anyCompany, anyTicket, (before, after, ticket) => {
        const first = carriedOut(ticket, null, planFor(ticket, before.allocation, null));
        const second = carriedOut(
          first.ticket,
          first.last,
          planFor(first.ticket, after.allocation, first.last),
        );
        expect(planFor(second.ticket, after.allocation, second.last)).toEqual({ appFields: {} });
      }),
      { numRuns: 150 },
    );
  });

  it('ends the same when it was cut after the fields, the assignee or the label', () => {
    fc.assert(
      fc.property(anyCompany, anyTicket, fc.nat(2), ({ allocation }, ticket, cut) => {
        const whole = planFor(ticket, allocation, null);
        const { appFields, assignee, gapLabel } = whole;
        const partly: RoutingPlan = {
          appFields,
          ...(cut > 0 && assignee !== undefined ? { assignee } : {}),
          ...(cut > 1 && gapLabel !== undefined ? { gapLabel } : {}),
        };
        const halfway = carriedOut(ticket, null, partly).ticket;
        const rest = planFor(halfway, allocation, null);
        expect(rest.routing?.id).toBe(whole.routing?.id);
        expect(rest.comment).toEqual(whole.comment);
        const sorted = (written: Ticket) => ({ ...written, labels: [...written.labels].sort() });
        expect(sorted(carriedOut(halfway, null, rest).ticket)).toEqual(
          sorted(carriedOut(ticket, null, whole).ticket),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('labels exactly the waiting tickets that nobody is accountable for', () => {
    fc.assert(
      fc.property(anyCompany, anyTicket, ({ allocation }, ticket) => {
        const { ticket: after } = carriedOut(ticket, null, planFor(ticket, allocation, null));
        const outcome = outcomeOf(ticket, allocation);
        if (['Provisioned', 'Rejected', 'Withdrawn'].includes(ticket.status)) return;
        const isOpen = ticket.status === 'Requested' && ticket.fields.cloudService === null;
        expect(after.labels.includes(GAP_LABEL)).toBe(!outcome.ok && !isOpen);
        expect(after.appFields.accountable).toBe(outcome.ok ? outcome.value.accountable : null);
      }),
      { numRuns: 150 },
    );
  });
});

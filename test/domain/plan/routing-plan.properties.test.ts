import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { after, pending, type Standing } from '../../../src/domain/effects/pending';
import type { Found } from '../../../src/domain/plan/found';
import { GAP_LABEL, routingSteps } from '../../../src/domain/plan/routing-steps';
import type { Allocation } from '../../../src/domain/responsibility/resolve';
import { routeOf } from '../../../src/domain/routing/ticket-route';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { storyOf } from '../../../src/domain/ticket/story';
import { NO_CHANGES, type Ticket } from '../../../src/domain/ticket/ticket';
import { NO_SUBJECT } from '../../../src/domain/work-type/subject';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { anyCompany, anyTicket } from '../../support/builders/arbitraries';
import { NOW } from '../../support/builders/company';
import { aFound, carriedOut } from '../../support/builders/planned';

const storyIn = (ticket: Ticket) => storyOf(ticket, CLOUD_ACCOUNT_REQUEST, []);

const outcomeOf = (ticket: Ticket, allocation: Allocation) =>
  routeOf(storyIn(ticket), NO_CHANGES, {
    allocation,
    subject: NO_SUBJECT,
    settings: DEFAULT_SETTINGS,
    at: NOW,
  });

/** Everything carried out for a ticket, and what is found of it afterwards. */
const done = (ticket: Ticket, allocation: Allocation, before: Found = aFound(ticket)) =>
  carriedOut(found => routingSteps(storyIn(ticket), found), {
    ...before,
    route: outcomeOf(ticket, allocation),
  });

/** What is left to do. */
const left = (ticket: Ticket, allocation: Allocation, found: Found) =>
  pending(routingSteps(storyIn(ticket), { ...found, route: outcomeOf(ticket, allocation) }), found.standing);

const sorted = ({ labels, ...standing }: Standing) => ({ ...standing, labels: [...labels].sort() });

describe('routing steps, for any company and ticket', () => {
  it('leave nothing to do once they are carried out', () => {
    fc.assert(
      fc.property(anyCompany, anyTicket, ({ allocation }, ticket) => {
        const once = done(ticket, allocation);
        expect(left(ticket, allocation, once.found)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leave nothing to do either when the company changes in between', () => {
    fc.assert(
      fc.property(anyCompany, anyCompany, anyTicket, (before, after, ticket) => {
        const first = done(ticket, before.allocation);
        const second = done(ticket, after.allocation, first.found);
        expect(left(ticket, after.allocation, second.found)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('end the same when they were cut after any effect, even if the route was another meanwhile', () => {
    fc.assert(
      fc.property(anyCompany, anyCompany, anyTicket, fc.nat(3), (company, other, ticket, cut) => {
        const routed = done(ticket, company.allocation);
        const away = { ...routed.found, route: outcomeOf(ticket, other.allocation) };
        const [step] = pending(routingSteps(storyIn(ticket), away), away.standing);
        const partly = (step?.effects ?? []).slice(0, cut).reduce(after, away.standing);
        const back = done(ticket, company.allocation, { ...away, standing: partly });
        expect(sorted(back.found.standing)).toMatchObject({
          ...sorted(routed.found.standing),
          recorded: expect.anything(),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('label exactly the waiting tickets that no one is accountable for', () => {
    fc.assert(
      fc.property(anyCompany, anyTicket, ({ allocation }, ticket) => {
        const { standing } = done(ticket, allocation).found;
        const outcome = outcomeOf(ticket, allocation);
        if (['Provisioned', 'Rejected', 'Withdrawn'].includes(ticket.status)) return;
        const isOpen = ticket.status === 'Requested' && ticket.fields.cloudService === null;
        expect(standing.labels.includes(GAP_LABEL)).toBe(!outcome.ok && !isOpen);
        expect(standing.appFields.accountable).toBe(outcome.ok ? outcome.value.accountable : null);
      }),
      { numRuns: 150 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { performSteps } from '../../../src/application/tickets/perform-steps';
import type { Step } from '../../../src/domain/effects/effect';
import type { NewTicket } from '../../../src/domain/ticket/new-ticket';
import { ENGINEER } from '../../support/builders/company';
import { aWorldOfHouseRules } from '../../support/fakes/house-rules';

const REVIEW: NewTicket = { mark: 'review of 2027', workType: 'House rule', summary: 'Review the rules' };

async function performing(...steps: Step[]) {
  const world = aWorldOfHouseRules();
  const { workType } = world.kinds.named('House rule');
  const ticket = world.tickets.create(ENGINEER, {}, workType);
  const { assignee, labels, appFields } = ticket;
  const performed = await performSteps(
    {
      ticket,
      writeAppFields: () => Promise.reject(new Error('Nothing is written.')),
      accounts: new Map(),
      tickets: world.tickets,
      ledger: world.ledger,
      people: world.people,
      directory: world.directory,
      advance: () => Promise.reject(new Error('No register is told anything.')),
    },
    steps,
    { assignee, labels, appFields, recorded: new Set() },
  );
  return { ...performed, world, ticket };
}

const effects = (ticket: NewTicket): Step => ({
  effects: [{ do: 'create ticket', ticket }],
  records: [],
  otherwise: [{ effects: [{ do: 'label', label: 'not-created', present: true }], records: [] }],
});

describe('the effects of a step', () => {
  it('create a ticket once per mark', async () => {
    const { world, ticket, faults } = await performing(effects(REVIEW), effects(REVIEW));
    expect(faults).toEqual([]);
    expect(world.tickets.get('GOV-2')).toMatchObject({ summary: REVIEW.summary, status: 'Draft' });
    expect(() => world.tickets.get('GOV-3')).toThrow(RangeError);
    expect(world.tickets.get(ticket.id).labels).toEqual([]);
  });

  it('are followed by what is planned otherwise when Jira does not take the ticket', async () => {
    const { world, ticket } = await performing(effects({ ...REVIEW, fields: { accountId: '4711' } }));
    expect(() => world.tickets.get('GOV-2')).toThrow(RangeError);
    expect(world.tickets.get(ticket.id).labels).toEqual(['not-created']);
  });
});

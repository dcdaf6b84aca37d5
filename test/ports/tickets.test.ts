import { describe } from '@jest/globals';
import { kindsInUse, NOTHING_TO_READ } from '../../src/application/tickets/reading';
import { anAccount, ENGINEER, EVERYONE, NOW, STRANGER } from '../support/builders/company';
import { houseRuleKind } from '../support/builders/house-rule';
import { movableClock } from '../support/fakes/clock-and-jobs';
import { noFaults } from '../support/fakes/faults';
import { memoryTickets, THE_APP } from '../support/fakes/tickets';
import { ticketsContract, type TicketsUnderTest } from './contracts/tickets.ts';

function openMemory(): Promise<TicketsUnderTest> {
  const faults = noFaults();
  const clock = movableClock(NOW);
  const kinds = kindsInUse([{ ...houseRuleKind(), reading: NOTHING_TO_READ }]);
  const app = anAccount(THE_APP, { kind: 'app' });
  const { workType } = kinds.named('House rule');
  const tickets = memoryTickets(clock, faults, id => (id === THE_APP ? app : EVERYONE.get(id)), {
    caller: ENGINEER,
    workTypeNamed: name => kinds.named(name).workType,
  });
  return Promise.resolve({
    tickets,
    app: THE_APP,
    caller: ENGINEER,
    other: STRANGER,
    raise: async (creator, { summary, labels = [] }) => {
      const ticket = tickets.create(creator, {}, workType, { summary });
      for (const label of labels) await tickets.setLabel(ticket, label, true);
      return ticket.id;
    },
    lose: when => {
      faults.forget();
      faults.failWrite(1, when);
    },
    pass: ms => {
      clock.advance(ms);
    },
  });
}

describe('tickets in memory', () => {
  ticketsContract(openMemory);
});

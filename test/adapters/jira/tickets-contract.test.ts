import { describe } from '@jest/globals';
import { jiraTickets } from '../../../src/adapters/jira/tickets';
import { MINUTE, toInstant } from '../../../src/domain/shared/instant';
import { ticketsContract, type TicketsUnderTest } from '../../ports/contracts/tickets.ts';
import { ADMINISTRATOR, APP, benchOn, enterLocalSite } from '../../provisioning/adapters/jira/local-site';
import { TicketOffice } from '../../provisioning/adapters/jira/ticket-office';
import { ProvisioningBench, runToEnd } from '../../provisioning/application/provisioning-bench';
import { houseRule } from '../../support/builders/house-rule';
import { memoryCreations } from '../../support/fakes/memory-creations';

const OTHER = 'account-other';

/** A site that set-up made ready for house rules, whose search is as late as it may be. */
async function openJira(): Promise<TicketsUnderTest> {
  const local = enterLocalSite({ searchLag: MINUTE });
  const bench = benchOn(new ProvisioningBench([houseRule()]));
  await runToEnd(bench);
  const configuration = await bench.deps.stateStore.read();
  const office = new TicketOffice(local.jira, configuration, [OTHER]);
  const { clock } = local.jira.context;
  return {
    tickets: jiraTickets(
      { read: () => Promise.resolve(configuration) },
      memoryCreations({ now: () => toInstant(clock.now()) }),
    ),
    app: APP.appAccount,
    caller: ADMINISTRATOR,
    other: OTHER,
    raise: async (creator, fields) => {
      const key = await office.create(creator, 'House rule', fields);
      return office.idOf(key);
    },
    lose: when => {
      local.lose(1, when === 'after');
    },
    pass: ms => {
      clock.advance(ms);
    },
  };
}

describe('tickets in Jira', () => {
  ticketsContract(openJira);
});

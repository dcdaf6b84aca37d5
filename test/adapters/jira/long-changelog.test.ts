import { beforeAll, describe, expect, it } from '@jest/globals';
import { jiraTickets } from '../../../src/adapters/jira/tickets';
import { NOTHING_SET_UP, type SiteConfiguration } from '../../../src/ports/site-configuration';
import { APP, FIELD, governanceSite, PLACE, STATUS } from '../../sandbox/jira/issues/governance-site.ts';
import { memoryCreations } from '../../support/fakes/memory-creations';
import { enterInvocation } from '../../support/forge-invocation.ts';

const CONFIGURATION: SiteConfiguration = {
  ...NOTHING_SET_UP,
  projectId: '600',
  projectKey: 'GOV',
  workTypes: { [PLACE.issuetype.name]: '700' },
  statuses: { Requested: STATUS.requested },
};
const TIMES = 103;

describe('a ticket with more changes than Jira shows at once', () => {
  const tickets = jiraTickets({ read: () => Promise.resolve(CONFIGURATION) }, memoryCreations());

  beforeAll(async () => {
    const gov = governanceSite();
    await gov.create();
    for (let edit = 1; edit <= TIMES; edit += 1) {
      gov.clock.advance(1_000);
      await gov.ok('engineer', 'PUT', 'issue/GOV-1', { fields: { [FIELD.cost]: edit } });
    }
    enterInvocation({
      ...APP,
      appAccount: APP.accountId,
      caller: 'engineer',
      scopes: ['read:jira-work'],
      remainingTime: () => 25_000,
      answer: request => gov.site.handle(request),
    });
  });

  it('is read with all of them, oldest first', async () => {
    const ticket = await tickets.read('GOV-1');
    const ids = ticket?.history.map(({ id }) => Number(id)) ?? [];
    expect(ids).toHaveLength(TIMES);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('is found by a search with all of them', async () => {
    const page = await tickets.pageToReconcile({ lookBackHours: 168, labels: [], statuses: [] });
    if (page === 'cursor lapsed') throw new Error('The search began with a cursor that had lapsed.');
    expect(page.tickets.map(({ history }) => history.length)).toEqual([TIMES]);
  });
});

import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openTicketPanel } from '../../../src/application/tickets/open-ticket-panel';
import { ENGINEER } from '../../support/builders/company';
import { aWorld, COMPLETE, type World } from '../../support/fakes/world';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';

let world: World;
beforeEach(() => {
  world = aWorld();
});

const routings = async () => (await world.ledger.list({ kinds: ['routed'], limit: 10 })).entries.length;

describe('opening the panel of a ticket', () => {
  it('routes it then and there, though its event has not come yet, and routes it once', async () => {
    const { id } = world.tickets.create(ENGINEER, COMPLETE, CLOUD_ACCOUNT_REQUEST);
    expect(await routings()).toBe(0);
    const shown = await openTicketPanel(world, id, ENGINEER);
    expect(shown).toMatchObject({ stale: false });
    expect(shown?.route).not.toBeNull();
    expect(world.tickets.get(id).appFields.accountable).toBe(shown?.route?.accountable.accountId);
    expect(await routings()).toBe(1);
    await openTicketPanel(world, id, ENGINEER);
    await world.follow(id);
    expect(await routings()).toBe(1);
  });

  it('writes nothing where it is routed as it should be', async () => {
    const { id } = await world.raise(ENGINEER);
    const before = structuredClone(world.tickets.get(id));
    expect(await openTicketPanel(world, id, ENGINEER)).toMatchObject({ stale: false });
    expect(world.tickets.get(id)).toEqual(before);
    expect(await routings()).toBe(1);
  });

  it('shows the ticket as it is where routing fails', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { id } = world.tickets.create(ENGINEER, COMPLETE, CLOUD_ACCOUNT_REQUEST);
    const ledger = { ...world.ledger, appendAll: () => Promise.reject(new Error('away')) };
    expect(await openTicketPanel({ ...world, ledger }, id, ENGINEER)).toMatchObject({ stale: true });
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });

  it('is about no ticket of others', async () => {
    expect(await openTicketPanel(world, '999999', ENGINEER)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { APP, CISO, CLOUD, ENGINEER, STRANGER } from '../../../support/builders/company';
import { InjectedFault } from '../../../support/fakes/faults';
import { aWorld } from '../../../support/fakes/world';
import { decisionsIn, submitted, told } from './deciding';

describe('a route that has changed since the ticket was routed', () => {
  it('is refused, routed again at once, and the new person can decide', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.directory.setActive(CLOUD, false);
    expect(await world.attempt(CLOUD, id, 'Approve')).toEqual(
      told(/routed again, to Ciso;.*\(ROUTE_STALE\)$/),
    );
    expect(world.jobs.waiting).toEqual([{ kind: 'reconcile ticket', ticket: id }]);
    await world.settle();
    expect(world.tickets.get(id)).toMatchObject({ assignee: CISO, appFields: { accountable: CISO } });
    expect(await world.attempt(CISO, id, 'Approve')).toEqual({ made: true });
  });

  it('is staleness and not forgery, and forgery is not staleness', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.directory.setActive(CLOUD, false);
    await world.attempt(CLOUD, id, 'Approve');
    expect(
      decisionsIn(world)
        .at(-1)
        ?.refusals.map(({ code }) => code),
    ).toEqual(['ROUTE_STALE']);
    world.directory.setActive(CLOUD, true);
    world.tickets.edit(STRANGER, id, { accountable: STRANGER });
    await world.attempt(STRANGER, id, 'Approve');
    expect(
      decisionsIn(world)
        .at(-1)
        ?.refusals.map(({ code }) => code),
    ).toEqual(['APP_FIELD_FORGED', 'ROUTE_STALE']);
  });

  it('asks for no routing when something else is wrong', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { cloudService: 'AWS' });
    await world.attempt(ENGINEER, id, 'Submit');
    expect(world.jobs.waiting).toEqual([]);
  });

  it('does not take a ticket for forged whose routing was cut between its fields and its record', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.directory.setActive(CLOUD, false);
    world.faults.failNext('append all');
    await expect(world.follow(id)).rejects.toThrow(InjectedFault);
    expect(world.tickets.get(id).appFields.accountable).toBe(CISO);
    expect(await world.attempt(CISO, id, 'Approve')).toEqual({ made: true });
  });
});

describe('fields that the app alone writes', () => {
  it('are refused on a transition that carries them, and resolved on a ticket that has them forged', async () => {
    const world = aWorld();
    const id = await submitted(world);
    expect(await world.attempt(CLOUD, id, 'Approve', { accountable: CLOUD })).toEqual(
      told(/APP_FIELD_FORGED/),
    );
    world.tickets.edit(STRANGER, id, { accountable: STRANGER });
    expect(await world.attempt(STRANGER, id, 'Approve')).toMatchObject({ made: false });
    await world.settle();
    expect(world.tickets.get(id).appFields.accountable).toBe(CLOUD);
    expect(await world.attempt(CLOUD, id, 'Approve')).toEqual({ made: true });
  });

  it('make no approval of a forger who got past the gate', async () => {
    const world = aWorld();
    const id = await submitted(world);
    expect(await world.attempt(CLOUD, id, 'Approve')).toEqual({ made: true });
    world.tickets.edit('acc-admin', id, {}, 'Awaiting approval');
    world.tickets.edit(STRANGER, id, { accountable: STRANGER }, 'Approved');
    await world.follow(id);
    const refused = await world.attempt(APP, id, 'Provision', { accountId: '1' });
    expect(refused).toEqual(told(/NOT_APPROVED_BY_ACCOUNTABLE/));
  });
});

import { describe, expect, it } from '@jest/globals';
import { sweepTickets } from '../../src/application/sweep-tickets';
import { HOUR } from '../../src/domain/shared/instant';
import { CISO, CLOUD, ENGINEER } from '../support/builders/company';
import { aWorld, COMPLETE } from '../support/fakes/world';

describe('sweepTickets', () => {
  it('has every ticket of a page followed, and the next page swept by a job of its own', async () => {
    const world = aWorld();
    const ids = [1, 2, 3].map(() => world.tickets.create(ENGINEER, COMPLETE).id);
    await sweepTickets(world, undefined);
    expect(world.jobs.waiting).toEqual([
      { kind: 'follow ticket', ticket: ids[0] },
      { kind: 'follow ticket', ticket: ids[1] },
      { kind: 'sweep', cursor: '2' },
    ]);
  });

  it('ends with the last page', async () => {
    const world = aWorld();
    const { id } = world.tickets.create(ENGINEER, COMPLETE);
    await sweepTickets(world, undefined);
    expect(world.jobs.waiting).toEqual([{ kind: 'follow ticket', ticket: id }]);
  });

  it('finds tickets whose events were lost, and people who have left', async () => {
    const world = aWorld();
    const lost = [1, 2, 3].map(() => world.tickets.create(ENGINEER, COMPLETE).id);
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    for (const id of lost) expect(world.tickets.get(id).appFields.accountable).toBe(CLOUD);
    world.directory.setActive(CLOUD, false);
    world.clock.advance(HOUR);
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    for (const id of lost) expect(world.tickets.get(id).appFields.accountable).toBe(CISO);
  });
});

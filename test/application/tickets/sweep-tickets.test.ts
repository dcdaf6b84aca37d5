import { beforeEach, describe, expect, it } from '@jest/globals';
import { checkObligations } from '../../../src/application/obligations/check-obligations';
import { sweepHourly, sweepTickets } from '../../../src/application/tickets/sweep-tickets';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import { CISO, CLOUD, ENGINEER, NOW, SECOPS } from '../../support/builders/company';
import { aWorld, COMPLETE, type World } from '../../support/fakes/world';

const DAY = 24 * HOUR;

let world: World;
/** A sweep with all that follows of it, as the scheduled trigger begins it. */
const sweep = async () => {
  await world.jobs.push([{ kind: 'hourly sweep' }]);
  await world.settle();
};
const accountableOf = (id: string) => world.tickets.get(id).appFields.accountable;

beforeEach(() => {
  world = aWorld();
});

describe('sweepTickets', () => {
  it('has every ticket of a page followed that needs it, and the next page swept by a job of its own', async () => {
    const ids = [1, 2, 3].map(() => world.tickets.create(ENGINEER, COMPLETE).id);
    await sweepTickets(world, {});
    expect(world.jobs.waiting).toEqual([
      { kind: 'reconcile ticket', ticket: ids[0] },
      { kind: 'reconcile ticket', ticket: ids[1] },
      { kind: 'sweep', cursor: '2' },
    ]);
  });

  it('ends with the last page', async () => {
    const { id } = world.tickets.create(ENGINEER, COMPLETE);
    await sweepTickets(world, {});
    expect(world.jobs.waiting).toEqual([{ kind: 'reconcile ticket', ticket: id }]);
  });

  it('leaves a ticket alone that is as it should be, and writes nothing to find that out', async () => {
    const { id } = await world.raise(ENGINEER);
    world.faults.forget();
    await sweepTickets(world, {});
    expect(world.jobs.waiting).toEqual([]);
    expect(world.faults.writes).toEqual([]);
    world.tickets.edit(ENGINEER, id, { accountable: ENGINEER });
    await sweepTickets(world, {});
    expect(world.jobs.waiting).toEqual([{ kind: 'reconcile ticket', ticket: id }]);
    expect(accountableOf(id)).toBe(ENGINEER);
  });

  it('asks once for all tickets of a page what is on record, and where that fails for ever fewer of them', async () => {
    for (const _ of [1, 2]) await world.raise(ENGINEER);
    world.faults.failNext('registers');
    await sweepTickets(world, {});
    expect(world.jobs.waiting).toEqual([]);
  });

  it('cannot write while it looks: nothing but jobs comes of it', async () => {
    for (const _ of [1, 2]) world.tickets.create(ENGINEER, COMPLETE);
    world.faults.forget();
    await sweepTickets(world, {});
    expect(world.faults.writes).toEqual(['push jobs']);
  });

  it('has a ticket followed by itself that the search does not show whole', async () => {
    const { id } = await world.raise(ENGINEER);
    world.tickets.unshown.add(id);
    await sweepTickets(world, {});
    expect(world.jobs.waiting).toEqual([{ kind: 'reconcile ticket', ticket: id }]);
  });

  it('finds tickets whose events were lost, and people who have left', async () => {
    const lost = [1, 2, 3].map(() => world.tickets.create(ENGINEER, COMPLETE).id);
    await sweep();
    for (const id of lost) expect(accountableOf(id)).toBe(CLOUD);
    world.directory.setActive(CLOUD, false);
    world.clock.advance(HOUR);
    await sweep();
    for (const id of lost) expect(accountableOf(id)).toBe(CISO);
  });
});

describe('sweepHourly', () => {
  /** A ticket that stands as it should, last touched long before the sweep of all tickets that found it so. */
  const oldTicket = async () => {
    const { id } = await world.raise(ENGINEER);
    world.clock.advance(8 * DAY);
    await sweep();
    world.clock.advance(HOUR);
    return id;
  };

  it('looks at what changed lately, as long as nothing else has', async () => {
    await oldTicket();
    world.faults.failNext('search');
    await expect(sweepHourly(world)).rejects.toThrow();
    const recent = world.tickets.create(ENGINEER, COMPLETE).id;
    await sweepHourly(world);
    expect(world.jobs.waiting).toEqual([{ kind: 'reconcile ticket', ticket: recent }]);
  });

  it.each<[what: string, change: () => unknown, accountable: string]>([
    [
      'a holder has left',
      () => {
        world.directory.setActive(CLOUD, false);
      },
      CISO,
    ],
    [
      'a holder was replaced',
      () => {
        world.registers.change(({ holders }) => ({
          holders: holders.map(each => (each.accountId === CLOUD ? { ...each, accountId: SECOPS } : each)),
        }));
      },
      SECOPS,
    ],
    [
      'a deputy’s period begins where the holder’s ends',
      () => {
        world.registers.change(({ holders }) => ({
          holders: holders.map(each => (each.accountId === CLOUD ? { ...each, to: plus(NOW, DAY) } : each)),
        }));
      },
      CISO,
    ],
  ])('looks at every ticket when %s', async (_, change, accountable) => {
    const id = await oldTicket();
    expect(accountableOf(id)).toBe(CLOUD);
    change();
    await sweep();
    expect(accountableOf(id)).toBe(accountable);
  });

  it('looks at every ticket once a day, whatever has changed', async () => {
    await oldTicket();
    const lost = world.tickets.create(ENGINEER, COMPLETE).id;
    world.clock.advance(7 * HOUR);
    await sweep();
    expect(accountableOf(lost)).toBeNull();
    world.clock.advance(DAY);
    await sweep();
    expect(accountableOf(lost)).toBe(CLOUD);
  });

  it('does not say that all is well as long as a ticket could not be read with the others', async () => {
    const { id } = await world.raise(ENGINEER);
    world.tickets.unshown.add(id);
    await sweep();
    expect((await world.sweeps.last()).standing).toBeUndefined();
    world.tickets.unshown.delete(id);
    await sweep();
    expect((await world.sweeps.last()).standing).toBeDefined();
  });

  it('looks at every ticket again until it has found all of them as they should be', async () => {
    const { id } = world.tickets.create(ENGINEER, COMPLETE);
    world.clock.advance(7 * HOUR);
    const looked = async () => {
      await sweepHourly(world);
      const asked = [];
      for (let job = world.jobs.take(); job; job = world.jobs.take())
        if (job.kind === 'check obligations') await checkObligations(world, job);
        else asked.push(job);
      return asked;
    };
    expect(await looked()).toEqual([{ kind: 'reconcile ticket', ticket: id }]);
    expect(await looked()).toEqual([{ kind: 'reconcile ticket', ticket: id }]);
    await world.follow(id);
    expect(await looked()).toEqual([]);
    expect((await world.sweeps.last()).standing).toBeDefined();
  });

  it('looks at every ticket again after a sweep that did not come to its end', async () => {
    const ids = [];
    for (const _ of [1, 2, 3]) ids.push((await world.raise(ENGINEER)).id);
    world.clock.advance(8 * DAY);
    await sweepHourly(world);
    expect(world.jobs.take()).toMatchObject({ kind: 'sweep', cursor: '2' });
    await sweepHourly(world);
    expect(world.jobs.waiting).toMatchObject([{ kind: 'sweep', cursor: '2' }]);
    await world.settle();
    world.clock.advance(HOUR);
    await sweepHourly(world);
    expect(world.jobs.waiting).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../../../src/domain/shared/instant';
import { APP, CLOUD, ENGINEER, STRANGER } from '../../support/builders/company';
import { InjectedFault, type When } from '../../support/fakes/faults';
import { aWorld, COMPLETE, type World } from '../../support/fakes/world';

const LATER = { minutes: 60_000, day: 24 * HOUR };

/** Everything that following a ticket leaves behind. */
function leftBehind(world: World, id: string) {
  const { history: _history, accounts: _accounts, labels, ...ticket } = world.tickets.get(id);
  return {
    ticket,
    labels: [...labels].sort(),
    comments: world.tickets.comments(id),
    // In which order what happened is put on record is no promise: what was cut off is recorded later.
    entries: world.ledger
      .entries()
      .map(({ id: entry, kind, actor, facts }) => ({ entry, kind, actor, facts }))
      .sort((a, b) => (a.entry < b.entry ? -1 : 1)),
    accounts: world.cloudAccounts.all(),
  };
}

type Scene = (world: World) => Promise<string>;

/** Each brings a ticket to where something has happened that the app has not heard of yet. */
const SCENES: Record<string, Scene> = {
  'was raised': world => Promise.resolve(world.tickets.create(ENGINEER, COMPLETE).id),
  'was raised where no one is accountable': async world => {
    world.registers.change(() => ({ holders: [] }));
    return Promise.resolve(world.tickets.create(ENGINEER, COMPLETE).id);
  },
  'was submitted': async world => {
    const { id } = await world.raise(ENGINEER);
    await world.attempt(ENGINEER, id, 'Submit');
    return id;
  },
  'was submitted by the accountable person': async world => {
    const { id } = await world.raise(ENGINEER);
    await world.attempt(CLOUD, id, 'Submit');
    return id;
  },
  'was provisioned': async world => {
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    await world.act(CLOUD, id, 'Approve');
    await world.attempt(APP, id, 'Provision', { accountId: '123' });
    return id;
  },
  'was raised, submitted and approved by the app’s own reading of the matrix, all unheard': async world => {
    const { id } = world.tickets.create(ENGINEER, COMPLETE);
    await world.attempt(ENGINEER, id, 'Submit');
    await world.follow(id);
    await world.attempt(CLOUD, id, 'Approve');
    return id;
  },
  'fell into a gap': async world => {
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    world.registers.change(() => ({ versions: [] }));
    return id;
  },
  'was moved past two gates, one after the other': async world => {
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(STRANGER, id, {}, 'Awaiting approval');
    world.tickets.edit(STRANGER, id, {}, 'Approved');
    return id;
  },
  'was moved past a gate, and then sent back': async world => {
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(STRANGER, id, {}, 'Approved');
    await world.follow(id);
    await world.attempt(CLOUD, id, 'Rework');
    return id;
  },
  'was for someone who cannot be assigned': async world => {
    world.tickets.notAssignable.add(CLOUD);
    const { id } = await world.raise(ENGINEER);
    await world.attempt(ENGINEER, id, 'Submit');
    return id;
  },
};

const scenes = Object.entries(SCENES);

describe('reconcileTicket', () => {
  it.each(scenes)('writes nothing the second time for a ticket that %s', async (_, scene) => {
    const world = aWorld();
    const id = await scene(world);
    await world.follow(id);
    const once = leftBehind(world, id);
    world.faults.forget();
    world.clock.advance(LATER.minutes);
    await world.follow(id);
    expect(world.faults.writes).toEqual([]);
    expect(leftBehind(world, id)).toEqual(once);
  });

  it.each(scenes)('converges after being cut at any write, for a ticket that %s', async (_, scene) => {
    const whole = aWorld();
    const wholeId = await scene(whole);
    whole.faults.forget();
    await whole.follow(wholeId);
    const writes = [...whole.faults.writes];
    expect(writes.length).toBeGreaterThan(1);
    for (const when of ['before', 'after'] satisfies When[]) {
      for (let number = 1; number <= writes.length; number += 1) {
        const world = aWorld();
        const id = await scene(world);
        world.faults.forget();
        world.faults.failWrite(number, when);
        await expect(world.follow(id)).rejects.toThrow(InjectedFault);
        await world.follow(id);
        expect(leftBehind(world, id)).toEqual(leftBehind(whole, wholeId));
      }
    }
  });

  it('puts what it did on record in one statement', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.attempt(ENGINEER, id, 'Submit');
    world.faults.forget();
    await world.follow(id);
    expect(world.faults.writes.filter(write => write.startsWith('append'))).toEqual(['append all']);
    const kinds = ['transition-observed', 'routed', 'assignment-made'];
    expect(world.kindsOf(id).slice(-3)).toEqual(kinds);
  });

  it('has a transition and its route on record also when the ticket could not be assigned, which is tried again', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.attempt(ENGINEER, id, 'Submit');
    world.faults.failNext('assign');
    await expect(world.follow(id)).rejects.toThrow(InjectedFault);
    expect(world.kindsOf(id).slice(-2)).toEqual(['transition-observed', 'routed']);
    expect(world.tickets.get(id)).toMatchObject({ assignee: ENGINEER });
    await world.follow(id);
    expect(world.kindsOf(id).slice(-2)).toEqual(['routed', 'assignment-made']);
    expect(world.tickets.get(id)).toMatchObject({ assignee: CLOUD });
  });

  it('records in the end what was done in between, when deliveries come late, twice and in any order', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.attempt(ENGINEER, id, 'Submit');
    world.clock.advance(LATER.minutes);
    await world.attempt(CLOUD, id, 'Approve');
    for (let delivery = 0; delivery < 3; delivery += 1) await world.follow(id);
    const observed = world.ledger.entries().filter(({ kind }) => kind === 'transition-observed');
    expect(observed.map(({ actor }) => actor)).toEqual([ENGINEER, CLOUD]);
    expect(world.tickets.get(id)).toMatchObject({ status: 'Approved', assignee: APP });
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual({ made: true });
  });

  it('takes a ticket by its key as well, and says when it is gone', async () => {
    const world = aWorld();
    const { id } = world.tickets.create(ENGINEER, COMPLETE);
    expect(await world.follow('GOV-1')).toBe('reconciled');
    world.tickets.remove(id);
    expect(await world.follow(id)).toBe('gone');
  });

  it('writes no fields, comments or assignee on a ticket that is done', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Withdraw');
    world.registers.change(() => ({ holders: [] }));
    world.faults.forget();
    await world.follow(id);
    expect(world.faults.writes).toEqual([]);
  });

  it('says once that Jira does not let the ticket be assigned', async () => {
    const world = aWorld();
    world.tickets.notAssignable.add(CLOUD);
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    await world.follow(id);
    const said = world.tickets.comments(id).filter(({ text }) => /Assignable user/.test(text));
    expect(said).toHaveLength(1);
    expect(world.tickets.get(id).assignee).toBe(ENGINEER);
  });
});

describe('a reservation that was lost before its transition was seen', () => {
  it('leaves no evidence of a registration, and is explained on the ticket', async () => {
    const world = aWorld();
    const [one, two] = [await world.raise(ENGINEER), await world.raise(ENGINEER)];
    for (const { id } of [one, two]) {
      await world.act(ENGINEER, id, 'Submit');
      await world.act(CLOUD, id, 'Approve');
    }
    await world.attempt(APP, one.id, 'Provision', { accountId: '123' });
    world.clock.advance(2 * HOUR);
    expect(await world.act(APP, two.id, 'Provision', { accountId: '123' })).toEqual({ made: true });
    await world.follow(one.id);
    await world.follow(one.id);
    expect(world.kindsOf(one.id)).not.toContain('cloud-account-registered');
    expect(world.kindsOf(one.id)).toContain('transition-observed');
    const said = world.tickets.comments(one.id).filter(({ text }) => /not in the register/.test(text));
    expect(said).toHaveLength(1);
    expect(world.cloudAccounts.all()).toMatchObject([{ ticket: two.id, status: 'active' }]);
  });
});

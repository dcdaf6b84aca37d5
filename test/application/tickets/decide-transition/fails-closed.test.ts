import { describe, expect, it } from '@jest/globals';
import type { TransitionName } from '../../../../src/domain/work-type/work-type';
import { APP, CLOUD, ENGINEER, STRANGER } from '../../../support/builders/company';
import { InjectedFault, type When } from '../../../support/fakes/faults';
import type { Edit } from '../../../support/fakes/tickets';
import { aWorld, type World } from '../../../support/fakes/world';
import { approvedIn, decisionsIn, submitted } from './deciding';

describe('a gate whose world breaks', () => {
  const reads = ['read ticket', 'registers', 'directory'];
  it.each(reads)('fails when it cannot %s, records nothing, and decides when asked again', async name => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.faults.failNext(name);
    await expect(world.attempt(ENGINEER, id, 'Submit', { accountOwner: STRANGER })).rejects.toThrow(
      InjectedFault,
    );
    expect(decisionsIn(world)).toEqual([]);
    expect(world.tickets.get(id).status).toBe('Requested');
    expect(await world.attempt(ENGINEER, id, 'Submit', { accountOwner: STRANGER })).toEqual({ made: true });
  });

  type Asked = [string, (world: World) => Promise<string>, string, TransitionName, Edit, boolean];
  const cases: Asked[] = [
    ['an allowed Provision', approvedIn, APP, 'Provision', { accountId: '123' }, true],
    [
      'a refused Approve that has the ticket routed again',
      async world => {
        const id = await submitted(world);
        world.registers.change(({ holders }) => ({
          holders: holders.filter(({ role }) => role !== 'application-owner'),
        }));
        return id;
      },
      CLOUD,
      'Approve',
      {},
      false,
    ],
  ];
  it.each(cases)(
    'cut at any write of %s lets no one through, and answers the same when asked again',
    async (_, scene, person, name, screen, made) => {
      const writes = 2;
      for (const when of ['before', 'after'] satisfies When[]) {
        for (let number = 1; number <= writes; number += 1) {
          const world = aWorld();
          const id = await scene(world);
          const before = decisionsIn(world).length;
          const { status } = world.tickets.get(id);
          world.faults.forget();
          world.faults.failWrite(number, when);
          await expect(world.attempt(person, id, name, screen)).rejects.toThrow(InjectedFault);
          expect(world.faults.writes).toHaveLength(number);
          expect(world.tickets.get(id).status).toBe(status);
          expect((await world.attempt(person, id, name, screen)).made).toBe(made);
          expect(decisionsIn(world)).toHaveLength(before + 1);
          expect(world.cloudAccounts.all().length).toBe(made ? 1 : 0);
        }
      }
    },
  );
});

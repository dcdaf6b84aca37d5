import { describe, expect, it } from '@jest/globals';
import type { RouteExplanation } from '../../../../src/contract/route-explain';
import { APP, CISO, CLOUD, ENGINEER, OWNER, STRANGER } from '../../../support/builders/company';
import { aWorld, COMPLETE, type World } from '../../../support/fakes/world';

async function explained(world: World, id: string, reader = STRANGER): Promise<RouteExplanation> {
  const explanation = await world.explain(id, reader);
  if (!explanation) throw new Error('There is nothing to explain.');
  return explanation;
}

async function submitted(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER);
  await world.act(ENGINEER, id, 'Submit');
  return id;
}

const outlook = ({ transitions }: RouteExplanation, name: string) =>
  transitions.find(transition => transition.name === name);

describe('the outlook of a transition', () => {
  it('lets anyone who can edit submit, and lists what is missing', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, accountOwner: null });
    const explanation = await explained(world, id, STRANGER);
    expect(outlook(explanation, 'Submit')).toEqual({
      name: 'Submit',
      youMay: true,
      who: 'Everyone who can edit this ticket',
      lacks: [{ code: 'OWNER_NOT_NAMED', message: expect.stringMatching(/\(OWNER_NOT_NAMED\)$/) }],
    });
    expect(explanation.transitions.map(({ name }) => name)).toEqual(['Submit', 'Withdraw']);
  });

  it('has nothing missing when the ticket has everything', async () => {
    const world = aWorld();
    const id = await submitted(world);
    expect(outlook(await explained(world, id, CLOUD), 'Approve')).toEqual({
      name: 'Approve',
      youMay: true,
      who: 'Cloud',
      lacks: [],
    });
  });

  it.each([
    ['a stranger', STRANGER, 'Only Cloud can do this.'],
    [
      'the creator',
      ENGINEER,
      'You created, reported and submitted this ticket, so you can’t decide it. Waiting for Cloud.',
    ],
    ['the owner', OWNER, 'You were named as Account owner, so you can’t decide it. Waiting for Cloud.'],
    ['the deputy of a holder who is there', CISO, 'Only Cloud can do this.'],
  ])('tells %s why they cannot approve', async (_, reader, whyNot) => {
    const world = aWorld();
    const id = await submitted(world);
    expect(outlook(await explained(world, id, reader), 'Approve')).toMatchObject({ youMay: false, whyNot });
  });

  it.each([
    ['Rework', 'Awaiting approval', 'Cloud', [CLOUD]],
    ['Withdraw', 'Awaiting approval', 'Engineer or Cloud', [ENGINEER, CLOUD]],
    ['Rework', 'Approved', 'Engineer or Cloud', [CLOUD, ENGINEER]],
    ['Provision', 'Approved', 'Cloud or App', [CLOUD, APP]],
    ['Withdraw', 'Approved', 'Engineer or Cloud', [ENGINEER, CLOUD]],
  ] as const)('%s of a ticket that is %s is for %s', async (name, status, who, people) => {
    const world = aWorld();
    const id = await submitted(world);
    if (status === 'Approved') await world.act(CLOUD, id, 'Approve');
    for (const reader of [ENGINEER, OWNER, CLOUD, CISO, APP, STRANGER]) {
      const isOne = (people as readonly string[]).includes(reader);
      expect(outlook(await explained(world, id, reader), name)).toMatchObject({ youMay: isOne, who });
    }
  });

  it('is no one’s where no one is accountable', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.registers.change(() => ({ holders: [] }));
    await world.follow(id);
    expect(outlook(await explained(world, id, CLOUD), 'Approve')).toMatchObject({
      youMay: false,
      whyNot: 'No one is accountable for this ticket yet.',
      lacks: expect.arrayContaining([expect.objectContaining({ code: 'ROLE_VACANT' })]),
    });
  });
});

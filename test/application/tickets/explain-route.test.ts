import { describe, expect, it } from '@jest/globals';
import type { RouteExplanation } from '../../../src/contract/route-explain';
import { HOUR } from '../../../src/domain/shared/instant';
import { APP, CISO, CLOUD, ENGINEER, OWNER, SECOPS, STRANGER } from '../../support/builders/company';
import { aWorld, COMPLETE, type World } from '../../support/fakes/world';

async function explained(world: World, id: string, reader = STRANGER): Promise<RouteExplanation> {
  const explanation = await world.explain(id, reader);
  if (!explanation) throw new Error('There is nothing to explain.');
  return explanation;
}

describe('explainRoute', () => {
  it('says who decides, for what and why', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    expect(await explained(world, id)).toMatchObject({
      issueKey: 'GOV-1',
      workType: 'Cloud account request',
      status: 'Requested',
      final: false,
      service: 'AWS',
      domain: 'Asset and configuration management',
      activity: 'Cloud account provisioning',
      matrix: { version: 1, approvedBy: { accountId: 'acc-ceo', name: 'Ceo', active: true } },
      route: {
        accountable: { accountId: CLOUD, name: 'Cloud', active: true },
        role: 'Cloud Platform Owner',
        performer: { accountId: APP, name: 'App' },
        responsibility: 'assets-accounts',
        reason: 'The Cloud Platform Owner is accountable for Cloud account provisioning on AWS in matrix v1.',
      },
      unrouted: null,
      stale: false,
    });
  });

  it('has nothing to say of a ticket that is gone', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.remove(id);
    expect(await world.explain(id, ENGINEER)).toBeUndefined();
  });

  it('names everyone who may not decide, those of the past too, and why', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(SECOPS, id, { accountOwner: STRANGER }, 'Awaiting approval');
    world.tickets.edit(SECOPS, id, { accountOwner: OWNER });
    world.tickets.edit(SECOPS, id, { accountOwner: CISO });
    world.tickets.edit(SECOPS, id, { accountOwner: OWNER });
    expect((await explained(world, id)).excluded).toEqual([
      { person: { accountId: ENGINEER, name: 'Engineer', active: true }, because: 'created and reported it' },
      { person: { accountId: OWNER, name: 'Owner', active: true }, because: 'was named as Account owner' },
      {
        person: { accountId: STRANGER, name: 'Stranger', active: true },
        because: 'was named as Account owner',
      },
      { person: { accountId: SECOPS, name: 'Secops', active: true }, because: 'submitted it' },
    ]);
  });

  it('keeps the id of an account that no longer exists as its name', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(SECOPS, id, { reporter: 'acc-deleted' });
    expect((await explained(world, id)).excluded).toContainEqual({
      person: { accountId: 'acc-deleted', name: 'acc-deleted', active: false },
      because: 'reported it',
    });
  });

  it.each<[string, (world: World) => void, object]>([
    [
      'a vacant role',
      world => {
        world.directory.setActive(CLOUD, false);
        world.directory.setActive(CISO, false);
      },
      {
        code: 'ROLE_VACANT',
        message: expect.stringMatching(/^Cloud Platform Owner is accountable.*\(ROLE_VACANT\)$/),
      },
    ],
    [
      'a missing matrix',
      world => {
        world.registers.change(() => ({ versions: [] }));
      },
      { code: 'MATRIX_NOT_APPROVED' },
    ],
    [
      'a service that is not chosen yet',
      world => {
        world.tickets.edit(ENGINEER, '10001', { cloudService: null });
      },
      { code: 'SERVICE_NOT_NAMED', message: 'Choose the Cloud service: it decides who is accountable.' },
    ],
  ])('says that it cannot be routed because of %s', async (_, change, unrouted) => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    change(world);
    expect(await explained(world, id)).toMatchObject({ route: null, unrouted, stale: false });
  });

  it('says when the ticket stands otherwise than the matrix, until it is routed again', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.directory.setActive(CLOUD, false);
    expect(await explained(world, id)).toMatchObject({
      stale: true,
      route: { accountable: { accountId: CISO } },
    });
    await world.follow(id);
    expect((await explained(world, id)).stale).toBe(false);
  });

  it('calls no ticket stale that is done', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Withdraw');
    world.directory.setActive(CLOUD, false);
    expect(await explained(world, id)).toMatchObject({ final: true, stale: false, transitions: [] });
  });
});

describe('the decisions so far', () => {
  it('are the newest first, each with who used it and whether that was an approval', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, accountOwner: null });
    await world.act(ENGINEER, id, 'Submit');
    await world.act(ENGINEER, id, 'Submit', { accountOwner: OWNER });
    world.clock.advance(HOUR);
    await world.act(CLOUD, id, 'Approve');
    const { decisions } = await explained(world, id);
    expect(decisions).toMatchObject([
      {
        transition: 'Approve',
        verdict: 'allow',
        codes: [],
        madeBy: { accountId: CLOUD, name: 'Cloud' },
        approval: true,
        matrixVersion: 1,
        role: 'Cloud Platform Owner',
      },
      { transition: 'Submit', verdict: 'allow', madeBy: { accountId: ENGINEER }, approval: false },
      { transition: 'Submit', verdict: 'refuse', codes: ['OWNER_NOT_NAMED'], madeBy: null, role: null },
    ]);
  });

  it('show twenty at most', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, accountOwner: null });
    for (let number = 0; number < 25; number += 1) {
      world.tickets.edit(ENGINEER, id, { billingOwner: `acc-${String(number)}` });
      await world.attempt(ENGINEER, id, 'Submit');
      world.clock.advance(HOUR);
    }
    expect((await explained(world, id)).decisions).toHaveLength(20);
  });

  it('show once what was refused for the same reasons within an hour', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, accountOwner: null });
    for (let number = 0; number < 5; number += 1) {
      world.tickets.edit(ENGINEER, id, { billingOwner: `acc-${String(number)}` });
      await world.attempt(ENGINEER, id, 'Submit');
    }
    expect((await explained(world, id)).decisions).toHaveLength(1);
    expect(world.refusals.all()).toMatchObject([{ ticket: id, times: 5 }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { lookAt } from '../../../src/application/tickets/look-at-tickets';
import { NO_CHANGES, type ScreenChanges } from '../../../src/domain/ticket/ticket';
import {
  aHolder,
  APP,
  CEO,
  CISO,
  CLOUD,
  ENGINEER,
  HOLDERS,
  NOW,
  OWNER,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';
import { aWorld, COMPLETE, type World } from '../../support/fakes/world';

async function allocated(world: World, id: string, screen: ScreenChanges = NO_CHANGES) {
  const ticket = world.tickets.get(id);
  return lookAt(world, ticket, { kinds: world.kinds, at: NOW, purpose: 'plan', screen });
}

const raised = (world: World) => world.tickets.create(ENGINEER, COMPLETE).id;

describe('a look at a ticket', () => {
  it('asks the directory once about the person the route names, and about no one else', async () => {
    const world = aWorld();
    const { route } = await allocated(world, raised(world));
    expect(route).toMatchObject({ value: { accountable: CLOUD, performer: APP } });
    expect(world.directory.questions).toEqual([[CLOUD, APP]]);
  });

  it('asks nothing about people Jira named with the ticket', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    const asked = world.directory.questions.length;
    await allocated(world, id);
    expect(world.directory.questions).toHaveLength(asked);
  });

  it('goes on to the next person when the first turns out to have left', async () => {
    const world = aWorld();
    world.directory.setActive(CLOUD, false);
    const { route } = await allocated(world, raised(world));
    expect(route).toMatchObject({ value: { accountable: CISO, decidedBy: 'deputy', passedOver: [] } });
  });

  it('takes an account that no longer exists for inactive', async () => {
    const world = aWorld({ holders: [aHolder({ accountId: 'acc-deleted' }), ...HOLDERS.slice(1)] });
    const { route, accounts } = await allocated(world, raised(world));
    expect(route).toMatchObject({ value: { accountable: CISO } });
    expect(accounts.get('acc-deleted')).toMatchObject({ active: false, displayName: 'acc-deleted' });
  });

  it('finds the role vacant when all have left', async () => {
    const world = aWorld();
    for (const person of [CLOUD, CISO]) world.directory.setActive(person, false);
    const { route } = await allocated(world, raised(world));
    expect(route).toMatchObject({ refusal: { code: 'ROLE_VACANT' } });
  });

  it('finds the role vacant when the last holder has left who was once involved in the ticket', async () => {
    const world = aWorld({ holders: [HOLDERS[0], HOLDERS[4]].filter(held => held !== undefined) });
    const id = raised(world);
    world.tickets.edit(ENGINEER, id, { accountOwner: CLOUD }, 'Awaiting approval');
    world.tickets.edit(ENGINEER, id, { accountOwner: OWNER });
    expect(await allocated(world, id)).toMatchObject({
      route: { value: { accountable: CEO, passedOver: [CLOUD] } },
    });
    world.directory.setActive(CLOUD, false);
    expect(await allocated(world, id)).toMatchObject({ route: { refusal: { code: 'ROLE_VACANT' } } });
  });

  it('knows the names of those who are passed over', async () => {
    const world = aWorld();
    const id = raised(world);
    world.tickets.edit(ENGINEER, id, { reporter: CLOUD }, 'Awaiting approval');
    world.tickets.edit(ENGINEER, id, { reporter: ENGINEER });
    await world.follow(id);
    expect(world.tickets.comments(id)[0]?.text).toMatch(/ Cloud can’t decide this ticket/);
  });

  it('knows everyone the screen sets', async () => {
    const world = aWorld();
    const fields = { accountOwner: STRANGER, securityContact: SECOPS, billingOwner: CEO };
    const { accounts } = await allocated(world, raised(world), { fields, reporter: CISO, appFields: [] });
    for (const person of [STRANGER, SECOPS, CEO, CISO]) expect(accounts.get(person)?.active).toBe(true);
  });

  it('reads the rows of the domain and the service that the screen sets', async () => {
    const world = aWorld();
    const screen = { fields: { cloudService: 'GitHub', accountId: ' 12-34 ' }, appFields: [] };
    const { records } = await allocated(world, raised(world), screen);
    expect(records.service?.key).toBe('github');
    const unknown = await allocated(world, raised(world), {
      fields: { cloudService: 'Azure' },
      appFields: [],
    });
    expect(unknown.route).toMatchObject({ refusal: { code: 'SERVICE_UNKNOWN', service: 'Azure' } });
  });
});

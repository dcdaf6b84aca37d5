import { describe, expect, it } from '@jest/globals';
import { decideTransition } from '../../../../src/application/tickets/decide-transition';
import { HOUR } from '../../../../src/domain/shared/instant';
import { APP, aService, CLOUD, ENGINEER, GITHUB } from '../../../support/builders/company';
import { aMatrixContent, aMatrixVersion } from '../../../support/builders/matrix';
import { aWorld, type World } from '../../../support/fakes/world';
import { approvedIn, decisionsIn, submitted, told } from './deciding';

describe('the reservation of an account', () => {
  async function two(world: World): Promise<[string, string]> {
    return [await approvedIn(world), await approvedIn(world)];
  }

  it('goes to the first of two tickets that provision the same account, however it is written', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    expect(await world.attempt(APP, one, 'Provision', { accountId: '1234-5678-9012' })).toEqual({
      made: true,
    });
    expect(await world.attempt(APP, other, 'Provision', { accountId: '1234 5678 9012' })).toEqual(
      told(/account 123456789012 is already registered by GOV-1.*\(ACCOUNT_ALREADY_REGISTERED\)$/),
    );
    expect(await world.attempt(APP, other, 'Provision', { accountId: '999' })).toEqual({ made: true });
    await world.follow(one);
    await world.follow(other);
    expect(
      world.cloudAccounts.all().map(({ accountId, ticket, status }) => [accountId, ticket, status]),
    ).toEqual([
      ['123456789012', one, 'active'],
      ['999', other, 'active'],
    ]);
  });

  it('holds when both gates looked before either reserved', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    const attempts = await Promise.all([
      world.attempt(APP, one, 'Provision', { accountId: '123' }),
      world.attempt(APP, other, 'Provision', { accountId: '123' }),
    ]);
    expect(attempts.filter(({ made }) => made)).toHaveLength(1);
    const refusal = decisionsIn(world).at(-1)?.refusals;
    expect(refusal).toMatchObject([{ code: 'ACCOUNT_ALREADY_REGISTERED', accountId: '123' }]);
    expect(world.cloudAccounts.all()).toHaveLength(1);
  });

  it('lapses after an hour without its transition', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    const underWay = {
      issueKey: world.tickets.get(one).key,
      toStatusId: 'Provisioned',
      modifiedFields: { accountId: '123' },
    };
    expect((await decideTransition(world, underWay)).ok).toBe(true);
    expect(await world.attempt(APP, other, 'Provision', { accountId: '123' })).toMatchObject({ made: false });
    world.clock.advance(HOUR + 1);
    expect(await world.attempt(APP, other, 'Provision', { accountId: '123' })).toEqual({ made: true });
  });

  it('is one for each ticket: another identifier gives the first one back', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    const asked = (accountId: string) =>
      decideTransition(world, {
        issueKey: world.tickets.get(one).key,
        toStatusId: 'Provisioned',
        modifiedFields: { accountId },
      });
    await asked('123');
    await asked('456');
    expect(await world.attempt(APP, other, 'Provision', { accountId: '123' })).toEqual({ made: true });
  });

  it.each(['123', '456'])(
    'is of both identifiers that two gates of one ticket look at together, until Jira kept %s',
    async kept => {
      const world = aWorld();
      const [one, other] = await two(world);
      const asked = (accountId: string) =>
        decideTransition(world, {
          issueKey: world.tickets.get(one).key,
          toStatusId: 'Provisioned',
          modifiedFields: { accountId },
        });
      expect(await Promise.all([asked('123'), asked('456')])).toMatchObject([{ ok: true }, { ok: true }]);
      for (const accountId of ['123', '456'])
        expect(await world.attempt(APP, other, 'Provision', { accountId })).toMatchObject({ made: false });
      world.tickets.edit(APP, one, { accountId: kept }, 'Provisioned');
      await world.follow(one);
      const held = world.cloudAccounts.all().map(({ accountId, status }) => [accountId, status]);
      expect(held).toEqual([[kept, 'active']]);
    },
  );

  it('is of a provider: another provider may use the same identifier', async () => {
    const world = aWorld();
    const one = await approvedIn(world);
    const { id: other } = await world.raise(ENGINEER, {
      ...world.tickets.get(one).fields,
      cloudService: GITHUB.name,
    });
    await world.act(ENGINEER, other, 'Submit');
    await world.act(CLOUD, other, 'Approve');
    expect(await world.act(APP, one, 'Provision', { accountId: '123' })).toEqual({ made: true });
    expect(await world.act(APP, other, 'Provision', { accountId: '123' })).toEqual({ made: true });
    expect(world.cloudAccounts.all().map(({ provider }) => provider)).toEqual([
      'Amazon Web Services EMEA SARL',
      GITHUB.provider,
    ]);
  });

  it('takes the identifier that stands on the ticket when the screen sets none', async () => {
    const world = aWorld();
    const id = await approvedIn(world);
    expect(await world.act(APP, id, 'Provision')).toEqual(told(/ACCOUNT_ID_MISSING/));
    world.tickets.edit(APP, id, { accountId: '77-88' });
    expect(await world.act(APP, id, 'Provision')).toEqual({ made: true });
    expect(world.cloudAccounts.all()).toMatchObject([{ accountId: '7788', status: 'active' }]);
  });

  it('is made with the provider that was approved, whatever the register says since', async () => {
    for (const services of [[aService({ provider: 'Other' })], [aService({ name: 'Other' })], [GITHUB]]) {
      const world = aWorld();
      const id = await approvedIn(world);
      world.registers.change(() => ({ services }));
      expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual({ made: true });
      expect(world.cloudAccounts.all()).toMatchObject([{ provider: aService().provider, service: 'AWS' }]);
    }
  });

  it('is refused in words, not as a fault, when neither matrix nor register knows the service any more', async () => {
    const world = aWorld();
    const id = await approvedIn(world);
    const version = { version: aMatrixVersion(), content: aMatrixContent({ services: [] }) };
    world.registers.change(() => ({ services: [GITHUB], versions: [version] }));
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual(
      expect.objectContaining({
        told: expect.arrayContaining([
          expect.stringMatching(/^AWS is no longer a service that Remit knows.*CONTENT_CHANGED/),
          expect.stringMatching(/^AWS is not in the services register.*SERVICE_UNKNOWN/),
        ]) as unknown,
      }),
    );
  });

  it('is not made for a ticket that is refused', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.tickets.edit('acc-admin', id, {}, 'Approved');
    expect(await world.act(APP, id, 'Provision', { accountId: '123' })).toMatchObject({ made: false });
    expect(world.cloudAccounts.all()).toEqual([]);
  });
});

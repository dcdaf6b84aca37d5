import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../../../../src/domain/shared/instant';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { CISO, CLOUD, ENGINEER, OWNER, STRANGER } from '../../../support/builders/company';
import { aWorld, type World } from '../../../support/fakes/world';

const ofKind = (world: World, id: string, kind: string) =>
  world.ledger.entries(`ticket:${id}`).filter(entry => entry.kind === kind);
const findings = async (world: World, id: string) =>
  (await world.explain(id, STRANGER))?.findings.filter(({ code }) => code === 'GATE_BYPASSED') ?? [];
const said = (world: World, id: string) =>
  world.tickets.comments(id).filter(({ text }) => text.startsWith('Approval bypassed.'));

async function pastItsGate(): Promise<{ world: World; id: string }> {
  const world = aWorld();
  const { id } = await world.raise(ENGINEER);
  await world.act(ENGINEER, id, 'Submit');
  world.tickets.edit(STRANGER, id, {}, 'Approved');
  await world.follow(id);
  return { world, id };
}

describe('a ticket that was moved past its gate', () => {
  it('is on record with who it was and what was asked, is told once, and explained to everyone', async () => {
    const { world, id } = await pastItsGate();
    for (let delivery = 0; delivery < 2; delivery += 1) await world.follow(id);
    expect(ofKind(world, id, 'gate-bypassed')).toMatchObject([
      {
        actor: STRANGER,
        facts: {
          bypass: 'not permitted by its gate',
          transition: 'Approve',
          from: 'Awaiting approval',
          to: 'Approved',
          by: STRANGER,
          byKind: 'person',
          gates: ['app fields intact', 'routed', 'route current', 'frozen'],
          meaning: 'This doesn’t count as an approval.',
        },
      },
    ]);
    expect(said(world, id)).toMatchObject([
      { mentions: [CLOUD], text: expect.stringMatching(/On .*Stranger used Approve/) },
    ]);
    expect(await findings(world, id)).toEqual([
      { code: 'GATE_BYPASSED', message: expect.stringMatching(/Cloud: use Rework/) },
    ]);
    expect(ofKind(world, id, 'bypass-resolved')).toEqual([]);
  });

  it('is fixed by Rework, goes through its gates, and is provisioned', async () => {
    const { world, id } = await pastItsGate();
    expect(await world.act(CLOUD, id, 'Provision', { accountId: '1' })).toMatchObject({ made: false });
    await world.act(CLOUD, id, 'Rework');
    expect(await findings(world, id)).toEqual([]);
    const [bypassed] = ofKind(world, id, 'gate-bypassed');
    expect(ofKind(world, id, 'bypass-resolved')).toMatchObject([
      { actor: CLOUD, facts: { bypass: bypassed?.id, to: 'Requested' } },
    ]);
    for (const [person, name] of [
      [ENGINEER, 'Submit'],
      [CLOUD, 'Approve'],
    ] as const)
      expect(await world.act(person, id, name)).toEqual({ made: true });
    expect(await world.act(CLOUD, id, 'Provision', { accountId: '1' })).toEqual({ made: true });
    expect(ofKind(world, id, 'gate-bypassed')).toHaveLength(1);
    expect(ofKind(world, id, 'bypass-resolved')).toHaveLength(1);
  });

  it('and back before the app heard of it is on record, and not told any more', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(STRANGER, id, {}, 'Approved');
    await world.attempt(CLOUD, id, 'Rework');
    await world.follow(id);
    expect(ofKind(world, id, 'gate-bypassed')).toHaveLength(1);
    expect(ofKind(world, id, 'bypass-resolved')).toHaveLength(1);
    expect(said(world, id)).toEqual([]);
  });

  it('into a final status is found by the sweep when its event was lost, and registers no account', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(STRANGER, id, { accountId: '1' }, 'Provisioned');
    world.clock.advance(HOUR);
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    expect(ofKind(world, id, 'gate-bypassed')).toHaveLength(1);
    expect((await findings(world, id))[0]?.message).toMatch(/The account is not in the register\./);
    expect(world.cloudAccounts.all()).toEqual([]);
  });
});

describe('a ticket that only went where its gates and conditions let it', () => {
  const anyStep = fc.record({
    person: fc.constantFrom(ENGINEER, OWNER, CLOUD, CISO, STRANGER),
    name: fc.constantFrom(...CLOUD_ACCOUNT_REQUEST.transitions.map(({ name }) => name)),
    heard: fc.boolean(),
    minutes: fc.nat(3),
    holder: fc.constantFrom(undefined, CISO, CLOUD),
  });

  it('has passed none of them by, no matter who tries whatever, no matter who holds the role, heard at once or late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async steps => {
        const world = aWorld();
        const { id } = await world.raise(ENGINEER);
        for (const { person, name, heard, minutes, holder } of steps) {
          if (holder !== undefined)
            world.registers.change(({ holders }) => ({
              holders: holders.map(one => ({ ...one, accountId: holder })),
            }));
          world.clock.advance(minutes * 60_000);
          await world.attempt(person, id, name, name === 'Provision' ? { accountId: '1' } : {});
          if (heard) await world.follow(id);
        }
        await world.follow(id);
        expect(ofKind(world, id, 'gate-bypassed')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

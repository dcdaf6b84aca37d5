import { describe, expect, it } from '@jest/globals';
import { listBypasses } from '../../src/application/bypasses/list-bypasses';
import { acknowledgeBypass } from '../../src/application/bypasses/acknowledge-bypass';
import { sweepHourly } from '../../src/application/tickets/sweep-tickets';
import { ACCESS_REQUEST } from '../../src/domain/work-types/access-request/access-request';
import { dayOf, HOUR, plus } from '../../src/domain/shared/instant';
import { APP, CEO, CLOUD, ENGINEER, NOW, OWNER, STRANGER } from '../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../support/builders/matrix';
import { aWorld, type World } from '../support/fakes/world';

const DAY = 24 * HOUR;
const rows = [
  aResponsibility(),
  aResponsibility({ id: 'access', domain: 'Identity and access management', activity: 'Access approval' }),
];
const aCompany = () =>
  aWorld({ versions: [{ version: aMatrixVersion(), content: aMatrixContent({ rows }) }] });

const ASKED = {
  cloudService: 'AWS',
  beneficiary: OWNER,
  entitlement: 'Administrators',
  accessUntil: dayOf(plus(NOW, 10 * DAY)),
};

async function granted(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER, ASKED, ACCESS_REQUEST);
  await world.act(ENGINEER, id, 'Submit');
  await world.act(CLOUD, id, 'Approve');
  await world.act(APP, id, 'Grant');
  return id;
}

async function provisioned(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER);
  await world.act(ENGINEER, id, 'Submit');
  await world.act(CLOUD, id, 'Approve');
  await world.act(APP, id, 'Provision', { accountId: id });
  return id;
}

async function bypassed(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER);
  world.tickets.edit(STRANGER, id, {}, 'Approved');
  await world.follow(id);
  return id;
}

async function sweep(world: World): Promise<void> {
  await sweepHourly(world);
  await world.settle();
}

async function nextDay(world: World): Promise<void> {
  world.clock.advance(DAY);
  await sweep(world);
}

const LOSSES: readonly [string, (world: World, id: string) => unknown][] = [
  [
    'deleted',
    ({ tickets }, id) => {
      tickets.remove(id);
    },
  ],
  ['moved', ({ tickets }, id) => tickets.elsewhere.set(id, 'OPS-7')],
  ['one that cannot be read', ({ tickets }, id) => tickets.unshown.add(id)],
];

const troubles = (world: World) => world.obligations.all().flatMap(({ trouble }) => trouble ?? []);

const listed = async (world: World) => {
  const ports = { ...world, provisioning: { repairsOnRecord: () => Promise.resolve([]) } };
  const { overseen } = await listBypasses(ports, { reader: CEO, isOverseer: true }, world.clock.now());
  return (overseen?.bypasses ?? []).filter(({ standing }) => standing.state === 'open');
};

describe('a ticket that something rests on', () => {
  it.each([
    [
      'approved',
      'Approved',
      async (world: World) => {
        const { id } = await world.raise(ENGINEER);
        await world.act(ENGINEER, id, 'Submit');
        await world.act(CLOUD, id, 'Approve');
        return id;
      },
    ],
    ['granted', 'Granted', granted],
    ['provisioned', 'Provisioned', provisioned],
    ['bypassed', 'Approved', bypassed],
  ] as const)('is in the index when it is %s', async (_, status, scene) => {
    const world = aCompany();
    const id = await scene(world);
    expect(world.obligations.all()).toMatchObject([{ ticket: id, status, trouble: null }]);
  });

  it('has left it once it is closed, and was not in it before anything rested on it', async () => {
    const world = aCompany();
    const { id } = await world.raise(ENGINEER, ASKED, ACCESS_REQUEST);
    await world.act(ENGINEER, id, 'Submit');
    expect(world.obligations.all()).toEqual([]);
    await world.act(CLOUD, id, 'Approve');
    await world.act(APP, id, 'Grant');
    await world.act(APP, id, 'Revoke');
    expect(world.obligations.all()).toEqual([]);
  });

  it.each([
    ['granted', granted],
    ['provisioned', provisioned],
    ['bypassed', bypassed],
  ] as const)('is found when it is %s, and then deleted, by its event and by a sweep', async (_, scene) => {
    for (const hear of [(world: World, id: string) => world.follow(id), nextDay]) {
      const world = aCompany();
      const [id, twin] = [await scene(world), await scene(world)];
      world.tickets.remove(id);
      await hear(world, id);
      await nextDay(world);
      expect(world.kindsOf(id).filter(kind => kind === 'ticket-out-of-reach')).toHaveLength(1);
      expect(world.kindsOf(twin)).not.toContain('ticket-out-of-reach');
      expect((await listed(world)).filter(({ message }) => message.includes('was deleted'))).toHaveLength(1);
    }
  });

  it('is found when it is moved out of the space, until it is back', async () => {
    const world = aCompany();
    const id = await granted(world);
    world.tickets.elsewhere.set(id, 'OPS-7');
    await nextDay(world);
    await nextDay(world);
    expect(troubles(world)).toMatchObject([{ what: 'moved', where: 'OPS-7' }]);
    expect(world.kindsOf(id).filter(kind => kind === 'ticket-out-of-reach')).toHaveLength(1);
    world.tickets.elsewhere.delete(id);
    await nextDay(world);
    expect(troubles(world)).toEqual([]);
    expect(world.kindsOf(id)).toContain('ticket-back-in-reach');
    world.tickets.elsewhere.set(id, 'OPS-7');
    await nextDay(world);
    expect(world.kindsOf(id).filter(kind => kind === 'ticket-out-of-reach')).toHaveLength(2);
  });

  it('is found where its workflow has no status, its end is due all the same, and no sweep stops for it', async () => {
    const world = aCompany();
    const id = await granted(world);
    const twin = await granted(world);
    world.tickets.edit(STRANGER, id, {}, 'Limbo');
    await nextDay(world);
    expect(troubles(world)).toMatchObject([{ what: 'unknown status', where: 'Limbo' }]);
    expect(world.kindsOf(id)).toContain('gate-bypassed');
    world.clock.advance(10 * DAY);
    await sweep(world);
    for (const one of [id, twin]) expect(world.kindsOf(one)).toContain('revocation-due');
    world.tickets.edit(STRANGER, id, {}, 'Granted');
    await nextDay(world);
    expect(troubles(world)).toEqual([]);
  });

  it.each(LOSSES)('has its access asked back at its end although it is %s', async (_, lose) => {
    const world = aCompany();
    const id = await granted(world);
    const endless = await granted(world);
    lose(world, id);
    await nextDay(world);
    expect(world.kindsOf(id)).not.toContain('revocation-due');
    world.clock.advance(10 * DAY);
    await sweep(world);
    expect(world.kindsOf(id)).toContain('revocation-due');
    expect(world.kindsOf(endless)).toContain('revocation-due');
  });

  it('is acknowledged by the matrix approver alone when it is gone for good', async () => {
    const world = aCompany();
    const id = await granted(world);
    world.tickets.remove(id);
    await world.follow(id);
    const [found] = await listed(world);
    const judged = { bypass: found?.id ?? '', reason: 'Access removed, ticket deleted by mistake.' };
    expect(await acknowledgeBypass(world, judged, ENGINEER)).toMatchObject({ ok: false });
    expect(await acknowledgeBypass(world, judged, CEO)).toMatchObject({ ok: true });
    expect(world.kindsOf(id)).toContain('bypass-acknowledged');
    await nextDay(world);
    expect(await listed(world)).toEqual([]);
  });
});

describe('a sweep', () => {
  it('looks back to the last one that came to its end', async () => {
    const world = aCompany();
    const { id } = await world.raise(ENGINEER);
    await sweep(world);
    await sweep(world);
    world.tickets.edit(STRANGER, id, {}, 'Withdrawn');
    world.clock.advance(12 * DAY);
    await sweep(world);
    expect(world.kindsOf(id)).toContain('gate-bypassed');
  });

  it('goes through a page of tickets, one of which cannot be read, and finds the next', async () => {
    const world = aCompany();
    const ids = [];
    for (let nth = 0; nth < 4; nth += 1) ids.push(await granted(world));
    world.tickets.unshown.add(ids[1] ?? '');
    world.tickets.remove(ids[2] ?? '');
    world.tickets.elsewhere.set(ids[3] ?? '', 'OPS-1');
    await nextDay(world);
    expect(troubles(world).map(({ what }) => what)).toEqual(['unreadable', 'gone', 'moved']);
  });
});

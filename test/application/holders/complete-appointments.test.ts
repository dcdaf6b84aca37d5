import { describe, expect, it } from '@jest/globals';
import { appointHolder } from '../../../src/application/holders/appoint-holder';
import { evidenceOf } from '../../../src/application/holders/appoint-holders';
import { importRegister, type RegisterImport } from '../../../src/application/registers/import-register';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import {
  aHolder,
  APP,
  CLOUD,
  CLOUD_ROLE,
  instant,
  LONG_AGO,
  NOW,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';
import { InjectedFault } from '../../support/fakes/faults';
import { aWorld, type World } from '../../support/fakes/world';

const TODAY = instant('2026-03-02');
const NEXT_WEEK = instant('2026-03-09');

const appoint = (world: World) => appointHolder(world, aHolder({ accountId: SECOPS, from: TODAY }), STRANGER);
const check = async (world: World) => {
  await world.jobs.push([{ kind: 'complete appointments' }]);
  await world.settle();
};

/** Every write of an act that can be cut, before it happens and after. */
async function everyCut(act: (world: World) => Promise<unknown>): Promise<[number, 'before' | 'after'][]> {
  const whole = aWorld();
  await act(whole);
  return whole.faults.writes.flatMap((_, at): [number, 'before' | 'after'][] => [
    [at + 1, 'before'],
    [at + 1, 'after'],
  ]);
}

async function cutAt(act: (world: World) => Promise<unknown>, write: number, when: 'before' | 'after') {
  const world = aWorld();
  world.faults.failWrite(write, when);
  await expect(act(world)).rejects.toThrow(InjectedFault);
  world.faults.forget();
  return world;
}

/** The write that puts the change on record: the first one introduces the people in it. */
const RECORDED = 2;

const changesOf = (world: World) =>
  world.ledger.entries().filter(({ kind }) => kind === 'role-holder-changed');

describe('an appointment that was cut short and never repeated', () => {
  it('is made by the hourly check when it is on record, and was not made when it is not', async () => {
    const [before, whole] = [aWorld(), aWorld()];
    await appoint(whole);
    for (const [write, when] of await everyCut(appoint)) {
      const world = await cutAt(appoint, write, when);
      await check(world);
      const made = changesOf(world).length === 1 ? whole : before;
      expect(await world.roles.holders()).toEqual(await made.roles.holders());
      expect(changesOf(world).length).toBeLessThanOrEqual(1);
    }
  });

  it('gives way to the person who was appointed for later meanwhile', async () => {
    const world = await cutAt(appoint, RECORDED, 'after');
    await appointHolder(world, aHolder({ accountId: CLOUD, from: NEXT_WEEK }), STRANGER);
    await check(world);
    const held = (await world.roles.holders())
      .filter(({ role, capacity }) => role === CLOUD_ROLE && capacity === 'holder')
      .map(({ accountId, from, to }) => [accountId, from, to])
      .sort();
    expect(held).toEqual([
      [CLOUD, LONG_AGO, TODAY],
      [CLOUD, NEXT_WEEK, null],
      [SECOPS, TODAY, NEXT_WEEK],
    ]);
  });

  it.each([
    ['the same day', TODAY],
    ['a day before it', plus(TODAY, -24 * HOUR)],
  ])('displaces no one who was appointed for %s meanwhile', async (_, from) => {
    const world = aWorld();
    if (from < TODAY) world.clock.advance(-24 * HOUR);
    world.faults.failWrite(RECORDED, 'after');
    await expect(appoint(world)).rejects.toThrow(InjectedFault);
    world.faults.forget();
    world.clock.advance(60_000);
    await appointHolder(world, aHolder({ accountId: APP, from }), STRANGER);
    const holders = await world.roles.holders();
    await check(world);
    expect(await world.roles.holders()).toEqual(holders);
    expect(holders).toContainEqual(expect.objectContaining({ accountId: APP, from, to: null }));
  });

  it('is one of two made at the same instant: the other gives way, and that is on record', async () => {
    const world = aWorld();
    const both = [SECOPS, CLOUD].map(accountId => aHolder({ accountId, from: NEXT_WEEK }));
    await world.roles.openPeriods(both);
    await world.recorder.record(as =>
      both.map((period, line) =>
        evidenceOf({ kind: 'begins', line, period, replaces: [] }, STRANGER, NOW, as),
      ),
    );
    await check(world);
    await check(world);
    const held = (await world.roles.holders()).filter(
      ({ role, capacity, to }) => role === CLOUD_ROLE && capacity === 'holder' && to === null,
    );
    expect(held).toHaveLength(1);
    expect(changesOf(world).slice(2)).toMatchObject([
      { actor: null, facts: { kind: 'ends', to: NEXT_WEEK } },
      { actor: null, facts: { kind: 'ends', to: NEXT_WEEK } },
    ]);
  });

  it('leaves the hourly check nothing to write when all was made, and nothing to look at after two days', async () => {
    const world = aWorld();
    await appoint(world);
    await world.settle();
    world.faults.forget();
    await check(world);
    expect(world.faults.writes).toEqual(['push jobs']);
    const late = await cutAt(appoint, 1, 'after');
    late.clock.advance(49 * HOUR);
    const holders = await late.roles.holders();
    await check(late);
    expect(await late.roles.holders()).toEqual(holders);
  });
});

const IMPORTS: [dataset: RegisterImport['dataset'], csv: string][] = [
  ['roles', 'key,name,kind,charter\nduty-officer,Duty Officer,internal,Answers\n'],
  ['services', 'key,name,provider,model,viewpoint,material,contract\nokta,Okta,Okta,SaaS,customer,yes,C-7\n'],
  ['holders', `role,email,capacity,from,to\n${CLOUD_ROLE},${SECOPS},holder,2026-03-02,\n`],
];

describe('an import of a register that was cut short and is repeated', () => {
  it.each(IMPORTS)(
    'of %s is on record once, and changes what it would have changed',
    async (dataset, csv) => {
      const asked = { dataset, csv, dryRun: false, administrator: STRANGER };
      const run = (world: World) => importRegister(world, asked);
      const whole = aWorld();
      await run(whole);
      for (const [write, when] of await everyCut(run)) {
        const world = await cutAt(run, write, when);
        world.clock.advance(60_000);
        expect(await run(world)).toMatchObject({ ok: true });
        expect(await world.roles.holders()).toEqual(await whole.roles.holders());
        expect(await world.roles.list()).toEqual(await whole.roles.list());
        expect(await world.services.list()).toEqual(await whole.services.list());
        const kinds = world.ledger.entries().map(({ kind }) => kind);
        expect(kinds).toEqual(whole.ledger.entries().map(({ kind }) => kind));
      }
    },
  );

  it('is no first import any more once another file was imported', async () => {
    const world = aWorld({ holders: [] });
    const run = (csv: string) =>
      importRegister(world, { dataset: 'holders', csv, dryRun: false, administrator: STRANGER });
    const line = (account: string, from: string) =>
      `role,email,capacity,from,to\n${CLOUD_ROLE},${account},holder,${from},\n`;
    expect(await run(line(CLOUD, '2024-01-01'))).toMatchObject({ ok: true });
    const backdated = line(SECOPS, '2025-01-01');
    expect(await run(backdated)).toMatchObject({ refusal: { code: 'PERIOD_IN_THE_PAST' } });
    expect(await run(line(SECOPS, plus(TODAY, 0).slice(0, 10)))).toMatchObject({ ok: true });
  });
});

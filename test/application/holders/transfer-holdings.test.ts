import { describe, expect, it } from '@jest/globals';
import { transferHoldings } from '../../../src/application/holders/transfer-holdings';
import { plus } from '../../../src/domain/shared/instant';
import {
  aHolder,
  APP_ROLE,
  CISO,
  CLOUD,
  CLOUD_ROLE,
  LEAVER,
  LONG_AGO,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';
import { InjectedFault } from '../../support/fakes/faults';
import { aWorld, type World } from '../../support/fakes/world';
import { TODAY, NEXT_WEEK, NEXT_YEAR, DAY, appoint, periods } from './appointing';

describe('transferHoldings', () => {
  const transfer = (world: World, overrides: Partial<Parameters<typeof transferHoldings>[1]> = {}) =>
    transferHoldings(world, {
      leaver: CISO,
      successor: SECOPS,
      from: NEXT_WEEK,
      dryRun: false,
      administrator: STRANGER,
      ...overrides,
    });

  it('hands over every open period, in its own capacity and until its own end', async () => {
    const bounded = aHolder({ role: APP_ROLE, accountId: CISO, capacity: 'deputy', to: NEXT_YEAR });
    const world = aWorld();
    world.registers.change(({ holders }) => ({ holders: [...holders, bounded] }));
    expect(await transfer(world)).toMatchObject({ ok: true, value: { dryRun: false } });
    expect(await periods(world)).toEqual([
      [CISO, 'deputy', LONG_AGO, NEXT_WEEK],
      [CLOUD, 'holder', LONG_AGO, null],
      [SECOPS, 'deputy', NEXT_WEEK, null],
    ]);
    expect(await periods(world, 'ciso')).toEqual([
      [CISO, 'holder', LONG_AGO, NEXT_WEEK],
      [SECOPS, 'holder', NEXT_WEEK, null],
    ]);
    expect((await periods(world, APP_ROLE)).slice(1)).toEqual([
      [CISO, 'deputy', LONG_AGO, NEXT_WEEK],
      [SECOPS, 'deputy', NEXT_WEEK, NEXT_YEAR],
    ]);
  });

  it('hands over what has not begun yet, without a day of the leaver’s own', async () => {
    const world = aWorld();
    await appoint(world, { role: APP_ROLE, accountId: CISO, from: NEXT_YEAR });
    await transfer(world);
    expect((await periods(world, APP_ROLE)).slice(1)).toEqual([
      [CISO, 'holder', NEXT_YEAR, NEXT_YEAR],
      [SECOPS, 'holder', NEXT_YEAR, null],
    ]);
  });

  it('shows all of it in a dry run, and writes nothing', async () => {
    const world = aWorld();
    world.faults.forget();
    expect(await transfer(world, { dryRun: true })).toMatchObject({
      ok: true,
      value: {
        roles: [
          { key: 'ciso', name: 'CISO', capacity: 'holder' },
          { key: CLOUD_ROLE, name: 'Cloud Platform Owner', capacity: 'deputy' },
        ],
        accounts: [],
        dryRun: true,
      },
    });
    expect(world.faults.writes).toEqual([]);
  });

  it('ends whole, wherever it was cut', async () => {
    const whole = aWorld();
    await transfer(whole);
    const sorted = async (world: World) =>
      (await world.roles.holders()).map(held => JSON.stringify(held)).sort();
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; write <= whole.faults.writes.length; write += 1) {
        const world = aWorld();
        world.faults.failWrite(write, when);
        await expect(transfer(world)).rejects.toThrow(InjectedFault);
        world.faults.forget();
        await transfer(world);
        expect(await sorted(world)).toEqual(await sorted(whole));
      }
    }
  });

  it.each([
    ['SELF_APPOINTMENT', { successor: STRANGER }],
    ['ACCOUNT_INACTIVE', { successor: LEAVER }],
    ['PERIOD_IN_THE_PAST', { from: plus(TODAY, -DAY) }],
  ])('refuses %s', async (code, overrides) => {
    const world = aWorld();
    expect(await transfer(world, overrides)).toMatchObject({ ok: false, refusal: { code } });
    expect(world.faults.writes).toEqual([]);
  });

  it('SELF_APPOINTMENT: brings no deputy who makes it nearer to deciding, another may', async () => {
    const before = aWorld();
    const seconds = aHolder({ accountId: SECOPS, capacity: 'deputy', from: plus(LONG_AGO, -DAY) });
    before.registers.change(({ holders }) => ({ holders: [...holders, seconds] }));
    const asked = { leaver: CLOUD, successor: SECOPS, from: NEXT_WEEK };
    expect(await transfer(before, { ...asked, administrator: CISO })).toMatchObject({
      refusal: { code: 'SELF_APPOINTMENT' },
    });
    expect(before.faults.writes).toEqual([]);
    expect(await transfer(before, { ...asked, administrator: STRANGER })).toMatchObject({ ok: true });
    // Where no other deputy gives way, the successor comes before them as the leaver did.
    expect(await transfer(aWorld(), { ...asked, administrator: CISO })).toMatchObject({ ok: true });
  });
});

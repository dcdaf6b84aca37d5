import { describe, expect, it } from '@jest/globals';
import { changeSettings } from '../../src/application/change-settings';
import { readNotices } from '../../src/application/read-notices';
import { DEFAULT_SETTINGS } from '../../src/domain/settings/settings';
import { APP, CEO, CISO, CLOUD, NOW, OWNER, SECOPS, STRANGER } from '../support/builders/company';
import { aWorld, type World } from '../support/fakes/world';
import { NEXT_WEEK, DAY, appoint } from './holders/appointing';

describe('readNotices', () => {
  const noticesOf = async (world: World, reader: string) =>
    (await readNotices(world, reader, world.clock.now())).notices;

  it('asks once who approves matrices', async () => {
    const { registers, ...world } = aWorld();
    let asked = 0;
    const holders = () => {
      asked += 1;
      return registers.holders();
    };
    await readNotices({ ...world, registers: { ...registers, holders } }, CEO, NOW);
    expect(asked).toBe(1);
  });

  it('tells the old holder, the new one and the matrix approver, and nobody else', async () => {
    const world = aWorld();
    await appoint(world, { from: NEXT_WEEK });
    const told = [
      {
        at: NOW,
        message: 'Secops is holder of the role Cloud Platform Owner from 9 Mar 2026. Until then it is Cloud.',
      },
    ];
    for (const reader of [CLOUD, SECOPS, CEO]) expect(await noticesOf(world, reader)).toEqual(told);
    for (const reader of [CISO, APP, OWNER]) expect(await noticesOf(world, reader)).toEqual([]);
    world.clock.advance(31 * DAY);
    expect(await noticesOf(world, CEO)).toEqual([]);
  });

  it('tells the matrix approver, and nobody else, once the matrix is past its cadence', async () => {
    const world = aWorld();
    const told = async (reader: string) =>
      (await readNotices(world, reader, world.clock.now())).overdueReview;
    expect(await told(CEO)).toBe(
      'The matrix was approved 425 days ago and is to be reviewed every 365. Review it, and submit it again.',
    );
    for (const reader of [CLOUD, CISO, STRANGER]) expect(await told(reader)).toBeNull();
    await changeSettings(world, { ...DEFAULT_SETTINGS, reviewCadenceDays: 426 }, STRANGER);
    expect(await told(CEO)).toBeNull();
  });
});

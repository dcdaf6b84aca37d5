import { describe, expect, it } from '@jest/globals';
import { changeSettings } from '../../../src/application/settings/change-settings';
import { readNotices } from '../../../src/application/notices/read-notices';
import { MATRIX_APPROVER_ROLE } from '../../../src/domain/responsibility/role';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { aDeputy, APP, CEO, CISO, CLOUD, NOW, OWNER, SECOPS, STRANGER } from '../../support/builders/company';
import { aWorld, type World } from '../../support/fakes/world';
import { NEXT_WEEK, DAY, appoint } from '../holders/appointing';

describe('readNotices', () => {
  const noticesOf = async (world: World, reader: string) =>
    (await readNotices(world, reader, world.clock.now())).notices;

  it('asks the registers once, no matter who reads', async () => {
    const { decisions, ...world } = aWorld();
    for (const reader of [CEO, CLOUD]) {
      let asked = 0;
      const registersAsOf: typeof decisions.registersAsOf = at => {
        asked += 1;
        return decisions.registersAsOf(at);
      };
      await readNotices({ ...world, decisions: { registersAsOf } }, reader, NOW);
      expect(asked).toBe(1);
    }
  });

  it.each([
    [CEO, 'acts'],
    [CISO, 'stands in'],
    [CLOUD, null],
    [STRANGER, null],
  ])('says what %s has to do with approving matrices: %s', async (reader, approval) => {
    const world = aWorld();
    const deputy = aDeputy({ role: MATRIX_APPROVER_ROLE, accountId: CISO });
    world.registers.change(({ holders }) => ({ holders: [...holders, deputy] }));
    expect(await readNotices(world, reader, NOW)).toMatchObject({ approval });
  });

  it('tells the old holder, the new one and the matrix approver, and no one else', async () => {
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

  it('tells the matrix approver, and no one else, once the matrix is past its cadence', async () => {
    const world = aWorld();
    const told = async (reader: string) =>
      (await readNotices(world, reader, world.clock.now())).overdueReview;
    expect(await told(CEO)).toBe(
      'The matrix was approved 425 days ago, but must be reviewed every 365 days. Review it, and submit it again.',
    );
    for (const reader of [CLOUD, CISO, STRANGER]) expect(await told(reader)).toBeNull();
    await changeSettings(world, { ...DEFAULT_SETTINGS, reviewCadenceDays: 426 }, STRANGER);
    expect(await told(CEO)).toBeNull();
  });
});

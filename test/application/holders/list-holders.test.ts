import { describe, expect, it } from '@jest/globals';
import { listHolders } from '../../../src/application/holders/list-holders';
import { CLOUD, CLOUD_ROLE, SECOPS } from '../../support/builders/company';
import { aWorld } from '../../support/fakes/world';
import { NEXT_WEEK, appoint } from './appointing';

describe('listHolders', () => {
  it('shows who acts, who held it, and how much it answers for', async () => {
    const world = aWorld();
    await appoint(world, { from: NEXT_WEEK });
    const roles = await listHolders(world, world.clock.now());
    expect(roles.map(({ key }) => key)).not.toContain('aws');
    expect(roles.find(({ key }) => key === CLOUD_ROLE)).toMatchObject({
      acting: { person: { accountId: CLOUD }, viaDeputy: false },
      accountableFor: 1,
      periods: [{ isOpen: true }, { isOpen: true }, { person: { accountId: SECOPS }, isOpen: false }],
    });
  });
});

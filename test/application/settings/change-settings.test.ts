import { describe, expect, it } from '@jest/globals';
import { changeSettings } from '../../../src/application/settings/change-settings';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { STRANGER } from '../../support/builders/company';
import { aWorld } from '../../support/fakes/world';

describe('changeSettings', () => {
  it('records a change once, and has tickets followed', async () => {
    const world = aWorld();
    const settings = { ...DEFAULT_SETTINGS, matrixApproverRole: 'ciso' };
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: true });
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: true });
    expect(await world.settings.current()).toEqual(settings);
    expect(world.ledger.entries().map(({ kind, actor }) => [kind, actor])).toEqual([
      ['settings-changed', STRANGER],
    ]);
    expect(world.jobs.waiting).toEqual([{ kind: 'sweep' }]);
  });

  it.each(['nothing', 'aws'])('refuses the matrix approver %s', async matrixApproverRole => {
    const world = aWorld();
    const settings = { ...DEFAULT_SETTINGS, matrixApproverRole };
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: false });
    expect(world.faults.writes).toEqual([]);
  });
});

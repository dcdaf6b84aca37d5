import { describe, expect, it } from '@jest/globals';
import { changeSettings } from '../../../src/application/settings/change-settings';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { MATRIX_APPROVER_ROLE } from '../../../src/domain/responsibility/role';
import { CEO, CISO, CLOUD_ROLE, HOLDERS, STRANGER } from '../../support/builders/company';
import { aWorld } from '../../support/fakes/world';

describe('changeSettings', () => {
  it('records a change once, and has tickets followed', async () => {
    const world = aWorld();
    const settings = { ...DEFAULT_SETTINGS, accessDays: 100 };
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: true });
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: true });
    expect(await world.settings.current()).toEqual(settings);
    expect(world.ledger.entries().map(({ kind, actor }) => [kind, actor])).toEqual([
      ['settings-changed', STRANGER],
    ]);
    expect(world.jobs.waiting).toEqual([{ kind: 'sweep' }]);
  });

  it.each([
    ['SELF_APPOINTMENT', 'who holds that role', CISO, 'ciso'],
    ['SELF_APPOINTMENT', 'who is its deputy', CISO, CLOUD_ROLE],
    ['CONSENT_NEEDED', 'who has nothing to do with it', STRANGER, 'ciso'],
    ['CONSENT_NEEDED', 'who approves now', CEO, 'ciso'],
  ])('%s: has no other role approve matrices by someone %s', async (code, _, administrator, role) => {
    const world = aWorld();
    const settings = { ...DEFAULT_SETTINGS, accessDays: 100, matrixApproverRole: role };
    expect(await changeSettings(world, settings, administrator)).toEqual({ ok: false, refusal: { code } });
    expect(world.faults.writes).toEqual([]);
    const twin = { ...settings, matrixApproverRole: DEFAULT_SETTINGS.matrixApproverRole };
    expect(await changeSettings(world, twin, administrator)).toMatchObject({ ok: true });
  });

  it('has an administrator choose the role before anyone has held it, but none of their own', async () => {
    const world = aWorld({ holders: HOLDERS.filter(({ role }) => role !== MATRIX_APPROVER_ROLE) });
    const settings = { ...DEFAULT_SETTINGS, matrixApproverRole: 'ciso' };
    expect(await changeSettings(world, settings, CISO)).toMatchObject({
      refusal: { code: 'SELF_APPOINTMENT' },
    });
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: true });
  });

  it.each(['nothing', 'aws'])('refuses the matrix approver %s', async matrixApproverRole => {
    const world = aWorld();
    const settings = { ...DEFAULT_SETTINGS, matrixApproverRole };
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: false });
    expect(world.faults.writes).toEqual([]);
  });
});

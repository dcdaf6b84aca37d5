import { expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS, SETTINGS_SUBJECT, type Settings } from '../../../src/domain/settings/settings';
import { plus, type Instant } from '../../../src/domain/shared/instant';
import { CLOUD, NOW } from '../../support/builders/company';
import type { OpenStore } from '../ports-under-test.ts';
import { useStore } from './use-store.ts';

export function settingsContract(open: OpenStore): void {
  const ports = useStore(open);
  const change = (id: string, at: Instant, settings: Partial<Settings>) =>
    ports().ledger.append({
      id,
      at,
      kind: 'settings-changed',
      version: 1,
      actor: CLOUD,
      subject: SETTINGS_SUBJECT,
      facts: { ...DEFAULT_SETTINGS, ...settings },
    });

  it('are the defaults until someone changes them', async () => {
    expect(await ports().settings.current()).toEqual(DEFAULT_SETTINGS);
    expect((await ports().decisions.registersAsOf(NOW)).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('are what the newest change says, whichever was written last', async () => {
    await change('b', NOW, { accessDays: 30 });
    await change('a', plus(NOW, 1), { accessDays: 60, matrixApproverRole: 'ciso' });
    await change('c', plus(NOW, -1), { accessDays: 10 });
    const newest = { ...DEFAULT_SETTINGS, accessDays: 60, matrixApproverRole: 'ciso' };
    expect(await ports().settings.current()).toEqual(newest);
    // The settings have no past: a decision about an earlier instant goes by those of now.
    expect((await ports().decisions.registersAsOf(plus(NOW, -5))).settings).toEqual(newest);
  });
}

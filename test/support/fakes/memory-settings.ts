import { DEFAULT_SETTINGS, SETTINGS_SUBJECT, type Settings } from '../../../src/domain/settings/settings';
import type { StoredSettings } from '../../../src/ports/stored-settings';
import type { Faults } from './faults';
import { inOrderOf } from './in-order';
import type { MemoryLedger } from './memory-ledger';

export function memorySettings(ledger: MemoryLedger, faults: Faults): StoredSettings {
  return { current: () => faults.read('settings', () => settingsIn(ledger)) };
}

/** What the newest change of the settings says. */
export function settingsIn(ledger: MemoryLedger): Settings {
  const entries = inOrderOf(ledger.entries(SETTINGS_SUBJECT), ({ at, id }) => [at, id]);
  const changes = entries.filter(({ kind }) => kind === 'settings-changed');
  return { ...DEFAULT_SETTINGS, ...(changes.at(-1)?.facts as Partial<Settings> | undefined) };
}

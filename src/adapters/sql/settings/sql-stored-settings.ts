import { DEFAULT_SETTINGS } from '../../../domain/settings/settings';
import type { StoredSettings } from '../../../ports/stored-settings';
import type { Database } from '../database';
import { evidenceEntries } from '../ledger/ledger-table';
import { isNewestSettings, settingsRecord } from './settings-part';

/** The settings in Forge SQL: the newest entry of the ledger that changed them. */
export function sqlStoredSettings(database: Database): StoredSettings {
  return {
    current: async () => {
      const [entry] = await database
        .select({ record: evidenceEntries.facts })
        .from(evidenceEntries)
        .where(isNewestSettings());
      return entry ? settingsRecord.parse(entry.record) : DEFAULT_SETTINGS;
    },
  };
}

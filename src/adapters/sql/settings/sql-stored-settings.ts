import { sql } from 'drizzle-orm';
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings';
import type { StoredSettings } from '../../../ports/stored-settings';
import type { Database } from '../database';
import { settingsEntry } from '../decisions/decision-statement';
import { settingsRecord } from '../records';
import { evidenceEntries } from '../tables';

/** The settings in Forge SQL: the newest entry of the ledger that changed them. */
export function sqlStoredSettings(database: Database): StoredSettings {
  return {
    current: async () => {
      const [entry] = await database
        .select({ record: evidenceEntries.facts })
        .from(evidenceEntries)
        .where(sql`${evidenceEntries.id} = ${settingsEntry()}`);
      return entry ? settingsRecord.parse(entry.record) : DEFAULT_SETTINGS;
    },
  };
}

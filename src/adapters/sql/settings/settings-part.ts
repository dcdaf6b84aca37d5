import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/settings/settings';
import type { RegistersAsOf } from '../../../ports/decisions';
import type { RegisterPart } from '../decisions/decision-part';
import { evidenceEntries } from '../ledger/ledger-table';
import { stored } from '../stored-json';

const SETTINGS = { name: 'settings', table: evidenceEntries, columns: { facts: evidenceEntries.facts } };

/** The settings as they stand now. */
export const settingsPart: RegisterPart<Pick<RegistersAsOf, 'settings'>> = {
  asks: {},
  selects: () => [{ source: SETTINGS, where: isNewestSettings() }],
  read: found => {
    const [newest] = found.rowsOf(SETTINGS);
    return { settings: newest ? settingsRecord.parse(newest.facts) : DEFAULT_SETTINGS };
  },
};

/** Of the ledger: the newest change of the settings. */
export function isNewestSettings(): SQL {
  const { id, kind, at } = evidenceEntries;
  return sql`${id} = (select ${id} from ${evidenceEntries} where ${kind} = 'settings-changed' order by ${at} desc, ${id} desc limit 1)`;
}

/** A setting that a later release brings has its default until someone decides otherwise. */
export const settingsRecord: z.ZodType<Settings> = stored(
  z.object({
    accessDays: z.number().default(DEFAULT_SETTINGS.accessDays),
    privilegedAccessDays: z.number().default(DEFAULT_SETTINGS.privilegedAccessDays),
    reviewCadenceDays: z.number().default(DEFAULT_SETTINGS.reviewCadenceDays),
    matrixApproverRole: z.string().default(DEFAULT_SETTINGS.matrixApproverRole),
  }),
);

import { kvs } from '@forge/kvs';
import { NOTHING_SET_UP, type SiteConfigurations } from '../../../ports/site-configuration';
import { CONFIGURATION_KEY, firstRecordOf } from './state-records';

/** What gates, jobs and pages need of what set-up made: a small record, since reading is paid for by its size. */
export function kvsSiteConfigurations(): SiteConfigurations {
  return {
    read: async () => {
      const stored: unknown = await kvs.get(CONFIGURATION_KEY);
      return stored === undefined ? NOTHING_SET_UP : firstRecordOf(stored).configuration;
    },
  };
}

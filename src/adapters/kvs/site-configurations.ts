import { kvs } from '@forge/kvs';
import { z } from 'zod';
import {
  NOTHING_SET_UP,
  type SiteConfiguration,
  type SiteConfigurations,
} from '../../ports/site-configuration';

const KEY = 'site-configuration';

const ids = z.record(z.string(), z.string());

const configuration = z.strictObject({
  projectId: z.string().optional(),
  projectKey: z.string().optional(),
  workTypes: ids,
  statuses: ids,
  fields: ids,
  made: ids,
  completed: ids,
});

/** What set-up made, in one record of the key-value store. */
export function kvsSiteConfigurations(): SiteConfigurations {
  return {
    read: async () => {
      const stored: unknown = await kvs.get(KEY);
      return stored === undefined ? NOTHING_SET_UP : (configuration.parse(stored) as SiteConfiguration);
    },
    write: async value => {
      await kvs.set(KEY, value);
    },
  };
}

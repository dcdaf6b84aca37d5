import { kvs } from '@forge/kvs';
import { z } from 'zod';
import {
  NOTHING_SET_UP,
  type SiteConfiguration,
  type SiteConfigurations,
} from '../../ports/site-configuration';

/** Provisioning writes it. A record of its own, and small, since reading is paid for by its size. */
export const CONFIGURATION_KEY = 'site-configuration';

const ids = z.record(z.string(), z.string());

const configuration = z.strictObject({
  projectId: z.string().optional(),
  projectKey: z.string().optional(),
  workTypes: ids,
  statuses: ids,
  fields: ids,
});

/** What gates, jobs and pages need to know of what was provisioned. */
export function kvsSiteConfigurations(): SiteConfigurations {
  return {
    read: async () => {
      const stored: unknown = await kvs.get(CONFIGURATION_KEY);
      return stored === undefined ? structuredClone(NOTHING_SET_UP) : siteConfigurationOf(stored);
    },
  };
}

export function siteConfigurationOf(stored: unknown): SiteConfiguration {
  return configuration.parse(stored) as SiteConfiguration;
}

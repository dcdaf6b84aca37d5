import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { toInstant } from '../../domain/shared/instant';
import {
  NOTHING_SET_UP,
  type SiteConfiguration,
  type SiteConfigurations,
} from '../../ports/site-configuration';

const KEY = 'site-configuration';

const ids = z.record(z.string(), z.string());

const unrecorded = z.strictObject({
  step: z.string(),
  specification: z.string(),
  at: z.string().transform(toInstant),
  actor: z.string(),
  changes: z.array(z.string()),
});

const configuration = z.strictObject({
  projectId: z.string().optional(),
  projectKey: z.string().optional(),
  workTypes: ids,
  statuses: ids,
  fields: ids,
  made: ids,
  completed: ids,
  unrecorded: unrecorded.optional(),
});

/** Where version 0.1 kept what is unrecorded: among the ids, as text. */
const KEPT_AS_TEXT = 'changes without evidence';

function withUnrecorded({ made, ...others }: z.infer<typeof configuration>): z.infer<typeof configuration> {
  const { [KEPT_AS_TEXT]: text, ...ids } = made;
  if (text === undefined) return { ...others, made };
  return { ...others, made: ids, unrecorded: unrecorded.parse(JSON.parse(text)) };
}

/** What set-up made, in one record of the key-value store. */
export function kvsSiteConfigurations(): SiteConfigurations {
  return {
    read: async () => {
      const stored: unknown = await kvs.get(KEY);
      return stored === undefined
        ? NOTHING_SET_UP
        : (withUnrecorded(configuration.parse(stored)) as SiteConfiguration);
    },
    write: async value => {
      await kvs.set(KEY, value);
    },
  };
}
